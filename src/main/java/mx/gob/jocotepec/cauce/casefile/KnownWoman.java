package mx.gob.jocotepec.cauce.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.person.PersonPart;
import mx.gob.jocotepec.cauce.person.Persons;
import mx.gob.jocotepec.cauce.person.SaveOutcome;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.PersonId;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * A new case of a woman who has one already. What is typed for her is newer than what lies there: where she can be reached is replaced by
 * it, who she is is only completed, and earlier versions stay.
 */
@Component
class KnownWoman {
    private final Persons persons;

    KnownWoman(Persons persons) {
        this.persons = persons;
    }

    /** Her identity with what was typed, to count by. @throws AccessDeniedException unless both parts that are typed are within reach */
    Answers identity(PersonId person, NewCase request) {
        if (persons.read(person, Compartment.CONTACT).isEmpty()) throw outOfReach();
        var stored = persons.read(person, Compartment.IDENTITY).orElseThrow(KnownWoman::outOfReach);
        return together(Compartment.IDENTITY, stored.answers(), request.part(Compartment.IDENTITY));
    }

    /** Keeps what was typed. @return the parts that changed */
    List<Compartment> keep(PersonId person, NewCase request) {
        var changed = new ArrayList<Compartment>();
        for (var compartment : List.of(Compartment.IDENTITY, Compartment.CONTACT)) {
            var typed = request.part(compartment);
            var stored = persons.read(person, compartment).orElseThrow(KnownWoman::outOfReach);
            if (save(person, compartment, stored, typed)) changed.add(compartment);
        }
        return changed;
    }

    private boolean save(PersonId person, Compartment compartment, PersonPart stored, Answers typed) {
        var both = together(compartment, stored.answers(), typed);
        if (both.equals(stored.answers())) return false;
        return switch (persons.save(person, compartment, both, stored.version())) {
            case SaveOutcome.Saved saved -> true;
            // somebody stored her part in this very moment: hers is taken up, too
            case SaveOutcome.Changed(var current, var version) ->
                save(person, compartment, new PersonPart(current, version, stored.updatedAt()), typed);
            case SaveOutcome.NotFound none -> throw outOfReach();
        };
    }

    private static Answers together(Compartment compartment, Answers stored, Answers typed) {
        var known = new Answers(typed.values().entrySet().stream()
                .filter(entry -> !entry.getValue().equals(Answers.UNKNOWN))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        return compartment == Compartment.CONTACT ? stored.with(known.values()) : known.with(stored.values());
    }

    private static AccessDeniedException outOfReach() {
        return new AccessDeniedException("not a person within reach");
    }
}

package mx.gob.jocotepec.cauce.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import mx.gob.jocotepec.cauce.casefile.CaseFiles;
import mx.gob.jocotepec.cauce.casefile.CaseHead;
import mx.gob.jocotepec.cauce.casefile.CaseLists;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.casefile.NewCase;
import mx.gob.jocotepec.cauce.casefile.RegisterOutcome;
import mx.gob.jocotepec.cauce.casefile.Walls;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.oversight.EmergencyAccess;
import mx.gob.jocotepec.cauce.oversight.EmergencyOutcome;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.CaseId;
import mx.gob.jocotepec.cauce.shared.Folio;
import mx.gob.jocotepec.cauce.shared.PersonId;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** Somebody tries folios and ids: unknown, another area's and walled ones answer alike, and in the same time. */
@SpringBootTest
@Import(Acting.class)
class Threat03GuessingTests {
    private static final int WARM_UP = 60;
    private static final int TIMES = 240;

    @Autowired
    CaseFiles cases;

    @Autowired
    CaseLists lists;

    @Autowired
    Walls walls;

    @Autowired
    EmergencyAccess emergency;

    @Autowired
    Acting acting;

    Acting.Someone guesser;
    CaseRef foreign;
    CaseRef walled;

    @BeforeEach
    void casesOutOfReach() {
        guesser = acting.someone(Acting.area(13), Role.FIRST_CONTACT);
        var colleague = acting.someone(Acting.area(13), Role.FIRST_CONTACT);
        foreign = register(acting.someone(Acting.POLICE, Role.FIRST_CONTACT));
        walled = register(colleague);
        colleague.runs(() -> walls.raise(walled, guesser.id(), Walls.Reason.AGGRESSOR));
    }

    private CaseRef register(Acting.Someone by) {
        return ((RegisterOutcome.Registered) by.does(() -> cases.register(new NewCase(
                        null,
                        Map.of(Compartment.IDENTITY, new Answers(Map.of("given", "Nadia", "surname1", "Cobián"))),
                        true,
                        CaseHead.Consent.GIVEN,
                        null,
                        "IN_PERSON"))))
                .ref();
    }

    private static CaseRef unknown() {
        return new CaseRef(CaseId.next(), PersonId.next(), "CAU-2026-99994");
    }

    @Test
    void everyDoorAnswersAlike() {
        var doors = new ArrayList<Function<CaseRef, Object>>();
        doors.add(ref -> cases.findByFolio(Folio.parse(ref.folio()).orElseThrow()));
        doors.add(ref -> cases.head(ref.id()));
        doors.add(ref -> cases.revealName(ref));
        doors.add(ref -> cases.read(ref, Compartment.FACTS));
        doors.add(ref -> cases.past(ref, Compartment.FACTS));
        doors.add(ref -> cases.save(ref, Compartment.FACTS, Answers.NONE, 0));
        doors.add(ref -> cases.consent(ref, CaseHead.Consent.GIVEN, true));
        doors.add(ref -> cases.readers(ref));
        doors.add(ref -> lists.search(ref.folio(), 0, 10));
        doors.add(ref -> walls.raise(
                ref, acting.someone(Acting.POLICE, Role.FIRST_CONTACT).id(), Walls.Reason.OTHER));
        doors.add(ref -> walls.declare(ref, Walls.Reason.CLOSE));

        for (var door : doors) {
            var answer = guesser.does(() -> door.apply(unknown()));

            assertThat(guesser.does(() -> door.apply(foreign))).isEqualTo(answer);
            assertThat(guesser.does(() -> door.apply(walled))).isEqualTo(answer);
        }
    }

    @Test
    void anEmergencyTellsNothingOfAWallEither() {
        var why = Sensitive.of("Dice que la siguen hasta su casa");

        assertThat(guesser.does(() -> emergency.open(Sensitive.of(walled.folio()), why)))
                .isEqualTo(
                        guesser.does(() -> emergency.open(Sensitive.of(unknown().folio()), why)))
                .isEqualTo(new EmergencyOutcome.Refused(EmergencyOutcome.Reason.NOTHING));
    }

    /** Medians of many calls in turn; what is left between them is less than what a network hides, and than what the machine varies by. */
    @Test
    void theTimeOfTheAnswerTellsNothing() {
        var refs = List.of(unknown(), foreign, walled);
        var folios =
                refs.stream().map(ref -> Folio.parse(ref.folio()).orElseThrow()).toList();
        var times = new long[refs.size()][TIMES];
        guesser.runs(() -> {
            for (int i = -WARM_UP; i < TIMES; i++) {
                for (int kind = 0; kind < refs.size(); kind++) {
                    long start = System.nanoTime();
                    cases.findByFolio(folios.get(kind));
                    cases.head(refs.get(kind).id());
                    long took = System.nanoTime() - start;
                    if (i >= 0) times[kind][i] = took;
                }
            }
        });

        var medians = Arrays.stream(times)
                .mapToLong(Threat03GuessingTests::median)
                .sorted()
                .toArray();

        assertThat(medians[medians.length - 1])
                .as("medians in ns: %s", Arrays.toString(medians))
                .isLessThan(medians[0] * 3 / 2 + 500_000);
    }

    private static long median(long[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}

package mx.gob.jocotepec.cauce.casefile.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mx.gob.jocotepec.cauce.casefile.CaseLine;
import mx.gob.jocotepec.cauce.casefile.CaseLists;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.person.PersonName;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.Curp;
import mx.gob.jocotepec.cauce.shared.PhoneNumber;
import mx.gob.jocotepec.cauce.shared.SpanishText;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.Panel;
import mx.gob.jocotepec.cauce.uikit.Tone;
import org.jspecify.annotations.Nullable;

/** While a case is typed: expedientes of hers that the clerk may see anyway; of others nothing shows. */
final class SameWoman extends Div {
    private static final int PROPOSED = 3;
    private static final int LOOKED_AT = 10;

    private final CaseLists lists;
    private final Predicate<CaseRef> takes;
    private final Runnable chosen;
    private final Set<CaseRef> dismissed = new HashSet<>();
    private Answers identity = Answers.NONE;
    private Answers contact = Answers.NONE;
    private @Nullable CaseRef same;
    private @Nullable Sought sought;

    /**
     * @param takes whether what is typed for her can be kept with that case's person
     * @param chosen called when the clerk says who she is, or takes that back
     */
    SameWoman(CaseLists lists, Predicate<CaseRef> takes, Runnable chosen) {
        this.lists = lists;
        this.takes = takes;
        this.chosen = chosen;
        addClassNames("c-stack", "c-same");
    }

    /** Looks for her anew only where what she is found by has changed: each look is a search, and stands in the trail. */
    void look(Answers typedIdentity, Answers typedContact) {
        identity = typedIdentity;
        contact = typedContact;
        var wanted = new Sought(
                Stream.of("curp", "given", "surname1", "surname2")
                        .map(identity::known)
                        .toList(),
                contact.known("phone"));
        if (wanted.equals(sought)) return;
        sought = wanted;
        show();
    }

    private record Sought(List<Optional<String>> of, Optional<String> phone) {}

    /** A case of the woman this one is about too. */
    @Nullable
    CaseRef chosen() {
        return same;
    }

    void choose(@Nullable CaseRef ref) {
        same = ref == null || !takes.test(ref) ? null : ref;
        sought = null;
    }

    void clear() {
        same = null;
        sought = null;
        dismissed.clear();
        removeAll();
    }

    private void show() {
        removeAll();
        var known = same;
        if (known != null) add(taken(known));
        else probable().stream().filter(line -> !dismissed.contains(line.ref())).forEach(line -> add(proposal(line)));
    }

    private Component taken(CaseRef known) {
        var undo = Actions.quiet("casefile.same.undo", () -> take(null));
        var strip =
                new Div(AppIcon.LINK.create(), new Span(getTranslation("casefile.same.chosen", known.folio())), undo);
        strip.addClassNames("c-strip", Tone.INFO.style());
        return strip;
    }

    private Component proposal(CaseLine line) {
        var open = Actions.plain("casefile.same.open", () -> CaseNavigation.open(line.ref()));
        var no = Actions.quiet("casefile.same.no", () -> {
            dismissed.add(line.ref());
            show();
        });
        var who = new Paragraph(line.ref().folio() + " · " + line.initials()
                + (line.age() == null ? "" : " · " + getTranslation("casefile.years", line.age())));
        var buttons = new Div(open, no);
        if (takes.test(line.ref())) {
            buttons.addComponentAsFirst(Actions.plain("casefile.same.use", () -> take(line.ref())));
        }
        buttons.addClassName("c-row");
        var panel = new Panel("casefile.same.title");
        panel.add(who, buttons);
        return panel;
    }

    private void take(@Nullable CaseRef ref) {
        same = ref;
        sought = null;
        chosen.run();
        show();
    }

    private List<CaseLine> probable() {
        var curp = identity.known("curp").orElse("");
        if (Curp.parse(curp) instanceof Curp.Valid(var valid) && !valid.isGeneric()) {
            var found = lists.search(curp, 0, PROPOSED);
            if (!found.isEmpty()) return found;
        }
        var phone = contact.known("phone").flatMap(PhoneNumber::parse);
        if (phone.isPresent()) {
            var found = lists.search(phone.get().digits(), 0, PROPOSED);
            if (!found.isEmpty()) return found;
        }
        if (identity.known("given").isEmpty() || identity.known("surname1").isEmpty()) return List.of();
        var name = Stream.of("given", "surname1")
                .flatMap(key -> identity.known(key).stream())
                .collect(Collectors.joining(" "));
        return lists.search(name, 0, LOOKED_AT).stream()
                .filter(this::alike)
                .limit(PROPOSED)
                .toList();
    }

    /** The index is generous; what is proposed while typing has initials that sound alike. */
    private boolean alike(CaseLine line) {
        var mine = SpanishText.soundOfInitials(PersonName.of(identity).initials());
        var hers = SpanishText.soundOfInitials(line.initials());
        return hers.startsWith(mine) || mine.startsWith(hers);
    }
}

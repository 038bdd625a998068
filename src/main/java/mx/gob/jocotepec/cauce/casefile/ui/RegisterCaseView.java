package mx.gob.jocotepec.cauce.casefile.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mx.gob.jocotepec.cauce.casefile.CaseFiles;
import mx.gob.jocotepec.cauce.casefile.CaseHead;
import mx.gob.jocotepec.cauce.casefile.CaseHead.Consent;
import mx.gob.jocotepec.cauce.casefile.CaseLine;
import mx.gob.jocotepec.cauce.casefile.CaseLists;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.casefile.Drafts;
import mx.gob.jocotepec.cauce.casefile.NewCase;
import mx.gob.jocotepec.cauce.casefile.RegisterOutcome;
import mx.gob.jocotepec.cauce.casefile.Sections;
import mx.gob.jocotepec.cauce.catalog.Catalog;
import mx.gob.jocotepec.cauce.catalog.CatalogEntry;
import mx.gob.jocotepec.cauce.catalog.Catalogs;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.CaseId;
import mx.gob.jocotepec.cauce.shared.Curp;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.shared.PhoneNumber;
import mx.gob.jocotepec.cauce.shared.SpanishText;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.Dates;
import mx.gob.jocotepec.cauce.uikit.ErrorSummary;
import mx.gob.jocotepec.cauce.uikit.Notices;
import mx.gob.jocotepec.cauce.uikit.Page;
import mx.gob.jocotepec.cauce.uikit.Panel;
import mx.gob.jocotepec.cauce.uikit.Tone;
import org.jspecify.annotations.Nullable;

/**
 * Quick registration (UC-001): four steps on one page, in the order of a conversation, all by keyboard. What is typed is kept by itself
 * as a sealed draft; nothing but the impossible stands in the way.
 */
@Route("casos/nuevo")
@RolesAllowed("CASE_REGISTER")
class RegisterCaseView extends Page implements AfterNavigationObserver {
    static final String DRAFT = "case.new";
    private static final Duration PROPHYLAXIS = Duration.ofHours(72);

    private final CaseFiles cases;
    private final CaseLists lists;
    private final Drafts drafts;
    private final Clock clock;
    private final List<AnswerForm> forms;
    private final AnswerForm identity;
    private final AnswerForm contact;
    private final AnswerForm facts;
    private final AnswerForm danger;
    private final AnswerForm aggressor;
    private final ComboBox<CatalogEntry> manner;
    private final Checkbox notice = new Checkbox(getTranslation("casefile.new.notice"));
    private final RadioButtonGroup<Consent> consent = new RadioButtonGroup<>(getTranslation("casefile.new.consent"));
    private final Checkbox notified = new Checkbox(getTranslation("casefile.new.notified"));
    private final ErrorSummary errors = new ErrorSummary();
    private final Div proposals = new Div();
    private final Div hints = new Div();
    private final Span kept = new Span();
    private final java.util.Set<CaseRef> dismissed = new java.util.HashSet<>();
    private @Nullable CaseRef same;
    private boolean filling;

    RegisterCaseView(CaseFiles cases, CaseLists lists, Drafts drafts, Catalogs catalogs, Clock clock) {
        super("casefile.new.title");
        this.cases = cases;
        this.lists = lists;
        this.drafts = drafts;
        this.clock = clock;
        identity = form(catalogs, "identity", "given", "surname1", "surname2", "age", "birth", "curp");
        contact = form(catalogs, "contact", "phone", "mayCall", "hours", "words");
        facts = form(catalogs, "facts", "on", "time", "locality", "setting", "types", "narrative");
        danger = form(catalogs, "facts", "danger", "weapons", "threats", "injuries", "minorsPresent");
        aggressor = form(catalogs, "aggressor", "relationship", "name", "publicServant");
        forms = List.of(identity, contact, facts, danger, aggressor);
        manner = new ComboBox<>(
                getTranslation("casefile.new.manner"),
                catalogs.current(Catalog.CONTACT_MANNER, LocalDate.now(clock.withZone(Office.ZONE))));
        manner.setItemLabelGenerator(entry -> entry.name(getLocale()));
        consent.setItems(Consent.values());
        consent.setItemLabelGenerator(value -> getTranslation("casefile.consent." + value));
        kept.addClassNames("c-quiet", "c-small");
        kept.getElement().setAttribute("aria-live", "polite");
        proposals.addClassName("c-stack");
        hints.addClassName("c-stack");
        layOut();
        forms.forEach(form -> form.onChange(this::changed));
        notice.addValueChangeListener(event -> changed());
        consent.addValueChangeListener(event -> changed());
        notified.addValueChangeListener(event -> changed());
        manner.addValueChangeListener(event -> changed());
        Shortcuts.addShortcutListener(this, this::register, Key.ENTER, KeyModifier.CONTROL)
                .listenOn(this);
    }

    private void layOut() {
        var later = Actions.plain("casefile.new.later", this::later);
        var discard = Actions.quiet("casefile.new.discard", this::discard);
        var register = Actions.primary("casefile.new.register", this::register);
        register.setTooltipText("Ctrl + Enter");
        actions(discard);
        var end = new Div(register, later, kept);
        end.addClassNames("c-row", "c-form-end");
        var steps = new Div(
                step(1, "casefile.new.person", identity, contact),
                step(2, "casefile.new.facts", manner, facts, aggressor),
                step(3, "casefile.new.danger", danger),
                step(4, "casefile.new.duties", notice, consent, notified));
        steps.addClassNames("c-stack", "c-steps");
        var side = new Div(proposals, hints);
        side.addClassNames("c-stack", "c-side");
        var both = new Div(steps, side);
        both.addClassName("c-with-side");
        add(errors, both, end);
    }

    private Panel step(int number, String titleKey, Component... parts) {
        var panel = new Panel(titleKey).heading(number + "  " + getTranslation(titleKey));
        panel.add(parts);
        return panel;
    }

    private AnswerForm form(Catalogs catalogs, String section, String... keys) {
        return new AnswerForm(Sections.find(section).orElseThrow(), catalogs, clock, keys);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        drafts.find(DRAFT, null).ifPresentOrElse(this::take, this::start);
        ((Focusable<?>) identity.first()).focus();
    }

    private void start() {
        filling = true;
        facts.field("on").value(LocalDate.now(clock.withZone(Office.ZONE)).toString());
        consent.setValue(Consent.PENDING);
        manner.getListDataView().getItems().findFirst().ifPresent(manner::setValue);
        filling = false;
    }

    private void take(Drafts.Draft draft) {
        fill(draft.answers());
        kept.setText(getTranslation("casefile.new.resumed", Dates.dateTime(draft.updatedAt())));
    }

    private void fill(Answers all) {
        filling = true;
        for (var form : forms) form.answers(within(all, form.section().key()));
        notice.setValue(all.get("_notice").isPresent());
        notified.setValue(all.get("_notified").isPresent());
        consent.setValue(all.get("_consent").map(Consent::valueOf).orElse(Consent.PENDING));
        manner.getListDataView()
                .getItems()
                .filter(entry -> all.get("_manner").filter(entry.key()::equals).isPresent())
                .findFirst()
                .ifPresent(manner::setValue);
        // a woman who has gone out of reach since is not spoken of: the case is then one of a new person
        same = all.get("_same")
                .map(id -> CaseId.of(UUID.fromString(id)))
                .flatMap(cases::head)
                .map(CaseHead::ref)
                .orElse(null);
        filling = false;
        hint();
        propose();
    }

    private static Answers within(Answers all, String section) {
        var prefix = section + ".";
        return new Answers(all.values().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .collect(Collectors.toMap(entry -> entry.getKey().substring(prefix.length()), Map.Entry::getValue)));
    }

    private void changed() {
        if (filling) return;
        keep();
        hint();
        propose();
    }

    private void keep() {
        kept.setText(getTranslation("casefile.new.kept", Dates.time(drafts.save(DRAFT, null, typed()))));
    }

    private Answers typed() {
        var all = new HashMap<String, String>();
        for (var form : forms) {
            form.answers()
                    .values()
                    .forEach((key, value) -> all.put(form.section().key() + "." + key, value));
        }
        if (notice.getValue()) all.put("_notice", "1");
        if (notified.getValue()) all.put("_notified", "1");
        if (consent.getValue() != null) all.put("_consent", consent.getValue().name());
        if (manner.getValue() != null) all.put("_manner", manner.getValue().key());
        var chosen = same;
        if (chosen != null) all.put("_same", chosen.id().value().toString());
        return new Answers(all);
    }

    /** Duties that follow from what is typed: windows of health care, minors, a public servant as aggressor. */
    private void hint() {
        hints.removeAll();
        if (facts.answers().list("types").contains("SEXUAL")) {
            hints.add(hint(Tone.SERIOUS, AppIcon.CLOCK, healthWindow()));
        }
        var age = identity.answers().known("age").flatMap(RegisterCaseView::number);
        if (age.filter(years -> years < 18).isPresent()) {
            hints.add(hint(Tone.SERIOUS, AppIcon.ALERT, getTranslation("casefile.hint.minor")));
        }
        if (aggressor.answers().known("publicServant").filter("YES"::equals).isPresent()) {
            hints.add(hint(Tone.CAUTION, AppIcon.LOCK, getTranslation("casefile.hint.publicServant")));
        }
        if (danger.answers().known("danger").filter("YES"::equals).isPresent()) {
            hints.add(hint(Tone.CRITICAL, AppIcon.ALERT_OCTAGON, getTranslation("casefile.hint.danger")));
        }
    }

    private String healthWindow() {
        var answers = facts.answers();
        try {
            var day = LocalDate.parse(answers.known("on").orElse(""));
            var time = LocalTime.parse(answers.known("time").orElse("00:00"));
            var until = day.atTime(time).atZone(Office.ZONE).toInstant().plus(PROPHYLAXIS);
            long hours = Duration.between(clock.instant(), until).toHours();
            if (hours > 0) return getTranslation("casefile.hint.window", hours);
            return getTranslation("casefile.hint.windowOver");
        } catch (java.time.format.DateTimeParseException e) {
            return getTranslation("casefile.hint.windowUnknown");
        }
    }

    private static java.util.Optional<Integer> number(String text) {
        return text.matches("\\d{1,3}") ? java.util.Optional.of(Integer.valueOf(text)) : java.util.Optional.empty();
    }

    private static Component hint(Tone tone, AppIcon icon, String text) {
        var strip = new Div(icon.create(), new Span(text));
        strip.addClassNames("c-strip", tone.style());
        return strip;
    }

    /** Proposes expedientes of hers that the clerk may see anyway; of others nothing shows. */
    private void propose() {
        proposals.removeAll();
        for (var line : probable()) {
            if (dismissed.contains(line.ref())) continue;
            var open = Actions.plain("casefile.same.open", () -> CaseNavigation.open(line.ref()));
            var use = Actions.plain("casefile.same.use", () -> choose(line.ref()));
            var no = Actions.quiet("casefile.same.no", () -> {
                dismissed.add(line.ref());
                propose();
            });
            var who = new Paragraph(line.ref().folio() + " · " + line.initials()
                    + (line.age() == null ? "" : " · " + getTranslation("casefile.years", line.age())));
            var buttons = new Div(use, open, no);
            buttons.addClassName("c-row");
            var panel = new Panel("casefile.same.title");
            panel.add(who, buttons);
            proposals.add(panel);
        }
        var chosen = same;
        if (chosen != null) {
            var undo = Actions.quiet("casefile.same.undo", () -> choose(null));
            var strip = new Div(
                    AppIcon.LINK.create(), new Span(getTranslation("casefile.same.chosen", chosen.folio())), undo);
            strip.addClassNames("c-strip", Tone.INFO.style());
            proposals.addComponentAsFirst(strip);
        }
    }

    private List<CaseLine> probable() {
        if (same != null) return List.of();
        var typed = identity.answers();
        var curp = typed.known("curp").orElse("");
        if (Curp.parse(curp) instanceof Curp.Valid(var valid) && !valid.isGeneric()) {
            var found = lists.search(curp, 0, 3);
            if (!found.isEmpty()) return found;
        }
        var phone = contact.answers().known("phone").flatMap(PhoneNumber::parse);
        if (phone.isPresent()) {
            var found = lists.search(phone.get().digits(), 0, 3);
            if (!found.isEmpty()) return found;
        }
        if (typed.known("given").isEmpty() || typed.known("surname1").isEmpty()) return List.of();
        var initials = Stream.of("given", "surname1")
                .flatMap(key -> typed.known(key).stream())
                .collect(Collectors.joining(" "));
        return lists.search(initials, 0, 10).stream()
                .filter(line -> alike(line, typed))
                .limit(3)
                .toList();
    }

    /** The index is generous; what is proposed while typing has initials that sound alike. */
    private static boolean alike(CaseLine line, Answers typed) {
        var mine = sounds(mx.gob.jocotepec.cauce.person.PersonName.of(typed).initials());
        var hers = sounds(line.initials());
        return hers.startsWith(mine) || mine.startsWith(hers);
    }

    /** Letters that many write for one another become one: Zenaida and Senaida, Hernández and Ernandez, Ximena and Jimena. */
    private static String sounds(String initials) {
        return SpanishText.fold(initials)
                .replaceAll("[zckq]", "s")
                .replace('v', 'b')
                .replaceAll("[gx]", "j")
                .replaceAll("[aeiouhy]", "e");
    }

    private void choose(@Nullable CaseRef ref) {
        same = ref;
        keep();
        propose();
    }

    private void register() {
        var parts = new EnumMap<Compartment, Answers>(Compartment.class);
        for (var form : forms) {
            parts.merge(form.section().compartment(), form.answers(), (one, other) -> one.with(other.values()));
        }
        var chosen = same;
        var outcome = cases.register(new NewCase(
                chosen == null ? null : chosen.person(),
                parts,
                notice.getValue(),
                consent.getValue() == null ? Consent.PENDING : consent.getValue(),
                notified.getValue() ? clock.instant() : null,
                manner.getValue() == null ? "OTHER" : manner.getValue().key()));
        switch (outcome) {
            case RegisterOutcome.Registered(var ref) -> {
                drafts.discard(DRAFT, null);
                Notices.done("casefile.new.registered", ref.folio());
                // out of reach at once where the aggressor may be she herself: the usual words, and nothing else
                if (cases.head(ref.id()).isPresent()) CaseNavigation.open(ref);
                else getUI().ifPresent(ui -> ui.navigate(CaseNavigation.LIST));
            }
            case RegisterOutcome.Invalid(var problems) -> {
                var list = new ArrayList<ErrorSummary.Problem>();
                forms.forEach(form -> list.addAll(form.problems(problems)));
                errors.show(list);
            }
        }
    }

    private void later() {
        keep();
        Notices.info("casefile.new.keptNotice");
        getUI().ifPresent(ui -> ui.navigate("inicio"));
    }

    /** Begins anew without asking, and can be taken back: a question before would be answered without reading. */
    private void discard() {
        var before = typed();
        drafts.discard(DRAFT, null);
        empty();
        Notices.undo("casefile.new.discarded", () -> {
            fill(before);
            keep();
        });
        ((Focusable<?>) identity.first()).focus();
    }

    private void empty() {
        filling = true;
        for (var form : forms) form.answers(Answers.NONE);
        notice.clear();
        notified.clear();
        filling = false;
        same = null;
        dismissed.clear();
        start();
        kept.setText("");
        proposals.removeAll();
        hints.removeAll();
        errors.clear();
    }
}

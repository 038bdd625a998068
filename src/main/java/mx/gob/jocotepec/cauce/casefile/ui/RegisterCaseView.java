package mx.gob.jocotepec.cauce.casefile.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import mx.gob.jocotepec.cauce.casefile.CaseFiles;
import mx.gob.jocotepec.cauce.casefile.CaseHead;
import mx.gob.jocotepec.cauce.casefile.CaseHead.Consent;
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
import mx.gob.jocotepec.cauce.person.PersonName;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.CaseId;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.Dates;
import mx.gob.jocotepec.cauce.uikit.ErrorSummary;
import mx.gob.jocotepec.cauce.uikit.Notices;
import mx.gob.jocotepec.cauce.uikit.Page;
import mx.gob.jocotepec.cauce.uikit.Panel;
import mx.gob.jocotepec.cauce.uikit.Tone;

/**
 * Quick registration (UC-001): four steps on one page, in the order of a conversation, all by keyboard. What is typed is kept by itself
 * as a sealed draft; nothing but the impossible stands in the way.
 */
@Route("casos/nuevo")
@RolesAllowed("CASE_REGISTER")
class RegisterCaseView extends Page implements AfterNavigationObserver {
    static final String DRAFT = "case.new";

    private final CaseFiles cases;
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
    private final SameWoman same;
    private final FirstHints hints;
    private final Div aside = new Div();
    private final Span kept = new Span();
    private boolean filling;

    RegisterCaseView(CaseFiles cases, CaseLists lists, Drafts drafts, Catalogs catalogs, Clock clock) {
        super("casefile.new.title");
        this.cases = cases;
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
        aside.addClassName("c-stack");
        kept.getElement().setAttribute("aria-live", "polite");
        same = new SameWoman(lists, this::takes, this::keep);
        hints = new FirstHints(clock);
        layOut();
        forms.forEach(form -> form.onChange(this::changed));
        notice.addValueChangeListener(event -> changed());
        consent.addValueChangeListener(event -> changed());
        notified.addValueChangeListener(event -> changed());
        manner.addValueChangeListener(event -> changed());
        Shortcuts.addShortcutListener(this, this::register, Key.ENTER, KeyModifier.CONTROL)
                .listenOn(this)
                .resetFocusOnActiveElement();
    }

    private void layOut() {
        var later = Actions.plain("casefile.new.later", this::later);
        var discard = Actions.quiet("casefile.new.discard", this::discard);
        var register = Actions.primary("casefile.new.register", this::register);
        register.setTooltipText("Ctrl + Enter");
        actions(discard);
        var keys = new Span(getTranslation("casefile.new.hint"));
        keys.addClassName("c-keys-hint");
        state(keys);
        var end = new Div(register, later, kept);
        end.addClassNames("c-row", "c-form-end");
        var steps = new Div(
                step(1, "casefile.new.person", identity, contact),
                step(2, "casefile.new.facts", manner, facts, aggressor),
                step(3, "casefile.new.danger", danger),
                step(4, "casefile.new.duties", notice, consent, notified));
        steps.addClassNames("c-stack", "c-steps");
        var side = new Div(same, hints, aside);
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
        showAside();
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
        same.choose(all.get("_same")
                .map(id -> CaseId.of(UUID.fromString(id)))
                .flatMap(cases::head)
                .map(CaseHead::ref)
                .orElse(null));
        filling = false;
        hint();
        same.look(identity.answers(), contact.answers());
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
        same.look(identity.answers(), contact.answers());
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
        var chosen = same.chosen();
        if (chosen != null) all.put("_same", chosen.id().value().toString());
        return new Answers(all);
    }

    private void hint() {
        hints.show(identity.answers(), facts.answers(), danger.answers(), aggressor.answers());
    }

    /** Her new case takes up what is typed only where the parts it belongs to are open to the clerk. */
    private boolean takes(CaseRef ref) {
        return cases.head(ref.id())
                .filter(head -> head.compartments().containsAll(Set.of(Compartment.IDENTITY, Compartment.CONTACT)))
                .isPresent();
    }

    private void register() {
        var parts = new EnumMap<Compartment, Answers>(Compartment.class);
        for (var form : forms) {
            parts.merge(form.section().compartment(), form.answers(), (one, other) -> one.with(other.values()));
        }
        var unread = forms.stream().flatMap(form -> form.unread().stream()).toList();
        if (!unread.isEmpty()) {
            var all = new ArrayList<>(unread);
            var problems = cases.problems(parts); // all that is wrong at once
            forms.forEach(form -> all.addAll(form.problems(problems)));
            errors.show(all);
            return;
        }
        var chosen = same.chosen();
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

    /** Registrations put aside with "later": each is taken up again by a click. */
    private void showAside() {
        aside.removeAll();
        for (var draft : drafts.aside(DRAFT)) {
            var who = PersonName.of(within(draft.answers(), identity.section().key()))
                    .initials();
            var text = new Span(getTranslation("casefile.new.aside", who, Dates.dateTime(draft.updatedAt())));
            var strip = new Div(AppIcon.EDIT.create(), text, Actions.quiet("casefile.new.takeUp", () -> {
                drafts.takeUp(DRAFT, draft.id());
                empty();
                drafts.find(DRAFT, null).ifPresent(this::take);
                showAside();
            }));
            strip.addClassNames("c-strip", Tone.INFO.style());
            aside.add(strip);
        }
    }

    private void later() {
        keep();
        drafts.setAside(DRAFT);
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
        same.clear();
        start();
        kept.setText("");
        hints.removeAll();
        errors.clear();
    }
}

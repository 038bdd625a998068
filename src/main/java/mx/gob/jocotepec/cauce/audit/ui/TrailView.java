package mx.gob.jocotepec.cauce.audit.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mx.gob.jocotepec.cauce.audit.ActorNames;
import mx.gob.jocotepec.cauce.audit.TrailFilter;
import mx.gob.jocotepec.cauce.audit.TrailLine;
import mx.gob.jocotepec.cauce.audit.TrailReader;
import mx.gob.jocotepec.cauce.audit.TrailReport;
import mx.gob.jocotepec.cauce.audit.TrailVerifier;
import mx.gob.jocotepec.cauce.shared.Folio;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.DateInput;
import mx.gob.jocotepec.cauce.uikit.Dates;
import mx.gob.jocotepec.cauce.uikit.EmptyState;
import mx.gob.jocotepec.cauce.uikit.Page;
import mx.gob.jocotepec.cauce.uikit.StatusBadge;
import mx.gob.jocotepec.cauce.uikit.TextInput;
import mx.gob.jocotepec.cauce.uikit.Texts;
import mx.gob.jocotepec.cauce.uikit.Tone;

/** Who did what and when, and whether the record of it is whole. */
@Route("bitacora")
@RolesAllowed("TRAIL_READ")
class TrailView extends Page implements AfterNavigationObserver {
    private static final String ACTION = "audit.action.";
    private static final int PAGE = 50;
    private static final int DAYS = 7;

    private final TrailReader reader;
    private final TrailVerifier verifier;
    private final ActorNames names;
    private final Texts texts;
    private final DateInput from;
    private final DateInput until;
    private final ComboBox<UUID> actor = new ComboBox<>(getTranslation("audit.actor"));
    private final ComboBox<String> action = new ComboBox<>(getTranslation("audit.action"));
    private final Select<String> outcome = new Select<>();
    private final TextInput folio = new TextInput("audit.folio", 20);
    private final Grid<TrailLine> grid = new Grid<>();
    private final Button newer = Actions.plain("audit.newer", AppIcon.CHEVRON_LEFT, () -> turn(-1));
    private final Button older = Actions.plain("audit.older", AppIcon.CHEVRON_RIGHT, () -> turn(1));
    private final Span where = new Span();
    private final Div result = new Div();
    private final Div signed = new Div();
    private final Clock clock;
    private Map<UUID, String> known = Map.of();
    private TrailWords words;
    private int page;

    TrailView(TrailReader reader, TrailVerifier verifier, ActorNames names, Texts texts, Clock clock) {
        super("audit.title");
        this.reader = reader;
        this.verifier = verifier;
        this.names = names;
        this.texts = texts;
        this.clock = clock;
        words = new TrailWords(texts, getLocale(), Map.of());
        from = new DateInput("audit.from", clock);
        until = new DateInput("audit.until", clock);
        wide();
        var verify = Actions.plain("audit.verify", AppIcon.SHIELD, this::verify);
        verify.setDisableOnClick(true);
        verify.addClickListener(click -> verify.setEnabled(true));
        actions(verify);
        columns();
        folio.setPlaceholder("CAU-2026-00042");
        actor.setClearButtonVisible(true);
        action.setClearButtonVisible(true);
        outcome.setLabel(getTranslation("audit.outcome"));
        outcome.setItems("DONE", "REFUSED", "DENIED");
        outcome.setItemLabelGenerator(
                key -> key == null ? getTranslation("audit.outcome.all") : getTranslation("audit.outcome." + key));
        outcome.setEmptySelectionAllowed(true);
        outcome.setEmptySelectionCaption(getTranslation("audit.outcome.all"));
        outcome.addValueChangeListener(change -> first());
        from.addValueChangeListener(change -> first());
        until.addValueChangeListener(change -> first());
        actor.addValueChangeListener(change -> first());
        action.addValueChangeListener(change -> first());
        folio.addValueChangeListener(change -> first());
        var filters = new Div(from, until, actor, action, outcome, folio);
        filters.addClassName("c-filters");
        older.setIconAfterText(true);
        var pages = new Div(where, newer, older);
        pages.addClassNames("c-row", "c-pages");
        result.setVisible(false);
        signed.addClassName("c-stack");
        add(signed, result, filters, grid, pages);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        known = names.all();
        words = new TrailWords(
                texts,
                getLocale(),
                known.entrySet().stream()
                        .collect(Collectors.toMap(one -> one.getKey().toString(), Map.Entry::getValue)));
        actor.setItems(
                known.keySet().stream().sorted(Comparator.comparing(this::name)).toList());
        actor.setItemLabelGenerator(this::name);
        action.setItems(texts.getAllTranslations(getLocale()).keySet().stream()
                .filter(key -> key.startsWith(ACTION))
                .map(key -> key.substring(ACTION.length()))
                .sorted(Comparator.comparing(this::word))
                .toList());
        action.setItemLabelGenerator(this::word);
        showAnchors();
        // setting it loads the first page
        from.setValue(LocalDate.now(clock.withZone(Office.ZONE)).minusDays(DAYS));
    }

    private void columns() {
        grid.addColumn(line -> Dates.dateTime(line.at()))
                .setHeader(getTranslation("audit.when"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(line ->
                        line.actor() == null ? getTranslation("audit.kind." + line.actorKind()) : name(line.actor()))
                .setHeader(getTranslation("audit.actor"))
                .setWidth("10rem")
                .setFlexGrow(2);
        grid.addColumn(line -> word(line.action()))
                .setHeader(getTranslation("audit.action"))
                .setWidth("11rem")
                .setFlexGrow(2);
        grid.addComponentColumn(this::outcome)
                .setHeader(getTranslation("audit.outcome"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(this::subject)
                .setHeader(getTranslation("audit.subject"))
                .setWidth("10rem")
                .setFlexGrow(2);
        grid.addColumn(line -> words.of(line.detail()))
                .setHeader(getTranslation("audit.detail"))
                .setWidth("13rem")
                .setFlexGrow(3);
        grid.addThemeVariants(GridVariant.WRAP_CELL_CONTENT);
        grid.setAllRowsVisible(true);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setEmptyStateComponent(new EmptyState(AppIcon.HISTORY, "audit.empty", "audit.empty.text"));
    }

    private void first() {
        page = 0;
        load();
    }

    private void turn(int by) {
        page = Math.max(0, page + by);
        load();
    }

    private void load() {
        var written = folio.getValue().strip();
        var wanted = Folio.parse(
                written, LocalDate.ofInstant(clock.instant(), Office.ZONE).getYear());
        folio.setInvalid(!written.isEmpty() && wanted.isEmpty());
        folio.setErrorMessage(getTranslation("audit.folio.bad"));
        if (folio.isInvalid()) return;
        var filter = new TrailFilter(
                from.getValue(),
                until.getValue(),
                actor.getValue(),
                action.getValue(),
                outcome.getValue(),
                wanted.orElse(null));
        var lines = reader.page(filter, page * PAGE, PAGE + 1);
        older.setEnabled(lines.size() > PAGE);
        newer.setEnabled(page > 0);
        grid.setItems(lines.stream().limit(PAGE).toList());
        where.setText(getTranslation("audit.page", page + 1));
    }

    /** When the chains were last signed and mailed, and what goes wrong with it. */
    private void showAnchors() {
        signed.removeAll();
        var anchors = reader.anchors();
        var at = anchors.anchoredAt();
        var mailed = anchors.mailedAt();
        var words = new ArrayList<String>();
        if (at != null) words.add(getTranslation("audit.anchored", Dates.dateTime(at)));
        if (mailed != null) words.add(getTranslation("audit.mailed", Dates.dateTime(mailed)));
        if (anchors.anchorsFail()) signed.add(warning("audit.anchorsFail"));
        if (anchors.mailFails()) signed.add(warning("audit.mailFails"));
        if (!words.isEmpty()) {
            var line = new Span(String.join(" · ", words));
            line.addClassNames("c-quiet", "c-small");
            signed.add(line);
        }
    }

    private Component warning(String key) {
        var strip = new Div(AppIcon.ALERT.create(), new Span(getTranslation(key)));
        strip.addClassNames("c-strip", Tone.SERIOUS.style());
        strip.getElement().setAttribute("role", "status");
        return strip;
    }

    private void verify() {
        var report = verifier.verify();
        result.removeAll();
        result.setVisible(true);
        result.setClassName("c-strip");
        result.getElement().setAttribute("role", "status");
        result.addClassName((report.whole() ? Tone.GOOD : Tone.CRITICAL).style());
        var icon = report.whole() ? AppIcon.CHECK_CIRCLE : AppIcon.ALERT;
        var key = report.whole() ? "audit.whole" : "audit.notWhole";
        result.add(icon.create(), new Paragraph(getTranslation(key, report.entries(), report.anchors())));
        if (!report.whole()) result.add(findings(report));
    }

    private Component findings(TrailReport report) {
        var list = new UnorderedList();
        report.findings().stream()
                .map(found -> getTranslation("audit.finding." + found.kind().name(), found.chain(), found.seq()))
                .forEach(text -> list.add(new ListItem(text)));
        return list;
    }

    private Component outcome(TrailLine line) {
        var word = getTranslation("audit.outcome." + line.outcome());
        return switch (line.outcome()) {
            case "DONE" -> new StatusBadge(Tone.NEUTRAL, AppIcon.CHECK, word);
            case "REFUSED" -> new StatusBadge(Tone.CAUTION, AppIcon.MINUS, word);
            default -> new StatusBadge(Tone.SERIOUS, AppIcon.CLOSE, word);
        };
    }

    /** The case by its folio, somebody of the staff by name; nothing else is named. */
    private String subject(TrailLine line) {
        var person = "STAFF".equals(line.subjectKind()) && line.subject() != null ? name(line.subject()) : null;
        var both = Stream.of(line.folio(), person).filter(Objects::nonNull).collect(Collectors.joining(" · "));
        return both.isEmpty() ? "–" : both;
    }

    private String name(UUID id) {
        return Optional.ofNullable(known.get(id)).orElse("…" + id.toString().substring(28));
    }

    /** Actions are keys of the code, told as words where there are words for them. */
    private String word(String key) {
        var text = getTranslation(ACTION + key);
        return text.startsWith("!") ? key : text;
    }
}

package mx.gob.jocotepec.cauce.oversight.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import mx.gob.jocotepec.cauce.oversight.ExportOutcome;
import mx.gob.jocotepec.cauce.oversight.Exports;
import mx.gob.jocotepec.cauce.oversight.Exports.Kind;
import mx.gob.jocotepec.cauce.oversight.Exports.Request;
import mx.gob.jocotepec.cauce.oversight.Exports.State;
import mx.gob.jocotepec.cauce.oversight.Grounds;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import mx.gob.jocotepec.cauce.staff.ui.ProveYourself;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.DateInput;
import mx.gob.jocotepec.cauce.uikit.Dates;
import mx.gob.jocotepec.cauce.uikit.EmptyState;
import mx.gob.jocotepec.cauce.uikit.Entry;
import mx.gob.jocotepec.cauce.uikit.ErrorSummary;
import mx.gob.jocotepec.cauce.uikit.ErrorSummary.Problem;
import mx.gob.jocotepec.cauce.uikit.LongTextInput;
import mx.gob.jocotepec.cauce.uikit.Notices;
import mx.gob.jocotepec.cauce.uikit.Page;
import mx.gob.jocotepec.cauce.uikit.Panel;
import mx.gob.jocotepec.cauce.uikit.StatusBadge;
import mx.gob.jocotepec.cauce.uikit.Tone;

/** Asks for a list as a file, and takes it once somebody else has allowed it. */
@Route("exportaciones")
@RolesAllowed("CASE_READ")
@StyleSheet("context://styles/oversight.css")
class ExportView extends Page implements AfterNavigationObserver {
    /** The second half of a double click comes when the form is empty again already; it asks for nothing. */
    private static final Duration SECOND_CLICK = Duration.ofSeconds(2);
    /** After so long the browser has asked for the file. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(3);

    private final Exports exports;
    private final ProveYourself prove;
    private final ErrorSummary errors = new ErrorSummary();
    private final RadioButtonGroup<Kind> kind = new RadioButtonGroup<>(getTranslation("oversight.export.kind"));
    private final DateInput from;
    private final DateInput to;
    private final LongTextInput reason = new LongTextInput("oversight.export.reason", 2_000);
    private final Clock clock;
    private final Panel own = new Panel("oversight.export.own");
    private Instant requested = Instant.EPOCH;

    ExportView(Exports exports, ProveYourself prove, Clock clock) {
        super("oversight.export.title");
        this.exports = exports;
        this.prove = prove;
        this.clock = clock;
        addClassName("c-page-narrow");
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(value -> getTranslation("oversight.export." + value));
        kind.setValue(Kind.CASES);
        var today = LocalDate.now(clock.withZone(Office.ZONE));
        from = new DateInput("oversight.export.from", clock);
        from.setValue(today.withDayOfMonth(1));
        to = new DateInput("oversight.export.to", clock);
        to.setValue(today);
        reason.setRequiredIndicatorVisible(true);
        var days = new Div(from, to);
        days.addClassName("c-row");
        var form = new Panel("oversight.export.form");
        form.add(new Paragraph(getTranslation("oversight.export.about")), errors, kind, days, reason, send());
        add(form, own);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        load();
    }

    private Button send() {
        var send = Actions.primary("oversight.export.request", this::request);
        send.setDisableOnClick(true);
        send.addClickListener(click -> send.setEnabled(true));
        return send;
    }

    private void load() {
        var requests = exports.mine();
        if (requests.isEmpty()) {
            own.content(new EmptyState(AppIcon.DOWNLOAD, "oversight.export.none", "oversight.export.none.text"));
            return;
        }
        var list = new Div();
        list.addClassName("c-entries");
        list.getElement().setAttribute("role", "list");
        requests.forEach(request -> list.add(entry(request)));
        own.content(list);
    }

    private Entry entry(Request request) {
        var folio = new Span(request.folio());
        folio.addClassName("c-strong");
        var entry = new Entry(folio, mark(request.state()))
                .text(getTranslation("oversight.export." + request.kind()) + " · "
                        + getTranslation("oversight.export.span", Dates.date(request.from()), Dates.date(request.to())))
                .note(getTranslation("oversight.export.lines", request.lines(), Dates.dateTime(request.at())));
        if (request.state() == State.ALLOWED) {
            entry.note(getTranslation("oversight.export.until", Dates.dateTime(request.expires())))
                    .actions(Actions.plain(
                            "oversight.export.take",
                            AppIcon.DOWNLOAD,
                            () -> prove.then(() -> take(entry, request.id()))));
        }
        return entry;
    }

    private StatusBadge mark(State state) {
        var word = getTranslation("oversight.export.state." + state);
        return switch (state) {
            case WAITING -> new StatusBadge(Tone.CAUTION, AppIcon.CLOCK, word);
            case ALLOWED -> new StatusBadge(Tone.GOOD, AppIcon.CHECK, word);
            case NOT_ALLOWED -> new StatusBadge(Tone.SERIOUS, AppIcon.CLOSE, word);
            case TAKEN, EXPIRED -> new StatusBadge(Tone.NEUTRAL, AppIcon.MINUS, word);
        };
    }

    /** The file goes out through a link of its own, which works once. */
    private void take(Entry entry, UUID id) {
        var link = new Anchor(
                DownloadHandler.fromInputStream(event -> exports.take(id)
                        .map(file -> new DownloadResponse(
                                new ByteArrayInputStream(file.content()),
                                file.name(),
                                "application/octet-stream",
                                file.content().length))
                        .orElseGet(() -> DownloadResponse.error(HttpStatusCode.NOT_FOUND))),
                getTranslation("oversight.export.ready"));
        link.getElement().setAttribute("download", true);
        entry.actions(link);
        // its link works once: what stands there afterwards is that it was taken
        link.getElement()
                .executeJs(
                        "this.click(); return new Promise(done => setTimeout(done, $0, true))", ON_ITS_WAY.toMillis())
                .then(done -> load());
    }

    private void request() {
        if (reason.isEmpty() && clock.instant().isBefore(requested.plus(SECOND_CLICK))) return;
        var first = from.getValue();
        var last = to.getValue();
        var wrong = new ArrayList<Problem>();
        if (first == null) wrong.add(new Problem(from, from.missing("uikit.required")));
        if (last == null) wrong.add(new Problem(to, to.missing("uikit.required")));
        else if (first != null && last.isBefore(first)) {
            wrong.add(new Problem(to, getTranslation("oversight.export.refused.DAYS_REVERSED")));
        }
        if (!Grounds.suffice(Sensitive.of(reason.getValue()))) {
            wrong.add(new Problem(reason, getTranslation("oversight.export.refused.REASON_TOO_SHORT")));
        }
        errors.show(wrong);
        if (first == null || last == null || !wrong.isEmpty()) return;
        prove.then(() -> show(exports.request(kind.getValue(), first, last, Sensitive.of(reason.getValue()))));
    }

    private void show(ExportOutcome outcome) {
        switch (outcome) {
            case ExportOutcome.Requested(var folio, var lines) -> {
                Notices.done("oversight.export.requested", folio);
                requested = clock.instant();
                reason.clear();
                reason.setInvalid(false);
                load();
            }
            case ExportOutcome.Refused(var why) ->
                errors.show(
                        switch (why) {
                            case REASON_TOO_SHORT -> reason;
                            case DAYS_REVERSED, NOTHING_THERE, TOO_MANY -> to;
                        },
                        "oversight.export.refused." + why);
        }
    }
}

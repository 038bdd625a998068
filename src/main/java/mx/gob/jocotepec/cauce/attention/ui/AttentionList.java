package mx.gob.jocotepec.cauce.attention.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.shared.Registration;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mx.gob.jocotepec.cauce.attention.AttentionEntry;
import mx.gob.jocotepec.cauce.attention.AttentionStatus;
import mx.gob.jocotepec.cauce.casefile.CaseHead;
import mx.gob.jocotepec.cauce.shared.StaffId;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.Dates;
import mx.gob.jocotepec.cauce.uikit.EmptyState;
import org.jspecify.annotations.Nullable;

/** The attentions and appointments of a case, the latest first, ten at a time. */
@StyleSheet("context://styles/attention.css")
final class AttentionList extends Div {
    private static final int PAGE = 10;

    private final AttentionDesk desk;
    private final CaseHead head;
    private final Runnable changed;
    private final boolean records;
    private final Div entries = new Div();
    private final Button more = Actions.plain("attention.list.more", this::next);
    private @Nullable Registration listening;
    private int shown;

    /** @param records whether whoever looks at it may record */
    AttentionList(AttentionDesk desk, CaseHead head, StaffId me, boolean records, Runnable changed) {
        this.desk = desk;
        this.head = head;
        this.records = records;
        this.changed = () -> {
            reload();
            changed.run();
        };
        addClassName("c-stack");
        entries.addClassName("attention-list");
        if (records && head.isOpen()) {
            add(new Div(Actions.plain(
                    "attention.appointment.make",
                    AppIcon.CALENDAR,
                    () -> AppointmentDialog.of(desk, head.ref(), me, this.changed)
                            .open())));
        }
        add(entries, more);
        reload();
    }

    /** What was recorded by the action in the head of the page shows in the list that is open below it. */
    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        listening = ComponentUtil.addListener(event.getUI(), Recorded.class, recorded -> reload());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (listening != null) listening.remove();
        super.onDetach(event);
    }

    /** Something was recorded elsewhere on the page. */
    static final class Recorded extends ComponentEvent<UI> {
        Recorded(UI source) {
            super(source, false);
        }
    }

    private void reload() {
        shown = 0;
        entries.removeAll();
        next();
    }

    private void next() {
        var page = desk.attentions().ofCase(head.ref(), shown, PAGE + 1);
        page.stream().limit(PAGE).forEach(entry -> entries.add(line(entry)));
        shown += Math.min(page.size(), PAGE);
        more.setVisible(page.size() > PAGE);
        if (shown == 0) {
            entries.add(new EmptyState(AppIcon.CALENDAR_CHECK, "attention.list.empty", "attention.list.empty.text"));
        }
    }

    private Component line(AttentionEntry entry) {
        var kind = new H3(desk.kind(entry.kind()));
        var when = new Span(Dates.dateTime(entry.startsAt()));
        when.addClassName("attention-when");
        var top = new Div(kind, Statuses.badge(entry.status(), desk.status(entry.status())), when);
        top.addClassName("c-row");
        var facts = new Paragraph(Stream.of(
                        desk.discipline(entry.discipline()),
                        entry.staffName(),
                        entry.areaName(),
                        desk.mode(entry.mode()),
                        entry.minutes() == null ? null : getTranslation("attention.minutes.of", entry.minutes()),
                        entry.walkIn() ? getTranslation("attention.walkIn") : null)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · ")));
        facts.addClassNames("c-quiet", "c-small");
        var article = new Article(top, facts);
        article.addClassName("attention-entry");
        if (!entry.note().isBlank()) {
            var words = new Paragraph(entry.note().reveal());
            words.addClassName("attention-words");
            article.add(words);
        }
        var actions = actions(entry);
        if (actions.getComponentCount() > 0) article.add(actions);
        return article;
    }

    private Div actions(AttentionEntry entry) {
        var row = new Div();
        row.addClassNames("c-row", "attention-actions");
        if (entry.corrections() > 0) {
            row.add(quiet(
                    getTranslation("attention.corrected", entry.corrections()),
                    AppIcon.HISTORY,
                    () -> PastDialog.versions(desk, entry).open()));
        }
        if (entry.hasReserved()) {
            row.add(quiet(
                    getTranslation("attention.reserved.open", desk.discipline(entry.discipline())),
                    AppIcon.LOCK,
                    () -> ReservedDialog.open(desk, entry)));
        }
        if (!records || !entry.mayChange()) return row;
        switch (entry.status()) {
            case SCHEDULED -> appointment(row, entry);
            case ATTENDED, NO_SHOW ->
                row.add(quiet(getTranslation("attention.correct"), AppIcon.EDIT, () -> correct(entry)));
            case CANCELLED -> {}
        }
        return row;
    }

    /** Her own reserved note stands in the form: it is asked for as when she opens it. */
    private void correct(AttentionEntry entry) {
        Runnable open = () -> new CorrectDialog(desk, entry, head.ref().folio(), changed).open();
        if (entry.hasReserved() && entry.mayWriteReserved()) desk.prove().then(open);
        else open.run();
    }

    private void appointment(Div row, AttentionEntry entry) {
        if (head.isOpen()) {
            var of = new RecordDialog.Of(entry.id(), entry.version(), entry.kind(), entry.mode(), entry.startsAt());
            row.add(quiet(
                    getTranslation("attention.record"),
                    AppIcon.CHECK,
                    () -> new RecordDialog(desk, head.ref(), of, changed).open()));
            row.add(quiet(
                    getTranslation("attention.move"),
                    AppIcon.CLOCK,
                    () -> AppointmentDialog.move(
                                    desk,
                                    head.ref().folio(),
                                    entry.startsAt(),
                                    at -> desk.appointments().move(entry.id(), entry.version(), at),
                                    changed)
                            .open()));
        }
        if (entry.status() == AttentionStatus.SCHEDULED
                && !entry.startsAt().isAfter(desk.clock().instant())) {
            row.add(quiet(
                    getTranslation("attention.noShow"),
                    AppIcon.CLOSE_CIRCLE,
                    () -> Answer.to(
                            desk.appointments().noShow(entry.id(), entry.version()),
                            "attention.noShow.done",
                            changed)));
        }
        row.add(quiet(
                getTranslation("attention.cancel"),
                AppIcon.CLOSE,
                () -> new CancelQuestion(desk, entry.id(), entry.version(), entry.startsAt(), changed).open()));
    }

    private static Button quiet(String text, AppIcon icon, Runnable action) {
        var button = new Button(text, icon.create(), click -> action.run());
        button.addThemeNames("tertiary", "small");
        return button;
    }
}

package mx.gob.jocotepec.cauce.attention.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Collectors;
import mx.gob.jocotepec.cauce.attention.Agenda.Scope;
import mx.gob.jocotepec.cauce.attention.AgendaEntry;
import mx.gob.jocotepec.cauce.attention.AttentionStatus;
import mx.gob.jocotepec.cauce.casefile.ui.CaseNavigation;
import mx.gob.jocotepec.cauce.staff.CurrentActor;
import mx.gob.jocotepec.cauce.staff.Permission;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.Authorities;
import mx.gob.jocotepec.cauce.uikit.Dates;
import mx.gob.jocotepec.cauce.uikit.EmptyState;
import mx.gob.jocotepec.cauce.uikit.Page;
import mx.gob.jocotepec.cauce.uikit.Panel;
import mx.gob.jocotepec.cauce.uikit.StatusBadge;
import org.jspecify.annotations.Nullable;

/** Who comes today and this week, what is still to be recorded, and whom nobody has called since she did not come. */
@Route(AttentionNavigation.AGENDA)
@RolesAllowed("ATTENTION_READ")
@StyleSheet("context://styles/attention.css")
class AgendaView extends Page implements HasUrlParameter<String> {
    /** With everybody's of the area. */
    static final String OF_AREA = AttentionNavigation.AGENDA + "?de=area";

    private final AttentionDesk desk;
    private final CurrentActor current;
    private final RadioButtonGroup<Scope> scope = new RadioButtonGroup<>();
    private LocalDate monday;

    AgendaView(AttentionDesk desk, CurrentActor current) {
        super("attention.agenda.title");
        this.desk = desk;
        this.current = current;
        this.monday = mondayOf(desk.today());
        wide();
        scope.setAriaLabel(getTranslation("attention.agenda.scope"));
        scope.addClassName("attention-inline");
        scope.setItems(Scope.values());
        scope.setItemLabelGenerator(one -> getTranslation("attention.agenda.scope." + one));
        scope.setValue(Scope.MINE);
        scope.addValueChangeListener(change -> {
            if (change.isFromClient()) load();
        });
        if (Authorities.has(Permission.ATTENTION_RECORD)) {
            var make = Actions.primary(
                    "attention.appointment.make",
                    () -> AppointmentDialog.of(desk, null, current.get().staff(), this::load)
                            .open());
            make.setIcon(AppIcon.PLUS.create());
            actions(make);
        }
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String day) {
        monday = mondayOf(parse(day));
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter("de")
                .filter("area"::equals)
                .ifPresent(area -> scope.setValue(Scope.AREA));
        load();
    }

    private LocalDate parse(@Nullable String day) {
        try {
            return day == null ? desk.today() : LocalDate.parse(day);
        } catch (DateTimeException notADay) {
            return desk.today();
        }
    }

    private void load() {
        var mine = scope.getValue();
        var today = desk.today();
        var week = desk.agenda().of(mine, monday, monday.plusDays(6));
        body(scope);
        if (monday.equals(mondayOf(today))) {
            add(list("attention.agenda.today", on(today, week), true));
            waiting("attention.agenda.unrecorded", desk.agenda().unrecorded(mine));
            waiting("attention.agenda.missed", desk.agenda().missed(mine));
        }
        add(week(week, today));
    }

    private void waiting(String titleKey, List<AgendaEntry> entries) {
        if (!entries.isEmpty()) add(list(titleKey, entries, false));
    }

    private Panel list(String titleKey, List<AgendaEntry> entries, boolean today) {
        var panel = new Panel(titleKey);
        if (entries.isEmpty()) {
            panel.add(new EmptyState(AppIcon.CALENDAR, "attention.agenda.free", "attention.agenda.free.text"));
            return panel;
        }
        var list = new UnorderedList();
        list.addClassName("agenda-list");
        entries.forEach(entry -> list.add(row(entry, today)));
        panel.add(list);
        return panel;
    }

    private ListItem row(AgendaEntry entry, boolean today) {
        var time = new Span(today ? Dates.time(entry.startsAt()) : Dates.dateTime(entry.startsAt()));
        time.addClassName("agenda-time");
        var who = new Div(caseLink(entry), new Span(entry.initials()));
        who.addClassName("c-row");
        if (entry.risk().isGrave()) who.add(StatusBadge.risk(entry.risk()));
        var facts = new Span(facts(entry));
        facts.addClassNames("c-quiet", "c-small");
        var words = new Div(who, facts);
        words.addClassName("agenda-words");
        var item = new ListItem(time, words, Statuses.badge(entry.status(), desk.status(entry.status())));
        if (Authorities.has(Permission.ATTENTION_RECORD)) item.add(actions(entry));
        return item;
    }

    private String facts(AgendaEntry entry) {
        var what = desk.kind(entry.kind()) + " · " + desk.mode(entry.mode());
        return scope.getValue() == Scope.AREA ? what + " · " + entry.staffName() : what;
    }

    private Div actions(AgendaEntry entry) {
        var row = new Div();
        row.addClassName("agenda-actions");
        if (entry.status() == AttentionStatus.NO_SHOW) {
            row.add(small(
                    "attention.appointment.again",
                    () -> AppointmentDialog.of(desk, entry.ref(), current.get().staff(), this::load)
                            .open()));
        }
        if (entry.status() != AttentionStatus.SCHEDULED) return row;
        var of = new RecordDialog.Of(entry.id(), entry.version(), entry.kind(), entry.mode(), entry.startsAt());
        row.add(small("attention.came", () -> new RecordDialog(desk, entry.ref(), of, this::load).open()));
        if (!entry.startsAt().isAfter(desk.clock().instant())) {
            row.add(small(
                    "attention.noShow",
                    () -> Answer.to(
                            desk.appointments().noShow(entry.id(), entry.version()),
                            "attention.noShow.done",
                            this::load)));
        }
        row.add(small(
                "attention.move",
                () -> AppointmentDialog.move(
                                desk,
                                entry.ref().folio(),
                                entry.startsAt(),
                                at -> desk.appointments().move(entry.id(), entry.version(), at),
                                this::load)
                        .open()));
        row.add(small(
                "attention.cancel",
                () -> new CancelQuestion(desk, entry.id(), entry.version(), entry.startsAt(), this::load).open()));
        return row;
    }

    private Component week(List<AgendaEntry> entries, LocalDate today) {
        var panel = new Panel("attention.agenda.week");
        panel.heading(getTranslation("attention.agenda.weekOf", Dates.date(monday), Dates.date(monday.plusDays(6))));
        panel.action(
                Actions.icon("attention.agenda.previous", AppIcon.CHEVRON_LEFT, () -> to(monday.minusWeeks(1))),
                Actions.quiet("attention.agenda.thisWeek", () -> to(today)),
                Actions.icon("attention.agenda.next", AppIcon.CHEVRON_RIGHT, () -> to(monday.plusWeeks(1))));
        var grid = new Div();
        grid.addClassName("agenda-week");
        for (var day = monday; day.isBefore(monday.plusDays(7)); day = day.plusDays(1)) {
            var ofDay = on(day, entries);
            boolean weekend = day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue();
            if (weekend && ofDay.isEmpty()) continue;
            grid.add(day(day, ofDay, day.equals(today)));
        }
        panel.add(grid);
        return panel;
    }

    private Component day(LocalDate day, List<AgendaEntry> entries, boolean today) {
        var name = getTranslation("uikit.date.weekdays")
                .split(",", -1)[day.getDayOfWeek().getValue() % 7];
        var column = new Section(new H3(name + " " + day.getDayOfMonth()));
        column.addClassName("agenda-day");
        if (today) column.addClassName("agenda-day-today");
        if (entries.isEmpty()) {
            column.addClassName("agenda-day-empty");
            var free = new Paragraph("—");
            free.addClassName("c-quiet");
            column.add(free);
        }
        entries.forEach(entry -> column.add(slot(entry)));
        return column;
    }

    private Component slot(AgendaEntry entry) {
        var time = new Span(Dates.time(entry.startsAt()));
        time.addClassName("agenda-time");
        var top = new Div(time, caseLink(entry));
        top.addClassName("c-row");
        var facts = new Span(entry.initials() + " · " + facts(entry));
        facts.addClassNames("c-quiet", "c-small");
        var slot = new Div(top, facts, Statuses.badge(entry.status(), desk.status(entry.status())));
        slot.addClassName("agenda-slot");
        return slot;
    }

    private Anchor caseLink(AgendaEntry entry) {
        return CaseNavigation.link(entry.ref());
    }

    private void to(LocalDate day) {
        getUI().ifPresent(ui -> ui.navigate(AgendaView.class, mondayOf(day).toString()));
    }

    private static Button small(String key, Runnable action) {
        var button = Actions.plain(key, action);
        button.addThemeNames("small");
        return button;
    }

    private static List<AgendaEntry> on(LocalDate day, List<AgendaEntry> entries) {
        return entries.stream()
                .filter(entry -> AttentionDesk.date(entry.startsAt()).equals(day))
                .collect(Collectors.toList());
    }

    private static LocalDate mondayOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}

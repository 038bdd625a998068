package mx.gob.jocotepec.cauce.casefile.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import mx.gob.jocotepec.cauce.casefile.CaseFiles;
import mx.gob.jocotepec.cauce.casefile.CaseHead;
import mx.gob.jocotepec.cauce.casefile.Drafts;
import mx.gob.jocotepec.cauce.casefile.Sections;
import mx.gob.jocotepec.cauce.casefile.Sections.Section;
import mx.gob.jocotepec.cauce.catalog.Catalogs;
import mx.gob.jocotepec.cauce.person.PersonPart;
import mx.gob.jocotepec.cauce.person.SaveOutcome;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.staff.Permission;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.Authorities;
import mx.gob.jocotepec.cauce.uikit.Dates;
import mx.gob.jocotepec.cauce.uikit.EmptyState;
import mx.gob.jocotepec.cauce.uikit.ErrorSummary;
import mx.gob.jocotepec.cauce.uikit.Notices;
import mx.gob.jocotepec.cauce.uikit.Tone;

/** One section of the expediente: read, and changed in place. Two people who change it at once are shown both versions. */
final class SectionPanel extends Div {
    private final CaseHead head;
    private final Section section;
    private final CaseFiles cases;
    private final Drafts drafts;
    private final Catalogs catalogs;
    private final Clock clock;
    private final Runnable changed;

    SectionPanel(
            CaseHead head,
            Section section,
            CaseFiles cases,
            Drafts drafts,
            Catalogs catalogs,
            Clock clock,
            Runnable changed) {
        this.head = head;
        this.section = section;
        this.cases = cases;
        this.drafts = drafts;
        this.catalogs = catalogs;
        this.clock = clock;
        this.changed = changed;
        addClassName("c-stack");
        read();
    }

    private void read() {
        removeAll();
        var found = cases.read(head.ref(), section.compartment());
        if (found.isEmpty()) {
            add(CaseView.quiet(getTranslation("casefile.section.none")));
            return;
        }
        var part = found.get();
        var answered = section.fields().stream()
                .filter(field -> part.answers().get(field.key()).isPresent())
                .toList();
        if (answered.isEmpty()) {
            add(new EmptyState(AppIcon.EDIT, "casefile.section.empty", "casefile.section.empty.text"));
        } else {
            var list = new DescriptionList();
            list.addClassName("c-facts");
            for (var field : answered) {
                list.add(
                        new DescriptionList.Term(label(field)),
                        new DescriptionList.Description(
                                words(field, part.answers().get(field.key()).orElse(""))));
            }
            add(list);
        }
        add(foot(part, answered.size()));
    }

    private Component foot(PersonPart part, int answered) {
        var foot = new Div();
        foot.addClassName("c-row");
        if (head.isOpen() && !head.emergency() && Authorities.has(Permission.CASE_EDIT)) {
            foot.add(Actions.plain("casefile.section.edit", AppIcon.EDIT, () -> edit(part)));
        }
        if (part.version() > 0) {
            foot.add(Actions.quiet("casefile.section.past", () -> {
                var all = cases.past(head.ref(), section.compartment());
                new PastDialog(section, all, this::words).open();
            }));
        }
        foot.add(CaseView.quiet(getTranslation(
                "casefile.section.count", answered, section.fields().size(), Dates.dateTime(part.updatedAt()))));
        return foot;
    }

    private void edit(PersonPart part) {
        removeAll();
        var errors = new ErrorSummary();
        var form = new AnswerForm(section, catalogs, clock);
        var subject = head.ref().id().value();
        var kind = "section." + section.key();
        var draft = drafts.find(kind, subject);
        var begun = draft.map(kept -> SectionDraft.of(kept.answers())).orElseGet(() -> SectionDraft.begin(part));
        form.answers(begun.typed());
        var kept = new Span(draft.map(one -> getTranslation("casefile.new.resumed", Dates.dateTime(one.updatedAt())))
                .orElse(""));
        kept.addClassNames("c-quiet", "c-small");
        form.onChange(() -> kept.setText(getTranslation(
                "casefile.new.kept",
                Dates.time(drafts.save(kind, subject, begun.with(form.answers()).toAnswers())))));
        var save = Actions.primary("uikit.save", () -> save(form, errors, begun));
        var cancel = Actions.quiet("uikit.cancel", () -> {
            drafts.discard(kind, subject);
            read();
        });
        var foot = new Div(save, cancel, kept);
        foot.addClassName("c-row");
        if (begun.version() != part.version()) add(savedSince());
        add(errors, form, foot);
        ((Focusable<?>) form.first()).focus();
    }

    /** Her draft is older than what is stored: she will be shown both when she saves. */
    private Component savedSince() {
        var strip = new Div(AppIcon.ALERT.create(), new Span(getTranslation("casefile.section.savedSince")));
        strip.addClassNames("c-strip", Tone.CAUTION.style());
        return strip;
    }

    private void save(AnswerForm form, ErrorSummary errors, SectionDraft begun) {
        var answers = form.answers();
        var wrong = new ArrayList<>(form.unread());
        wrong.addAll(form.problems(cases.problems(Map.of(section.compartment(), answers))));
        errors.show(wrong);
        if (!wrong.isEmpty()) return;
        switch (cases.save(head.ref(), section.compartment(), answers, begun.version())) {
            case SaveOutcome.Saved saved -> {
                drafts.discard("section." + section.key(), head.ref().id().value());
                Notices.done("casefile.section.saved");
                read();
                changed.run();
            }
            case SaveOutcome.Changed(var current, var now) ->
                new MergeDialog(section, begun.with(answers), current, this::words, merged -> {
                            form.answers(merged);
                            save(form, errors, new SectionDraft(merged, current, now));
                        })
                        .open();
            case SaveOutcome.NotFound none -> Notices.problem("casefile.section.gone");
        }
    }

    private String label(Sections.Field field) {
        return getTranslation("casefile.field." + section.key() + "." + field.key());
    }

    private String words(Sections.Field field, String value) {
        if (value.equals(Answers.UNKNOWN)) return getTranslation("uikit.tri.UNKNOWN");
        return switch (field.type()) {
            case TRI -> getTranslation("uikit.tri." + value);
            case DATE -> date(value);
            case CHOICE, MANY -> {
                var catalog = java.util.Objects.requireNonNull(field.catalog());
                yield Arrays.stream(value.split(","))
                        .map(key -> CaseWords.name(catalogs, catalog, key))
                        .collect(Collectors.joining(", "));
            }
            case TEXT, NARRATIVE, NUMBER, TIME, CURP, PHONE -> value;
        };
    }

    private static String date(String value) {
        try {
            return Dates.date(LocalDate.parse(value));
        } catch (java.time.format.DateTimeParseException e) {
            return value;
        }
    }
}

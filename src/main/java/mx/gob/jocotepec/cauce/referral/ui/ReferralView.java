package mx.gob.jocotepec.cauce.referral.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import mx.gob.jocotepec.cauce.casefile.ui.CaseNavigation;
import mx.gob.jocotepec.cauce.catalog.Catalog;
import mx.gob.jocotepec.cauce.referral.Answer;
import mx.gob.jocotepec.cauce.referral.ReferralDetail;
import mx.gob.jocotepec.cauce.referral.ReferralDetail.Words;
import mx.gob.jocotepec.cauce.referral.ReferralLine;
import mx.gob.jocotepec.cauce.referral.ReferralStatus;
import mx.gob.jocotepec.cauce.referral.ReferralStep;
import mx.gob.jocotepec.cauce.referral.Urgency;
import mx.gob.jocotepec.cauce.shared.Ids;
import mx.gob.jocotepec.cauce.shared.ReferralId;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.Dates;
import mx.gob.jocotepec.cauce.uikit.LongTextInput;
import mx.gob.jocotepec.cauce.uikit.Page;
import mx.gob.jocotepec.cauce.uikit.Panel;
import mx.gob.jocotepec.cauce.uikit.StatusBadge;
import mx.gob.jocotepec.cauce.uikit.TimeLeft;

/** One referral: what is asked, where it stands, what was said, and what can be done next. */
@Route(ReferralNavigation.ALL + "/:id")
@RolesAllowed("REFERRAL_READ")
@StyleSheet("context://styles/referral.css")
class ReferralView extends Page implements BeforeEnterObserver {
    private final Desk desk;

    ReferralView(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var detail = event.getRouteParameters()
                .get("id")
                .flatMap(Ids::parse)
                .map(ReferralId::of)
                .flatMap(desk.reads::find);
        if (detail.isEmpty()) event.rerouteToError(NotFoundException.class);
        else show(detail.get());
    }

    private void reload(ReferralId id) {
        desk.reads.find(id).ifPresent(this::show);
    }

    private void show(ReferralDetail detail) {
        var line = detail.line();
        var about = line.caseRef();
        title(about == null ? getTranslation("referral.ofAnother") : getTranslation("referral.of", about.folio()));
        var state = new ArrayList<Component>();
        state.add(Labels.badge(line.status()));
        state.add(StatusBadge.risk(line.risk()));
        if (line.urgency() != Urgency.NORMAL) state.add(Labels.badge(line.urgency()));
        line.due().ifPresent(due -> state.add(new TimeLeft(due, desk.clock)));
        if (about != null) state.add(new Span(line.initials()));
        state(state.toArray(Component[]::new));
        actions(buttons(detail).toArray(Component[]::new));
        var main = new Div(asked(detail));
        main.addClassName("c-stack");
        detail.words().flatMap(Words::answer).ifPresent(answer -> main.add(answer(answer)));
        closings(main, line, detail.words().flatMap(Words::closing));
        detail.words().ifPresent(words -> main.add(comments(detail, words)));
        var side = new Div(history(detail));
        side.addClassName("c-stack");
        var both = new Div(main, side);
        both.addClassName("c-referral-page");
        body(both);
    }

    private List<Component> buttons(ReferralDetail detail) {
        var line = detail.line();
        var id = line.id();
        var steps = detail.steps();
        Runnable again = () -> reload(id);
        var buttons = new ArrayList<Component>();
        var ref = line.caseRef();
        if (ref != null) {
            var open = new Anchor(CaseNavigation.path(ref), getTranslation("referral.openCase"));
            open.addClassName("c-referral-open");
            buttons.add(open);
        }
        if (steps.contains(ReferralStep.CANCEL)) {
            buttons.add(Actions.quiet("referral.cancel", () -> new CancelDialog(desk, id, again).open()));
        }
        if (steps.contains(ReferralStep.REASSIGN)) {
            buttons.add(
                    Actions.plain("referral.reassign", AppIcon.EXCHANGE, () -> new ReassignDialog(desk, line).open()));
        }
        if (steps.contains(ReferralStep.REJECT)) {
            buttons.add(Actions.plain("referral.reject", () -> new RejectDialog(desk, id, again).open()));
        }
        if (canBeSentAgain(detail)) {
            buttons.add(Actions.primary("referral.again", () -> sendAgain(detail)));
        }
        if (steps.contains(ReferralStep.START) && line.status() == ReferralStatus.ACCEPTED) {
            buttons.add(Actions.plain("referral.start", () -> {
                Steps.tell(desk.referrals.startAttention(id));
                again.run();
            }));
        }
        if (steps.contains(ReferralStep.ACCEPT)) {
            buttons.add(Actions.primary("referral.accept", () -> {
                Steps.tell(desk.referrals.accept(id));
                again.run();
            }));
        }
        if (steps.contains(ReferralStep.ANSWER)) {
            buttons.add(Actions.primary("referral.answer", () -> new AnswerDialog(desk, id, again).open()));
        }
        return buttons;
    }

    private boolean canBeSentAgain(ReferralDetail detail) {
        var line = detail.line();
        return (line.status() == ReferralStatus.REJECTED || line.status() == ReferralStatus.CANCELLED)
                && detail.replacedBy() == null
                && detail.words().isPresent()
                && line.caseRef() != null
                && line.from().equals(desk.actor.get().area());
    }

    private void sendAgain(ReferralDetail detail) {
        var ref = detail.line().caseRef();
        if (ref == null) return;
        desk.cases
                .head(ref.id())
                .ifPresent(head -> ReferDialog.again(
                                desk, head, detail, () -> reload(detail.line().id()))
                        .open());
    }

    private Component asked(ReferralDetail detail) {
        var line = detail.line();
        var panel = new Panel("referral.asked");
        var facts = new DescriptionList();
        facts.addClassName("c-facts");
        fact(facts, "referral.asked.service", desk.labels.service(line.service()));
        fact(facts, "referral.asked.from", line.fromName());
        fact(facts, "referral.asked.to", line.toName());
        var number = detail.agreementNumber();
        if (number != null) fact(facts, "referral.asked.agreement", number);
        var exception = detail.exception();
        fact(
                facts,
                "referral.asked.consent",
                exception == null
                        ? getTranslation("referral.asked.consent.given")
                        : getTranslation(
                                "referral.asked.consent.exception",
                                desk.labels.name(Catalog.CONSENT_EXCEPTION, exception)));
        fact(
                facts,
                "referral.asked.shared",
                detail.compartments().isEmpty()
                        ? getTranslation("referral.asked.shared.nothing")
                        : detail.compartments().stream().map(Labels::of).collect(Collectors.joining(" · ")));
        panel.add(facts);
        detail.words()
                .ifPresentOrElse(
                        words -> {
                            panel.add(text("referral.asked.reason", words.reason()));
                            if (!words.summary().isBlank()) panel.add(text("referral.asked.summary", words.summary()));
                        },
                        () -> panel.add(new Paragraph(
                                getTranslation(detail.erased() ? "referral.words.erased" : "referral.words.closed"))));
        return panel;
    }

    private Component answer(Answer answer) {
        var panel = new Panel("referral.answered");
        var facts = new DescriptionList();
        facts.addClassName("c-facts");
        fact(facts, "referral.answer.result", Labels.of(answer.result()));
        var next = answer.next();
        if (next != null) fact(facts, "referral.answer.next", Dates.date(next));
        if (!answer.responsible().isBlank()) {
            fact(facts, "referral.answer.responsible", answer.responsible().reveal());
        }
        panel.add(facts, text("referral.answer.service", answer.service()));
        if (!answer.pending().isBlank()) panel.add(text("referral.answer.pending", answer.pending()));
        return panel;
    }

    /** Who rejects it need not write anything; a rejected one that was taken back has both reasons. */
    private void closings(Div main, ReferralLine line, Optional<Sensitive> text) {
        boolean taken = line.status() == ReferralStatus.CANCELLED;
        var key = line.rejectReason();
        if (key != null) {
            var panel = new Panel("referral.rejected.why");
            panel.add(new Paragraph(desk.labels.name(Catalog.REFERRAL_REJECT_REASON, key)));
            if (!taken) text.ifPresent(words -> panel.add(written(words)));
            main.add(panel);
        }
        if (taken) {
            text.ifPresent(words -> {
                var panel = new Panel("referral.cancelled.why");
                panel.add(written(words));
                main.add(panel);
            });
        }
    }

    private Component comments(ReferralDetail detail, Words words) {
        var panel = new Panel("referral.comments");
        var list = new OrderedList();
        list.addClassName("c-notes");
        words.notes().forEach(note -> {
            var who =
                    new Span(getTranslation("referral.comment.by", note.by(), note.area(), Dates.dateTime(note.at())));
            who.addClassNames("c-quiet", "c-small");
            list.add(new ListItem(who, written(note.text())));
        });
        if (!words.notes().isEmpty()) panel.add(list);
        if (!detail.steps().contains(ReferralStep.COMMENT)) return panel;
        var input = new LongTextInput("referral.comment.write", 4000);
        var id = detail.line().id();
        var send = Actions.plain("referral.comment.send", AppIcon.MESSAGE, () -> {
            if (Steps.tellComment(desk.referrals.comment(id, Sensitive.of(input.getValue())), input)) reload(id);
        });
        send.addClassName("c-own-width");
        panel.add(input, send);
        return panel;
    }

    private Component history(ReferralDetail detail) {
        var panel = new Panel("referral.history");
        var list = new OrderedList();
        list.addClassName("c-notes");
        detail.history().forEach(moment -> {
            var when = new Span(getTranslation("referral.history.by", Dates.dateTime(moment.at()), moment.by()));
            when.addClassNames("c-quiet", "c-small");
            list.add(new ListItem(Labels.badge(moment.status()), when));
        });
        panel.add(list);
        var line = detail.line();
        var facts = new DescriptionList();
        facts.addClassName("c-facts");
        fact(facts, "referral.history.acceptDue", Dates.dateTime(line.acceptDueAt()));
        fact(facts, "referral.history.answerDue", Dates.date(line.answerDueAt()));
        panel.add(facts);
        var before = detail.replaces();
        if (before != null) panel.add(new Anchor(ReferralNavigation.to(before), getTranslation("referral.replaces")));
        var after = detail.replacedBy();
        if (after != null) panel.add(new Anchor(ReferralNavigation.to(after), getTranslation("referral.replacedBy")));
        return panel;
    }

    private void fact(DescriptionList facts, String key, String value) {
        facts.add(new DescriptionList.Term(getTranslation(key)), new DescriptionList.Description(value));
    }

    private Component text(String key, Sensitive text) {
        var label = new Span(getTranslation(key));
        label.addClassNames("c-quiet", "c-small");
        return new Div(label, written(text));
    }

    private static Component written(Sensitive text) {
        var paragraph = new Paragraph(text.reveal());
        paragraph.addClassName("c-written");
        return paragraph;
    }
}

package mx.gob.jocotepec.cauce.rights.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.function.Supplier;
import mx.gob.jocotepec.cauce.rights.ArcoOutcome;
import mx.gob.jocotepec.cauce.rights.ArcoRequest;
import mx.gob.jocotepec.cauce.rights.ArcoRequest.State;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.Dates;
import mx.gob.jocotepec.cauce.uikit.LongTextInput;
import mx.gob.jocotepec.cauce.uikit.Notices;
import mx.gob.jocotepec.cauce.uikit.Typing;

/** What she asked, and the next step. Opening it stands in the trail. */
final class RequestDialog extends Dialog {
    private final RightsDesk desk;
    private final ArcoRequest request;
    private final Runnable changed;
    private final LongTextInput answer = new LongTextInput("rights.answer.words", 4_000);
    private final Select<ArcoRequest.Answer> how = new Select<>();
    private final Typing typing = Typing.in(this);

    RequestDialog(RightsDesk desk, ArcoRequest request, Runnable changed) {
        this.desk = desk;
        this.request = request;
        this.changed = changed;
        setHeaderTitle(request.number() + " · " + getTranslation("rights.kind." + request.kind()));
        setWidth("min(44rem, 96vw)");
        var body = new Div();
        body.addClassName("c-stack");
        desk.requests().words(request.id()).ifPresent(words -> {
            var list = new DescriptionList();
            list.addClassName("c-facts");
            fact(list, "rights.name", words.name());
            fact(list, "rights.contact", words.contact());
            fact(list, "rights.asked", words.asked());
            fact(list, "rights.answer.words", words.answer());
            if (request.state() == State.RECEIVED) {
                var days = desk.requests().firstDays(request);
                fact(list, "rights.days.ask", Dates.date(days.askForData()));
                fact(list, "rights.days.notCompetent", Dates.date(days.notCompetent()));
            }
            body.add(list);
        });
        body.add(new DocumentsPanel(desk, request));
        if (request.state() == State.RECEIVED) {
            how.setLabel(getTranslation("rights.answer"));
            how.setItems(ArcoRequest.Answer.values());
            how.setItemLabelGenerator(value -> getTranslation("rights.answer." + value));
            how.setValue(ArcoRequest.Answer.GRANTED);
            body.add(how, answer);
        }
        body.add(steps());
        add(body);
        typing.watch(how, answer);
        getFooter().add(Actions.quiet("uikit.close", () -> typing.giveUp(this::close)));
        if (request.state() == State.RECEIVED) getFooter().add(Actions.primary("rights.do.answer", this::answer));
    }

    private Component steps() {
        var row = new Div();
        row.addClassName("c-row");
        var requests = desk.requests();
        switch (request.state()) {
            case RECEIVED -> {
                row.add(step("rights.do.ask", () -> requests.askForData(request.id(), request.version())));
                if (!request.extended()) {
                    row.add(step("rights.do.extend", () -> requests.extend(request.id(), request.version())));
                }
                row.add(
                        end("rights.do.notCompetent", State.NOT_COMPETENT),
                        end("rights.do.withdrawn", State.WITHDRAWN));
            }
            case DATA_ASKED ->
                row.add(
                        step("rights.do.completed", () -> requests.completed(request.id(), request.version())),
                        end("rights.do.lapsed", State.LAPSED));
            case ANSWERED -> row.add(end("rights.do.effective", State.EFFECTIVE));
            case EFFECTIVE, NOT_COMPETENT, WITHDRAWN, LAPSED -> row.setVisible(false);
        }
        return row;
    }

    private void answer() {
        done(desk.requests()
                .answer(
                        request.id(),
                        request.version(),
                        how.getValue(),
                        Sensitive.of(answer.getValue().strip())));
    }

    private Component end(String key, State state) {
        return step(key, () -> desk.requests().end(request.id(), request.version(), state));
    }

    private Component step(String key, Supplier<ArcoOutcome> work) {
        return Actions.plain(key, () -> done(work.get()));
    }

    private void done(ArcoOutcome outcome) {
        switch (outcome) {
            case ArcoOutcome.Done(var id, var number) -> {
                Notices.done("rights.moved", number);
                close();
                changed.run();
            }
            case ArcoOutcome.Invalid(var problems) -> {
                answer.setInvalid(true);
                answer.setErrorMessage(getTranslation(
                        "rights.problem." + problems.values().iterator().next()));
                answer.focus();
            }
            case ArcoOutcome.Refused() -> Notices.warn("rights.refused");
        }
    }

    private void fact(DescriptionList list, String key, Sensitive text) {
        if (!text.isBlank()) fact(list, key, text.reveal());
    }

    private void fact(DescriptionList list, String key, String text) {
        list.add(new DescriptionList.Term(getTranslation(key)), new DescriptionList.Description(text));
    }
}

package mx.gob.jocotepec.cauce.rights.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;
import java.util.Map;
import mx.gob.jocotepec.cauce.rights.ArcoOutcome;
import mx.gob.jocotepec.cauce.rights.ArcoRequest;
import mx.gob.jocotepec.cauce.rights.NewArcoRequest;
import mx.gob.jocotepec.cauce.shared.Folio;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import mx.gob.jocotepec.cauce.uikit.ErrorSummary.Problem;
import mx.gob.jocotepec.cauce.uikit.FormDialog;
import mx.gob.jocotepec.cauce.uikit.FormGrid;
import mx.gob.jocotepec.cauce.uikit.LongTextInput;
import mx.gob.jocotepec.cauce.uikit.Notices;
import mx.gob.jocotepec.cauce.uikit.TextInput;
import org.jspecify.annotations.Nullable;

/** Receives a request about own data. */
final class ReceiveDialog extends FormDialog {
    private final RightsDesk desk;
    private final Runnable received;
    private final Select<ArcoRequest.Kind> kind = choice("rights.kind", ArcoRequest.Kind.values());
    private final Select<ArcoRequest.Requester> requester = choice("rights.requester", ArcoRequest.Requester.values());
    private final Select<ArcoRequest.Identified> identified =
            choice("rights.identified", ArcoRequest.Identified.values());
    private final TextInput folio = new TextInput("rights.folio", 20);
    private final TextInput name = new TextInput("rights.name", 200);
    private final TextInput contact = new TextInput("rights.contact", 500);
    private final LongTextInput asked = new LongTextInput("rights.asked", 4_000);

    /** @param about folio of the case, when it is known already */
    ReceiveDialog(RightsDesk desk, @Nullable String about, Runnable received) {
        super("rights.receive", "rights.receive.save");
        this.desk = desk;
        this.received = received;
        if (about != null) folio.setValue(about);
        folio.setPlaceholder("CAU-2026-00042");
        folio.setHelperText(getTranslation("rights.folio.help"));
        contact.setHelperText(getTranslation("rights.contact.help"));
        name.setRequiredIndicatorVisible(true);
        asked.setRequiredIndicatorVisible(true);
        content(
                new Paragraph(getTranslation("rights.receive.about")),
                new FormGrid(kind, requester, identified, folio).full(name, contact, asked));
    }

    @Override
    protected void submit() {
        problems.clear();
        var written = folio.getValue().strip();
        var wanted = Folio.parse(
                written, LocalDate.now(desk.clock().withZone(Office.ZONE)).getYear());
        if (!written.isEmpty() && wanted.isEmpty()) {
            problems.show(folio, "rights.problem.unknownFolio");
            return;
        }
        var outcome = desk.requests()
                .receive(new NewArcoRequest(
                        kind.getValue(),
                        requester.getValue(),
                        identified.getValue(),
                        wanted.orElse(null),
                        Sensitive.of(name.getValue().strip()),
                        Sensitive.of(contact.getValue().strip()),
                        Sensitive.of(asked.getValue().strip())));
        switch (outcome) {
            case ArcoOutcome.Done(var id, var number) -> {
                Notices.done("rights.receive.done", number);
                close();
                received.run();
            }
            case ArcoOutcome.Invalid(var found) -> {
                var fields =
                        Map.<String, Component>of("name", name, "contact", contact, "asked", asked, "folio", folio);
                problems.show(found.entrySet().stream()
                        .map(each -> new Problem(
                                fields.get(each.getKey()), getTranslation("rights.problem." + each.getValue())))
                        .toList());
            }
            case ArcoOutcome.Refused() -> problems.show(null, "rights.refused");
        }
    }

    private <E extends Enum<E>> Select<E> choice(String key, E[] values) {
        var select = new Select<E>();
        select.setLabel(getTranslation(key));
        select.setItems(values);
        select.setItemLabelGenerator(value -> getTranslation(key + "." + value));
        select.setValue(values[0]);
        return select;
    }
}

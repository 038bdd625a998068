package mx.gob.jocotepec.cauce.agreement.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.Map;
import mx.gob.jocotepec.cauce.agreement.Institution;
import mx.gob.jocotepec.cauce.agreement.InstitutionOutcome;
import mx.gob.jocotepec.cauce.catalog.Catalog;
import mx.gob.jocotepec.cauce.uikit.ErrorSummary.Problem;
import mx.gob.jocotepec.cauce.uikit.FormDialog;
import mx.gob.jocotepec.cauce.uikit.FormGrid;
import mx.gob.jocotepec.cauce.uikit.Notices;
import mx.gob.jocotepec.cauce.uikit.TextInput;

/** An institution outside. */
class InstitutionDialog extends FormDialog {
    private final AgreementDesk desk;
    private final Institution before;
    private final Runnable saved;
    private final TextInput name = new TextInput("agreement.institution.name", 160);
    private final Select<Institution.Kind> kind = new Select<>();
    private final TextInput phone = new TextInput("agreement.institution.phone", 60);
    private final TextInput hours = new TextInput("agreement.institution.hours", 120);
    private final TextInput address = new TextInput("agreement.institution.address", 300);
    private final Span hidden = new Span(getTranslation("agreement.institution.shelter"));
    private final ServicesField services;
    private final Checkbox active = new Checkbox(getTranslation("agreement.institution.active"));

    InstitutionDialog(AgreementDesk desk, Institution before, Runnable saved) {
        super(before.name().isEmpty() ? "agreement.institution.add" : "agreement.institution.edit", "uikit.save");
        this.desk = desk;
        this.before = before;
        this.saved = saved;
        services = new ServicesField(desk, before.services());
        kind.setLabel(getTranslation("agreement.institution.kind"));
        kind.setItems(Institution.Kind.values());
        kind.setItemLabelGenerator(each -> desk.name(Catalog.INSTITUTION_KIND, each.name()));
        name.setRequiredIndicatorVisible(true);
        name.setValue(before.name());
        kind.setValue(before.kind());
        phone.setValue(or(before.phone()));
        hours.setValue(or(before.hours()));
        address.setValue(or(before.address()));
        active.setValue(before.active());
        hidden.addClassNames("c-quiet", "c-small");
        kind.addValueChangeListener(changed -> hideAddress());
        services.addValueChangeListener(changed -> hideAddress());
        hideAddress();
        content(new FormGrid(name, kind, phone, hours).full(address, hidden, services, active));
        name.focus();
    }

    @Override
    protected void submit() {
        problems.clear();
        var outcome = desk.institutions.save(new Institution(
                before.id(),
                name.getValue(),
                kind.getValue(),
                isShelter() ? "" : address.getValue(),
                phone.getValue(),
                hours.getValue(),
                services.keys(),
                active.getValue(),
                before.version()));
        switch (outcome) {
            case InstitutionOutcome.Saved(var institution) -> {
                Notices.done("agreement.saved");
                close();
                saved.run();
            }
            case InstitutionOutcome.Invalid(var found) -> {
                var fields = Map.<String, Component>of(
                        "name", name, "services", services, "address", address, "phone", phone, "hours", hours);
                problems.show(found.entrySet().stream()
                        .map(each -> new Problem(
                                fields.get(each.getKey()), getTranslation("agreement.problem." + each.getValue())))
                        .toList());
            }
            case InstitutionOutcome.ChangedMeanwhile() -> problems.show(null, "agreement.refused.CHANGED_MEANWHILE");
        }
    }

    private void hideAddress() {
        address.setVisible(!isShelter());
        hidden.setVisible(isShelter());
    }

    private boolean isShelter() {
        return Institution.isShelter(kind.getValue(), services.keys());
    }

    private static String or(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }
}

package mx.gob.jocotepec.cauce.agreement.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import mx.gob.jocotepec.cauce.agreement.Agreement;
import mx.gob.jocotepec.cauce.agreement.AgreementOutcome;
import mx.gob.jocotepec.cauce.agreement.AgreementTerms;
import mx.gob.jocotepec.cauce.agreement.AgreementTerms.Contact;
import mx.gob.jocotepec.cauce.agreement.Counterpart;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.uikit.DateInput;
import mx.gob.jocotepec.cauce.uikit.Dates;
import mx.gob.jocotepec.cauce.uikit.ErrorSummary.Problem;
import mx.gob.jocotepec.cauce.uikit.FormDialog;
import mx.gob.jocotepec.cauce.uikit.FormGrid;
import mx.gob.jocotepec.cauce.uikit.LongTextInput;
import mx.gob.jocotepec.cauce.uikit.Notices;
import mx.gob.jocotepec.cauce.uikit.TextInput;
import org.jspecify.annotations.Nullable;

/** Registers, corrects or renews an agreement; what is wrong stands beside its field. */
class AgreementDialog extends FormDialog {
    private record Side(Counterpart to, String name) {}

    private final Function<AgreementTerms, AgreementOutcome> store;
    private final TextInput number = new TextInput("agreement.field.number", 60);
    private final ComboBox<Side> counterpart = new ComboBox<>(getTranslation("agreement.field.counterpart"));
    private final LongTextInput object = new LongTextInput("agreement.field.object", 2000);
    private final ServicesField services;
    private final DateInput signedOn;
    private final TextInput signedBy = new TextInput("agreement.field.signedBy", 160);
    private final DateInput from;
    private final DateInput until;
    private final IntegerField warnDays = new IntegerField(getTranslation("agreement.field.warnDays"));
    private final TextInput contactName = new TextInput("agreement.field.contactName", 120);
    private final TextInput contactPost = new TextInput("agreement.field.contactPost", 120);
    private final TextInput phone = new TextInput("agreement.field.phone", 60);
    private final TextInput email = new TextInput("agreement.field.email", 120);
    private final Map<String, Component> fields = new HashMap<>();

    static AgreementDialog register(AgreementDesk desk) {
        var dialog = new AgreementDialog(
                "agreement.register", "agreement.register", desk, Set.of(), desk.agreements::register);
        dialog.from.setValue(LocalDate.now(desk.clock.withZone(Office.ZONE)));
        return dialog;
    }

    static AgreementDialog edit(AgreementDesk desk, Agreement old) {
        var dialog = new AgreementDialog(
                "agreement.edit.title",
                "uikit.save",
                desk,
                old.terms().services(),
                terms -> desk.agreements.change(old.id(), old.version(), terms));
        dialog.fill(old.terms());
        return dialog;
    }

    /** With what the old one says; it begins the day after the old one ends, for as long. */
    static AgreementDialog renew(AgreementDesk desk, Agreement old) {
        var dialog = new AgreementDialog(
                "agreement.renew.title",
                "agreement.renew",
                desk,
                old.terms().services(),
                terms -> desk.agreements.renew(old.id(), old.version(), terms));
        dialog.fill(old.terms());
        dialog.number.clear();
        dialog.number.setInvalid(false); // it is to be written yet
        dialog.counterpart.setReadOnly(true);
        dialog.signedOn.clear();
        var first = old.terms().from();
        var last = old.terms().until();
        if (first != null && last != null) {
            var next = old.endedOn() == null ? last.plusDays(1) : old.endedOn();
            dialog.from.setValue(next);
            dialog.until.setValue(next.plus(first.until(last)));
            dialog.from.addValueChangeListener(change -> dialog.sayWhenTheOldOneEnds(old, last, change.getValue()));
        }
        return dialog;
    }

    /** An early start cuts the old one short, back into the past where a month was mistyped. */
    private void sayWhenTheOldOneEnds(Agreement old, LocalDate last, @Nullable LocalDate start) {
        from.setHelperText(
                start == null || old.endedOn() != null || start.isAfter(last)
                        ? null
                        : getTranslation("agreement.renew.cutsShort", Dates.date(start.minusDays(1))));
    }

    private AgreementDialog(
            String titleKey,
            String actionKey,
            AgreementDesk desk,
            Set<String> chosen,
            Function<AgreementTerms, AgreementOutcome> store) {
        super(titleKey, actionKey);
        this.store = store;
        services = new ServicesField(desk, chosen);
        signedOn = new DateInput("agreement.field.signedOn", desk.clock);
        from = new DateInput("agreement.field.from", desk.clock);
        until = new DateInput("agreement.field.until", desk.clock);
        counterpart.setItems(sides(desk));
        counterpart.setItemLabelGenerator(Side::name);
        warnDays.setValue(AgreementTerms.USUAL_WARNING);
        warnDays.setStepButtonsVisible(true);
        warnDays.setMin(0);
        warnDays.setMax(365);
        warnDays.setHelperText(getTranslation("agreement.field.warnDays.help"));
        require();
        name();
        content(new FormGrid(number, counterpart).full(object, services));
        content(new FormGrid(from, until, signedOn, signedBy, warnDays));
        content(new FormGrid(contactName, contactPost, phone, email));
        number.focus();
    }

    @Override
    protected void submit() {
        problems.clear();
        var unread = unreadDates();
        if (!unread.isEmpty()) {
            problems.show(unread);
            return;
        }
        switch (store.apply(terms())) {
            case AgreementOutcome.Saved(var id) -> {
                Notices.done("agreement.saved");
                close();
                UI.getCurrent().navigate(AgreementNavigation.to(id));
            }
            case AgreementOutcome.Invalid(var found) ->
                problems.show(found.entrySet().stream()
                        .map(each -> new Problem(
                                fields.get(each.getKey()), getTranslation("agreement.problem." + each.getValue())))
                        .toList());
            case AgreementOutcome.Refused(var reason) -> problems.show(null, "agreement.refused." + reason);
        }
    }

    private AgreementTerms terms() {
        var side = counterpart.getValue();
        return new AgreementTerms(
                number.getValue(),
                side == null ? null : side.to(),
                object.getValue(),
                services.keys(),
                new Contact(contactName.getValue(), contactPost.getValue(), phone.getValue(), email.getValue()),
                signedOn.getValue(),
                signedBy.getValue(),
                from.getValue(),
                until.getValue(),
                warnDays.getValue() == null ? -1 : warnDays.getValue());
    }

    /** A date that was typed and not understood must not count as none. */
    private List<Problem> unreadDates() {
        var unread = new ArrayList<Problem>();
        for (var field : List.of(from, until, signedOn)) {
            if (field.isUnread()) unread.add(new Problem(field, getTranslation("uikit.date.bad")));
        }
        return unread;
    }

    private void fill(AgreementTerms terms) {
        number.setValue(terms.number());
        counterpart
                .getListDataView()
                .getItems()
                .filter(side -> side.to().equals(terms.counterpart()))
                .findFirst()
                .ifPresent(counterpart::setValue);
        object.setValue(terms.object());
        signedOn.setValue(terms.signedOn());
        signedBy.setValue(or(terms.signedBy()));
        from.setValue(terms.from());
        until.setValue(terms.until());
        warnDays.setValue(terms.warnDays());
        contactName.setValue(or(terms.contact().name()));
        contactPost.setValue(or(terms.contact().post()));
        phone.setValue(or(terms.contact().phone()));
        email.setValue(or(terms.contact().email()));
    }

    private void require() {
        number.setRequiredIndicatorVisible(true);
        counterpart.setRequiredIndicatorVisible(true);
        object.setRequiredIndicatorVisible(true);
        services.setRequiredIndicatorVisible(true);
        from.setRequiredIndicatorVisible(true);
        until.setRequiredIndicatorVisible(true);
    }

    private void name() {
        fields.put("number", number);
        fields.put("counterpart", counterpart);
        fields.put("object", object);
        fields.put("services", services);
        fields.put("from", from);
        fields.put("until", until);
        fields.put("warnDays", warnDays);
        fields.put("contactName", contactName);
        fields.put("contactPost", contactPost);
        fields.put("phone", phone);
        fields.put("email", email);
        fields.put("signedBy", signedBy);
    }

    private static List<Side> sides(AgreementDesk desk) {
        var sides = new ArrayList<Side>();
        desk.institutions
                .all()
                .forEach(each -> sides.add(new Side(new Counterpart.OfInstitution(each.id()), each.name())));
        desk.areas.all().forEach(each -> sides.add(new Side(new Counterpart.OfArea(each.id()), each.name())));
        return sides;
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}

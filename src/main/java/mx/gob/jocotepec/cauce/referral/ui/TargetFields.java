package mx.gob.jocotepec.cauce.referral.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import mx.gob.jocotepec.cauce.agreement.Counterpart;
import mx.gob.jocotepec.cauce.agreement.Directory;
import mx.gob.jocotepec.cauce.catalog.Catalog;
import mx.gob.jocotepec.cauce.catalog.CatalogEntry;
import mx.gob.jocotepec.cauce.shared.AreaId;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.uikit.ChoiceInput;
import org.jspecify.annotations.Nullable;

/** First what she needs, then who gives it: those with an agreement in force stand first. */
class TargetFields {
    final ChoiceInput<CatalogEntry> service;
    final ChoiceInput<Directory.Entry> target = new ChoiceInput<>("referral.dialog.to", List.of(), this::label);
    private final List<Directory.Entry> directory;

    /** @param not who cannot be asked: the sender itself */
    TargetFields(Desk desk, AreaId not) {
        directory = desk.directory.referable().stream()
                .filter(entry -> !entry.to().equals(new Counterpart.OfArea(not)))
                .toList();
        service = new ChoiceInput<>(
                "referral.dialog.service",
                desk.catalogs.current(Catalog.SERVICE, LocalDate.now(desk.clock.withZone(Office.ZONE))),
                entry -> entry.name(Labels.locale()));
        service.setRequiredIndicatorVisible(true);
        target.setRequiredIndicatorVisible(true);
        target.setEnabled(false);
        target.setHelperText(I18NProvider.translate("referral.dialog.to.first"));
        service.addValueChangeListener(change -> offer(change.getValue()));
    }

    Directory.@Nullable Entry chosen() {
        return target.getValue();
    }

    @Nullable
    String serviceKey() {
        return service.getValue() == null ? null : service.getValue().key();
    }

    void choose(String serviceKey, Counterpart to) {
        service.getListDataView()
                .getItems()
                .filter(entry -> entry.key().equals(serviceKey))
                .findFirst()
                .ifPresent(service::setValue);
        directory.stream().filter(entry -> entry.to().equals(to)).findFirst().ifPresent(target::setValue);
    }

    private void offer(@Nullable CatalogEntry wanted) {
        var before = target.getValue();
        var offering = wanted == null
                ? List.<Directory.Entry>of()
                : directory.stream()
                        .filter(entry -> entry.offers(wanted.key()))
                        .sorted(Comparator.comparing(
                                entry -> entry.backing(wanted.key()).isEmpty()))
                        .toList();
        target.clear();
        target.offerOnly(offering);
        target.setEnabled(wanted != null);
        target.setHelperText(
                wanted == null
                        ? I18NProvider.translate("referral.dialog.to.first")
                        : offering.isEmpty() ? I18NProvider.translate("referral.dialog.to.nobody") : "");
        if (before != null && offering.contains(before)) target.setValue(before);
        else if (offering.size() == 1) target.setValue(offering.getFirst());
    }

    private String label(Directory.Entry entry) {
        var key = serviceKey();
        return key != null && entry.backing(key).isPresent()
                ? I18NProvider.translate("referral.dialog.to.agreement", entry.name())
                : entry.name();
    }
}

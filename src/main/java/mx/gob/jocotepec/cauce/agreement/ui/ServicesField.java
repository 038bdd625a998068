package mx.gob.jocotepec.cauce.agreement.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import mx.gob.jocotepec.cauce.catalog.Catalog;
import mx.gob.jocotepec.cauce.catalog.CatalogEntry;
import mx.gob.jocotepec.cauce.shared.Office;

/** Services of the catalog; what is chosen already stays although it was retired since. */
class ServicesField extends MultiSelectComboBox<CatalogEntry> {
    ServicesField(AgreementDesk desk, Set<String> chosen) {
        super(I18NProvider.translate("agreement.field.services"));
        var today = LocalDate.now(desk.clock.withZone(Office.ZONE));
        setItems(desk.catalogs.all(Catalog.SERVICE).stream()
                .filter(entry -> entry.validity().contains(today) || chosen.contains(entry.key()))
                .toList());
        setItemLabelGenerator(entry -> entry.name(AgreementDesk.locale()));
        setAutoExpand(AutoExpandMode.BOTH);
        setValue(desk.catalogs.all(Catalog.SERVICE).stream()
                .filter(entry -> chosen.contains(entry.key()))
                .collect(Collectors.toSet()));
    }

    Set<String> keys() {
        return getValue().stream().map(CatalogEntry::key).collect(Collectors.toSet());
    }
}

package mx.gob.jocotepec.cauce.casefile.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.time.Clock;
import java.time.LocalDate;
import mx.gob.jocotepec.cauce.casefile.CaseFiles;
import mx.gob.jocotepec.cauce.casefile.CaseHead;
import mx.gob.jocotepec.cauce.catalog.Catalog;
import mx.gob.jocotepec.cauce.catalog.CatalogEntry;
import mx.gob.jocotepec.cauce.catalog.Catalogs;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.uikit.Actions;

/** Closes a case, with its reason. It can be reopened. */
final class CloseDialog extends Dialog {
    CloseDialog(CaseHead head, CaseFiles cases, Catalogs catalogs, Clock clock, Runnable changed) {
        setHeaderTitle(getTranslation("casefile.close"));
        setWidth("min(34rem, 100%)");
        var reason = new Select<CatalogEntry>();
        reason.setLabel(getTranslation("casefile.close.reason"));
        reason.setWidthFull();
        reason.setItems(catalogs.current(Catalog.CLOSURE_REASON, LocalDate.now(clock.withZone(Office.ZONE))));
        reason.setItemLabelGenerator(entry -> entry.name(getLocale()));
        add(new Paragraph(getTranslation("casefile.close.about")), reason);
        getFooter().add(Actions.quiet("uikit.cancel", this::close), Actions.primary("casefile.close", () -> {
            if (reason.getValue() == null) {
                reason.setInvalid(true);
                reason.setErrorMessage(getTranslation("uikit.required"));
                return;
            }
            cases.close(head.ref(), reason.getValue().key());
            close();
            changed.run();
        }));
    }
}

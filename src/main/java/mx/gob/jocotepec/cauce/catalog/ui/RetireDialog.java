package mx.gob.jocotepec.cauce.catalog.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.time.LocalDate;
import mx.gob.jocotepec.cauce.catalog.CatalogEntry;
import mx.gob.jocotepec.cauce.catalog.CatalogOutcome.Refused;
import mx.gob.jocotepec.cauce.catalog.CatalogOutcome.Saved;
import mx.gob.jocotepec.cauce.catalog.Catalogs;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.DateInput;
import mx.gob.jocotepec.cauce.uikit.ErrorSummary;
import mx.gob.jocotepec.cauce.uikit.Notices;

/** Takes a choice off the list after a day; cases that have it keep it. */
class RetireDialog extends Dialog {
    private final ErrorSummary errors = new ErrorSummary();
    private final DateInput lastDay;

    RetireDialog(Catalogs catalogs, CatalogEntry entry, Clock clock, Runnable saved) {
        lastDay = new DateInput("catalog.lastDay", clock);
        setHeaderTitle(getTranslation("catalog.retire.title", entry.nameEs()));
        setWidth("min(30rem, 94vw)");
        addClassName("p-dialog");
        lastDay.setValue(LocalDate.ofInstant(clock.instant(), Office.ZONE));
        lastDay.setId("retire-last-day");
        add(new Paragraph(getTranslation("catalog.retire.text")), errors, lastDay);
        var save = Actions.primary("catalog.retire", () -> save(catalogs, entry, saved));
        save.setId("retire-save");
        getFooter().add(Actions.plain("uikit.cancel", this::close), save);
    }

    private void save(Catalogs catalogs, CatalogEntry entry, Runnable saved) {
        errors.clear();
        lastDay.setInvalid(false);
        var day = lastDay.getValue();
        if (day == null) {
            errors.show(lastDay, "catalog.lastDay.missing");
            return;
        }
        switch (catalogs.retire(entry.catalog(), entry.key(), entry.version(), day)) {
            case Saved(var ignored) -> {
                close();
                Notices.done("catalog.retired.done");
                saved.run();
            }
            case Refused(var reason) -> errors.show(lastDay, "catalog.refused." + reason);
        }
    }
}

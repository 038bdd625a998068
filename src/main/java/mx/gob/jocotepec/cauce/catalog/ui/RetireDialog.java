package mx.gob.jocotepec.cauce.catalog.ui;

import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import mx.gob.jocotepec.cauce.catalog.CatalogEntry;
import mx.gob.jocotepec.cauce.catalog.CatalogOutcome.Refused;
import mx.gob.jocotepec.cauce.catalog.CatalogOutcome.Saved;
import mx.gob.jocotepec.cauce.catalog.Catalogs;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.uikit.DateInput;
import mx.gob.jocotepec.cauce.uikit.ErrorSummary.Problem;
import mx.gob.jocotepec.cauce.uikit.FormDialog;
import mx.gob.jocotepec.cauce.uikit.Notices;

/** Takes a choice off the list after a day; cases that have it keep it. */
class RetireDialog extends FormDialog {
    private final Catalogs catalogs;
    private final CatalogEntry entry;
    private final Runnable saved;
    private final DateInput lastDay;

    RetireDialog(Catalogs catalogs, CatalogEntry entry, Clock clock, Runnable saved) {
        super("catalog.retire", "catalog.retire");
        this.catalogs = catalogs;
        this.entry = entry;
        this.saved = saved;
        lastDay = new DateInput("catalog.lastDay", clock);
        setHeaderTitle(getTranslation("catalog.retire.title", entry.nameEs()));
        setWidth("min(30rem, 94vw)");
        lastDay.setValue(LocalDate.ofInstant(clock.instant(), Office.ZONE));
        lastDay.setId("retire-last-day");
        content(new Paragraph(getTranslation("catalog.retire.text")), lastDay);
        lastDay.focus();
        action.setId("retire-save");
    }

    @Override
    protected void submit() {
        problems.clear();
        lastDay.setInvalid(false);
        var day = lastDay.getValue();
        if (day == null) {
            problems.show(List.of(new Problem(lastDay, lastDay.missing("catalog.lastDay.missing"))));
            return;
        }
        switch (catalogs.retire(entry.catalog(), entry.key(), entry.version(), day)) {
            case Saved(var ignored) -> {
                close();
                Notices.done("catalog.retired.done");
                saved.run();
            }
            case Refused(var reason) -> problems.show(lastDay, "catalog.refused." + reason);
        }
    }
}

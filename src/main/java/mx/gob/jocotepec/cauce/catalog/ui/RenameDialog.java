package mx.gob.jocotepec.cauce.catalog.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import mx.gob.jocotepec.cauce.catalog.CatalogEntry;
import mx.gob.jocotepec.cauce.catalog.CatalogOutcome.Refused;
import mx.gob.jocotepec.cauce.catalog.CatalogOutcome.Saved;
import mx.gob.jocotepec.cauce.catalog.Catalogs;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.ErrorSummary;
import mx.gob.jocotepec.cauce.uikit.ErrorSummary.Problem;
import mx.gob.jocotepec.cauce.uikit.Notices;
import mx.gob.jocotepec.cauce.uikit.TextInput;

/** Other words for a choice; its key, and with it what cases hold, stays. */
class RenameDialog extends Dialog {
    private static final int LONGEST = 160;

    private final ErrorSummary errors = new ErrorSummary();
    private final TextInput nameEs = new TextInput("catalog.nameEs", LONGEST);
    private final TextInput nameEn = new TextInput("catalog.nameEn", LONGEST);

    RenameDialog(Catalogs catalogs, CatalogEntry entry, Runnable saved) {
        setHeaderTitle(getTranslation("catalog.rename.title", entry.nameEs()));
        setWidth("min(30rem, 94vw)");
        addClassName("p-dialog");
        nameEs.setValue(entry.nameEs());
        nameEn.setValue(entry.nameEn());
        nameEs.setId("rename-es");
        nameEs.setWidthFull();
        nameEn.setWidthFull();
        add(new Paragraph(getTranslation("catalog.rename.text")), errors, nameEs, nameEn);
        var save = Actions.primary("catalog.rename.save", () -> save(catalogs, entry, saved));
        save.setId("rename-save");
        getFooter().add(Actions.plain("uikit.cancel", this::close), save);
    }

    private void save(Catalogs catalogs, CatalogEntry entry, Runnable saved) {
        nameEs.setInvalid(false);
        nameEn.setInvalid(false);
        var problems = new ArrayList<Problem>();
        if (nameEs.getValue().isBlank()) problems.add(new Problem(nameEs, getTranslation("catalog.name.missing")));
        if (nameEn.getValue().isBlank()) problems.add(new Problem(nameEn, getTranslation("catalog.nameEn.missing")));
        errors.show(problems);
        if (!problems.isEmpty()) return;
        switch (catalogs.rename(entry.catalog(), entry.key(), entry.version(), nameEs.getValue(), nameEn.getValue())) {
            case Saved(var ignored) -> {
                close();
                Notices.done("catalog.renamed");
                saved.run();
            }
            case Refused(var reason) -> errors.show(nameEs, "catalog.refused." + reason);
        }
    }
}

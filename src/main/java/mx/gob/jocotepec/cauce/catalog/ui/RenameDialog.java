package mx.gob.jocotepec.cauce.catalog.ui;

import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import mx.gob.jocotepec.cauce.catalog.CatalogEntry;
import mx.gob.jocotepec.cauce.catalog.CatalogOutcome.Refused;
import mx.gob.jocotepec.cauce.catalog.CatalogOutcome.Saved;
import mx.gob.jocotepec.cauce.catalog.Catalogs;
import mx.gob.jocotepec.cauce.uikit.ErrorSummary.Problem;
import mx.gob.jocotepec.cauce.uikit.FormDialog;
import mx.gob.jocotepec.cauce.uikit.Notices;
import mx.gob.jocotepec.cauce.uikit.TextInput;

/** Other words for a choice; its key, and with it what cases hold, stays. */
class RenameDialog extends FormDialog {
    private static final int LONGEST = 160;

    private final Catalogs catalogs;
    private final CatalogEntry entry;
    private final Runnable saved;
    private final TextInput nameEs = new TextInput("catalog.nameEs", LONGEST);
    private final TextInput nameEn = new TextInput("catalog.nameEn", LONGEST);

    RenameDialog(Catalogs catalogs, CatalogEntry entry, Runnable saved) {
        super("catalog.rename", "catalog.rename.save");
        this.catalogs = catalogs;
        this.entry = entry;
        this.saved = saved;
        setHeaderTitle(getTranslation("catalog.rename.title", entry.nameEs()));
        setWidth("min(30rem, 94vw)");
        nameEs.setValue(entry.nameEs());
        nameEn.setValue(entry.nameEn());
        nameEs.setId("rename-es");
        nameEs.setWidthFull();
        nameEn.setWidthFull();
        content(new Paragraph(getTranslation("catalog.rename.text")), nameEs, nameEn);
        action.setId("rename-save");
        nameEs.focus();
    }

    @Override
    protected void submit() {
        nameEs.setInvalid(false);
        nameEn.setInvalid(false);
        var wrong = new ArrayList<Problem>();
        if (nameEs.getValue().isBlank()) wrong.add(new Problem(nameEs, getTranslation("catalog.name.missing")));
        if (nameEn.getValue().isBlank()) wrong.add(new Problem(nameEn, getTranslation("catalog.nameEn.missing")));
        problems.show(wrong);
        if (!wrong.isEmpty()) return;
        switch (catalogs.rename(entry.catalog(), entry.key(), entry.version(), nameEs.getValue(), nameEn.getValue())) {
            case Saved(var ignored) -> {
                close();
                Notices.done("catalog.renamed");
                saved.run();
            }
            case Refused(var reason) -> problems.show(nameEs, "catalog.refused." + reason);
        }
    }
}

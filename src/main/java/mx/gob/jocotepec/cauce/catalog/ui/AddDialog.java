package mx.gob.jocotepec.cauce.catalog.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Locale;
import mx.gob.jocotepec.cauce.catalog.Catalog;
import mx.gob.jocotepec.cauce.catalog.CatalogOutcome.Reason;
import mx.gob.jocotepec.cauce.catalog.CatalogOutcome.Refused;
import mx.gob.jocotepec.cauce.catalog.CatalogOutcome.Saved;
import mx.gob.jocotepec.cauce.catalog.Catalogs;
import mx.gob.jocotepec.cauce.catalog.NewCatalogEntry;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.uikit.DateInput;
import mx.gob.jocotepec.cauce.uikit.ErrorSummary.Problem;
import mx.gob.jocotepec.cauce.uikit.FormDialog;
import mx.gob.jocotepec.cauce.uikit.FormGrid;
import mx.gob.jocotepec.cauce.uikit.Notices;
import mx.gob.jocotepec.cauce.uikit.TextInput;

/** A new choice. The key is proposed from the name and never changes afterwards. */
class AddDialog extends FormDialog {
    private static final int LONGEST = 160;
    private static final int LONGEST_KEY = 60;
    private static final String KEY = "[A-Z0-9][A-Z0-9_]{0,59}";

    private final Catalogs catalogs;
    private final Catalog catalog;
    private final LocalDate today;
    private final int position;
    private final Runnable saved;
    private final TextInput nameEs = new TextInput("catalog.nameEs", LONGEST);
    private final TextInput nameEn = new TextInput("catalog.nameEn", LONGEST);
    private final TextInput key = new TextInput("catalog.key", LONGEST_KEY);
    private final TextInput source = new TextInput("catalog.source", LONGEST);
    private final Checkbox confirmed = new Checkbox();
    private final DateInput from;
    private boolean keyTyped;

    AddDialog(Catalogs catalogs, Catalog catalog, String name, Clock clock, int position, Runnable saved) {
        super("catalog.add", "catalog.add");
        this.catalogs = catalogs;
        this.catalog = catalog;
        today = LocalDate.ofInstant(clock.instant(), Office.ZONE);
        from = new DateInput("catalog.from", clock);
        this.position = position;
        this.saved = saved;
        setHeaderTitle(getTranslation("catalog.add.title", name));
        setWidth("min(38rem, 94vw)");
        nameEs.setRequiredIndicatorVisible(true);
        nameEn.setRequiredIndicatorVisible(true);
        key.setRequiredIndicatorVisible(true);
        key.setHelperText(getTranslation("catalog.key.help"));
        source.setHelperText(getTranslation("catalog.source.help"));
        confirmed.setLabel(getTranslation("catalog.confirmed"));
        from.setValue(today);
        nameEs.setId("add-name-es");
        nameEn.setId("add-name-en");
        key.setId("add-key");
        nameEs.setValueChangeMode(ValueChangeMode.LAZY);
        nameEs.addValueChangeListener(change -> {
            if (!keyTyped) key.setValue(proposal(change.getValue()));
        });
        key.addValueChangeListener(change -> keyTyped |= change.isFromClient());
        content(
                new Paragraph(getTranslation("catalog.add.text")),
                new FormGrid(nameEs, nameEn, key, from).full(source, confirmed));
        action.setId("add-save");
        nameEs.focus();
    }

    /** "Acompañamiento médico" → "ACOMPANAMIENTO_MEDICO". */
    static String proposal(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]+", "_")
                .replaceAll("^_+|_+$", "");
        return plain.length() <= LONGEST_KEY ? plain : plain.substring(0, LONGEST_KEY);
    }

    @Override
    protected void submit() {
        for (var field : new TextInput[] {nameEs, nameEn, key, source}) field.setInvalid(false);
        var wrong = new ArrayList<Problem>();
        if (nameEs.getValue().isBlank()) wrong.add(new Problem(nameEs, getTranslation("catalog.name.missing")));
        if (nameEn.getValue().isBlank()) wrong.add(new Problem(nameEn, getTranslation("catalog.nameEn.missing")));
        if (!key.getValue().matches(KEY)) wrong.add(new Problem(key, getTranslation("catalog.key.shape")));
        if (confirmed.getValue() && source.getValue().isBlank()) {
            wrong.add(new Problem(source, getTranslation("catalog.source.missing")));
        }
        if (from.isUnread()) wrong.add(new Problem(from, getTranslation("uikit.date.bad")));
        problems.show(wrong);
        if (!wrong.isEmpty()) return;
        var start = from.getValue() == null ? today : from.getValue();
        var entry = new NewCatalogEntry(
                catalog,
                key.getValue(),
                nameEs.getValue(),
                nameEn.getValue(),
                source.getValue(),
                confirmed.getValue(),
                start,
                position);
        switch (catalogs.add(entry)) {
            case Saved(var ignored) -> {
                close();
                Notices.done("catalog.added");
                saved.run();
            }
            case Refused(var reason) ->
                problems.show(reason == Reason.NAME_TAKEN ? nameEs : key, "catalog.refused." + reason);
        }
    }
}

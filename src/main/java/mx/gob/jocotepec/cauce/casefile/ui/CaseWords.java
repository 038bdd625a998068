package mx.gob.jocotepec.cauce.casefile.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.ArrayList;
import mx.gob.jocotepec.cauce.casefile.CaseLine;
import mx.gob.jocotepec.cauce.casefile.CaseStatus;
import mx.gob.jocotepec.cauce.catalog.Catalog;
import mx.gob.jocotepec.cauce.catalog.Catalogs;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.StatusBadge;
import mx.gob.jocotepec.cauce.uikit.Tone;
import org.jspecify.annotations.Nullable;

/** How cases are said on the screen. */
final class CaseWords {
    private CaseWords() {}

    static StatusBadge status(CaseStatus status) {
        var word = I18NProvider.translate("casefile.status." + status);
        return switch (status) {
            case REGISTERED -> new StatusBadge(Tone.INFO, AppIcon.DOT, word);
            case IN_FOLLOW_UP -> new StatusBadge(Tone.GOOD, AppIcon.REFRESH, word);
            case CLOSED -> new StatusBadge(Tone.NEUTRAL, AppIcon.CHECK, word);
        };
    }

    /** Initials, age, locality: who it is, without saying it. */
    static String covered(String initials, @Nullable Integer age, @Nullable String locality, Catalogs catalogs) {
        var parts = new ArrayList<String>();
        parts.add(initials);
        if (age != null) parts.add(I18NProvider.translate("casefile.years", age));
        if (locality != null) parts.add(name(catalogs, Catalog.LOCALITY, locality));
        return String.join(" · ", parts);
    }

    static String covered(CaseLine line, Catalogs catalogs) {
        return covered(line.initials(), line.age(), line.locality(), catalogs);
    }

    static String name(Catalogs catalogs, Catalog catalog, String key) {
        return catalogs.find(catalog, key)
                .map(entry -> entry.name(UI.getCurrent().getLocale()))
                .orElse(key);
    }
}

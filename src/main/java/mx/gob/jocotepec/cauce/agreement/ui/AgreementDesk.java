package mx.gob.jocotepec.cauce.agreement.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Clock;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import mx.gob.jocotepec.cauce.agreement.AgreementScans;
import mx.gob.jocotepec.cauce.agreement.AgreementState;
import mx.gob.jocotepec.cauce.agreement.AgreementUse;
import mx.gob.jocotepec.cauce.agreement.Agreements;
import mx.gob.jocotepec.cauce.agreement.Directory;
import mx.gob.jocotepec.cauce.agreement.Institutions;
import mx.gob.jocotepec.cauce.catalog.Catalog;
import mx.gob.jocotepec.cauce.catalog.Catalogs;
import mx.gob.jocotepec.cauce.staff.Areas;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.StatusBadge;
import mx.gob.jocotepec.cauce.uikit.Texts;
import mx.gob.jocotepec.cauce.uikit.Tone;
import org.springframework.stereotype.Component;

/** What the screens of agreements work with, and their words. */
@Component
class AgreementDesk {
    final Agreements agreements;
    final AgreementScans scans;
    final Institutions institutions;
    final Directory directory;
    final Areas areas;
    final Catalogs catalogs;
    final Clock clock;

    AgreementDesk(
            Agreements agreements,
            AgreementScans scans,
            Institutions institutions,
            Directory directory,
            Areas areas,
            Catalogs catalogs,
            Clock clock) {
        this.agreements = agreements;
        this.scans = scans;
        this.institutions = institutions;
        this.directory = directory;
        this.areas = areas;
        this.catalogs = catalogs;
        this.clock = clock;
    }

    String services(Collection<String> keys) {
        return keys.stream().map(key -> name(Catalog.SERVICE, key)).sorted().collect(Collectors.joining(" · "));
    }

    String name(Catalog catalog, String key) {
        return catalogs.find(catalog, key).map(entry -> entry.name(locale())).orElse(key);
    }

    /** "vigente", "vence en 30 días", "terminado". */
    static StatusBadge badge(AgreementState state, long daysLeft) {
        return switch (state) {
            case IN_FORCE ->
                new StatusBadge(Tone.GOOD, AppIcon.CHECK_CIRCLE, I18NProvider.translate("agreement.state.IN_FORCE"));
            case EXPIRING ->
                new StatusBadge(
                        Tone.CAUTION,
                        AppIcon.CLOCK,
                        daysLeft == 0
                                ? I18NProvider.translate("agreement.state.today")
                                : I18NProvider.translate("agreement.state.EXPIRING", daysLeft));
            case UPCOMING ->
                new StatusBadge(Tone.INFO, AppIcon.CALENDAR, I18NProvider.translate("agreement.state.UPCOMING"));
            case ENDED -> new StatusBadge(Tone.NEUTRAL, AppIcon.MINUS, I18NProvider.translate("agreement.state.ENDED"));
        };
    }

    static String use(AgreementUse.Use use) {
        return use.carried() == 0
                ? I18NProvider.translate("agreement.use.none")
                : I18NProvider.translate("agreement.use", use.carried(), use.answered(), use.onTime());
    }

    static Locale locale() {
        var ui = UI.getCurrent();
        return ui == null ? Texts.SPANISH : ui.getLocale();
    }
}

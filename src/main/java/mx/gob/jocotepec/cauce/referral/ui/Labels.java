package mx.gob.jocotepec.cauce.referral.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.Locale;
import mx.gob.jocotepec.cauce.catalog.Catalog;
import mx.gob.jocotepec.cauce.catalog.Catalogs;
import mx.gob.jocotepec.cauce.referral.ReferralStatus;
import mx.gob.jocotepec.cauce.referral.Urgency;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.StatusBadge;
import mx.gob.jocotepec.cauce.uikit.Texts;
import mx.gob.jocotepec.cauce.uikit.Tone;
import org.springframework.stereotype.Component;

/** Words and badges for what referrals are made of. */
@Component
class Labels {
    private final Catalogs catalogs;

    Labels(Catalogs catalogs) {
        this.catalogs = catalogs;
    }

    String service(String key) {
        return name(Catalog.SERVICE, key);
    }

    String name(Catalog catalog, String key) {
        return catalogs.find(catalog, key).map(entry -> entry.name(locale())).orElse(key);
    }

    static String of(Enum<?> value) {
        return I18NProvider.translate("referral." + value.getDeclaringClass().getSimpleName() + "." + value.name());
    }

    static StatusBadge badge(ReferralStatus status) {
        return switch (status) {
            case SENT -> new StatusBadge(Tone.INFO, AppIcon.SEND, of(status));
            case ACCEPTED -> new StatusBadge(Tone.INFO, AppIcon.CHECK, of(status));
            case IN_ATTENTION -> new StatusBadge(Tone.GOOD, AppIcon.HEART, of(status));
            case ANSWERED -> new StatusBadge(Tone.GOOD, AppIcon.CHECK_CIRCLE, of(status));
            case REJECTED -> new StatusBadge(Tone.SERIOUS, AppIcon.CLOSE_CIRCLE, of(status));
            case CANCELLED -> new StatusBadge(Tone.NEUTRAL, AppIcon.MINUS, of(status));
        };
    }

    static StatusBadge badge(Urgency urgency) {
        return switch (urgency) {
            case NORMAL -> new StatusBadge(Tone.NEUTRAL, AppIcon.DOT, of(urgency));
            case PRIORITY -> new StatusBadge(Tone.CAUTION, AppIcon.TRIANGLE_UP, of(urgency));
            case IMMEDIATE -> new StatusBadge(Tone.CRITICAL, AppIcon.ALERT_OCTAGON, of(urgency));
        };
    }

    static Locale locale() {
        var ui = UI.getCurrent();
        return ui == null ? Texts.SPANISH : ui.getLocale();
    }
}

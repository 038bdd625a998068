package mx.gob.jocotepec.cauce.attention.ui;

import com.vaadin.flow.component.UI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import mx.gob.jocotepec.cauce.attention.Agenda;
import mx.gob.jocotepec.cauce.attention.Appointments;
import mx.gob.jocotepec.cauce.attention.AttentionMode;
import mx.gob.jocotepec.cauce.attention.AttentionStatus;
import mx.gob.jocotepec.cauce.attention.Attentions;
import mx.gob.jocotepec.cauce.attention.Discipline;
import mx.gob.jocotepec.cauce.attention.ReservedKeys;
import mx.gob.jocotepec.cauce.casefile.CaseFiles;
import mx.gob.jocotepec.cauce.casefile.Drafts;
import mx.gob.jocotepec.cauce.catalog.Catalog;
import mx.gob.jocotepec.cauce.catalog.CatalogEntry;
import mx.gob.jocotepec.cauce.catalog.Catalogs;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.staff.ui.ProveYourself;
import mx.gob.jocotepec.cauce.uikit.Texts;
import org.springframework.stereotype.Component;

/** What the screens of this module need at hand: the services, the words of the catalogs, the office's clock. */
@Component
record AttentionDesk(
        Attentions attentions,
        Appointments appointments,
        Agenda agenda,
        CaseFiles cases,
        Drafts drafts,
        Catalogs catalogs,
        ReservedKeys keys,
        ProveYourself prove,
        Clock clock) {

    List<String> kinds() {
        return catalogs.current(Catalog.ATTENTION_KIND, today()).stream()
                .map(CatalogEntry::key)
                .toList();
    }

    String kind(String key) {
        return word(Catalog.ATTENTION_KIND, key);
    }

    String mode(AttentionMode mode) {
        return word(Catalog.ATTENTION_MODE, mode.name());
    }

    String discipline(Discipline discipline) {
        return word(Catalog.DISCIPLINE, discipline.name());
    }

    String status(AttentionStatus status) {
        return word(Catalog.ATTENDANCE, status.name());
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(Office.ZONE));
    }

    static Instant instant(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(Office.ZONE).toInstant();
    }

    static LocalDate date(Instant at) {
        return LocalDate.ofInstant(at, Office.ZONE);
    }

    static LocalTime time(Instant at) {
        return LocalTime.ofInstant(at, Office.ZONE).withSecond(0).withNano(0);
    }

    private String word(Catalog catalog, String key) {
        return catalogs.find(catalog, key).map(entry -> entry.name(locale())).orElse(key);
    }

    private static Locale locale() {
        var ui = UI.getCurrent();
        return ui == null ? Texts.SPANISH : ui.getLocale();
    }
}

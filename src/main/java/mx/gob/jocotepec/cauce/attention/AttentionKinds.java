package mx.gob.jocotepec.cauce.attention;

import java.time.Clock;
import java.time.LocalDate;
import mx.gob.jocotepec.cauce.catalog.Catalog;
import mx.gob.jocotepec.cauce.catalog.Catalogs;
import mx.gob.jocotepec.cauce.shared.Office;
import org.springframework.stereotype.Component;

/** Screens offer the kinds of the catalog; anything else is a mistake in the program. */
@Component
class AttentionKinds {
    private final Catalogs catalogs;
    private final Clock clock;

    AttentionKinds(Catalogs catalogs, Clock clock) {
        this.catalogs = catalogs;
        this.clock = clock;
    }

    /** @throws IllegalArgumentException for one that cannot be chosen today */
    void requireCurrent(String kind) {
        var today = LocalDate.ofInstant(clock.instant(), Office.ZONE);
        var current = catalogs.find(Catalog.ATTENTION_KIND, kind)
                .filter(entry -> entry.validity().contains(today));
        if (current.isEmpty()) throw new IllegalArgumentException("not a kind of attention");
    }
}

package mx.gob.jocotepec.cauce.agreement;

import java.util.Collection;
import mx.gob.jocotepec.cauce.catalog.Catalog;
import mx.gob.jocotepec.cauce.catalog.Catalogs;
import org.springframework.stereotype.Component;

/** Whether services stand in the catalog, retired ones too: an old agreement can still be corrected. */
@Component
class KnownServices {
    private final Catalogs catalogs;

    KnownServices(Catalogs catalogs) {
        this.catalogs = catalogs;
    }

    boolean all(Collection<String> keys) {
        return keys.stream().allMatch(key -> catalogs.find(Catalog.SERVICE, key).isPresent());
    }
}

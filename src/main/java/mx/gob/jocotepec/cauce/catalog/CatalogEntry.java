package mx.gob.jocotepec.cauce.catalog;

import java.util.Locale;
import java.util.Map;
import mx.gob.jocotepec.cauce.shared.Period;

/**
 * One choice of a list. Cases keep its key; the names may change.
 *
 * @param sourceConfirmed false: the screen says "por confirmar"
 * @param extra what a catalog knows beyond the name, such as the INEGI key and population of a locality
 * @param version for {@link Catalogs#rename} and {@link Catalogs#retire}
 */
public record CatalogEntry(
        Catalog catalog,
        String key,
        String nameEs,
        String nameEn,
        String legalSource,
        boolean sourceConfirmed,
        Period validity,
        int position,
        Map<String, String> extra,
        int version) {
    public CatalogEntry {
        extra = Map.copyOf(extra);
    }

    /** Spanish unless the language is English. */
    public String name(Locale locale) {
        return locale.getLanguage().equals("en") ? nameEn : nameEs;
    }
}

package mx.gob.jocotepec.cauce.catalog;

import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * What an administrator adds to a catalog.
 *
 * @param key capital letters, digits and underscores, up to 60; it never changes afterwards
 * @param legalSource norm or document it follows from; blank: to be confirmed
 */
public record NewCatalogEntry(
        Catalog catalog,
        String key,
        String nameEs,
        String nameEn,
        String legalSource,
        boolean sourceConfirmed,
        LocalDate validFrom,
        int position) {
    static final int LONGEST = 160;
    private static final String UNCONFIRMED = "por confirmar";
    private static final Pattern KEY = Pattern.compile("[A-Z0-9][A-Z0-9_]{0,59}");

    /** @throws IllegalArgumentException for a key of another shape, a blank or too long text, a confirmed source without a name */
    public NewCatalogEntry {
        if (!KEY.matcher(key).matches())
            throw new IllegalArgumentException("key of a catalog entry is not well formed");
        nameEs = name(nameEs);
        nameEn = name(nameEn);
        if (sourceConfirmed && legalSource.isBlank())
            throw new IllegalArgumentException("a confirmed source has a name");
        legalSource = legalSource.isBlank() ? UNCONFIRMED : name(legalSource);
    }

    static String name(String text) {
        var stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST) {
            throw new IllegalArgumentException("text of a catalog entry is blank or longer than " + LONGEST);
        }
        return stripped;
    }
}

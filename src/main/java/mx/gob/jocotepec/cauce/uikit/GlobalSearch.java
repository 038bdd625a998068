package mx.gob.jocotepec.cauce.uikit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds by a few letters, for the field at the top of every page. Each module that has something to find contributes a bean. */
public interface GlobalSearch {
    /**
     * @param title what it is: a folio, the name of a page
     * @param detail what tells it from others; covered as lists are (initials, age, locality)
     * @param path where it is, without a leading slash and without anything personal
     */
    record Hit(AppIcon icon, String title, String detail, String path) {}

    /** Lower comes first. */
    int order();

    /** Name of the permission it takes; none for everybody who is signed in. */
    @Nullable
    String permission();

    /** @param text at least one letter, not blank at its ends */
    List<Hit> search(String text, int limit);
}

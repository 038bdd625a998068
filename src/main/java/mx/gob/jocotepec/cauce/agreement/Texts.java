package mx.gob.jocotepec.cauce.agreement;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What forms leave open is null in the table. */
final class Texts {
    private Texts() {}

    static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    static void atMost(Map<String, String> problems, String field, @Nullable String text, int most) {
        if (text != null && text.strip().length() > most) problems.put(field, "tooLong");
    }

    static String[] array(Collection<String> keys) {
        return keys.stream().sorted().toArray(String[]::new);
    }
}

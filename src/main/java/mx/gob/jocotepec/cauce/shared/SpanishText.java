package mx.gob.jocotepec.cauce.shared;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Spanish spelling for search: what people hear alike and write apart should be found together. */
public final class SpanishText {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern NOT_A_LETTER = Pattern.compile("[^a-z]");

    /** Applied in this order; "1" stands for the sound of ch, which must survive the mute h. */
    private static final List<Map.Entry<Pattern, String>> SOUNDS = List.of(
            sound("ch", "1"),
            sound("ph", "f"),
            sound("h", ""),
            sound("^i(?=[aeou])", "y"),
            sound("ll", "y"),
            sound("y(?![aeiou])", "i"),
            sound("qu(?=[ei])", "k"),
            sound("c(?=[eiy])|z", "s"),
            sound("[cq]", "k"),
            sound("g(?=[eiy])|x", "j"),
            sound("gu(?=[ei])", "g"),
            sound("[vw]", "b"),
            sound("n(?=[bp])", "m"),
            sound("(.)\\1+", "$1"));

    private SpanishText() {}

    /** Lower case, no accents, ñ as n, single blanks. */
    public static String fold(String text) {
        var bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return BLANKS.matcher(bare).replaceAll(" ").strip();
    }

    /** How it sounds in Mexico, word by word: "González" and "Gonsales" give the same key. Not meant to be read. */
    public static String phoneticKey(String text) {
        return Arrays.stream(fold(text).split("[ '-]"))
                .map(SpanishText::keyOfWord)
                .filter(key -> !key.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /**
     * Initials as letters that many write for one another: those of Zenaida and Senaida, Hernández and Ernández, Ximena and Jimena are the
     * same. Coarser than {@link #phoneticKey}, which needs the letters that follow.
     */
    public static String soundOfInitials(String initials) {
        return fold(initials)
                .replaceAll("[zckq]", "s")
                .replace('v', 'b')
                .replaceAll("[gx]", "j")
                .replaceAll("[aeiouhy]", "e");
    }

    private static String keyOfWord(String word) {
        var key = NOT_A_LETTER.matcher(word).replaceAll("");
        for (var sound : SOUNDS) key = sound.getKey().matcher(key).replaceAll(sound.getValue());
        return key;
    }

    private static Map.Entry<Pattern, String> sound(String spelling, String key) {
        return Map.entry(Pattern.compile(spelling), key);
    }
}

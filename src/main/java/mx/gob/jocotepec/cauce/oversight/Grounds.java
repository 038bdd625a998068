package mx.gob.jocotepec.cauce.oversight;

import mx.gob.jocotepec.cauce.shared.Sensitive;

/** Why something out of the ordinary is asked for, in words that somebody else will judge. A form looks before it asks for a password. */
public final class Grounds {
    private static final int FEWEST_WORDS = 5;

    private Grounds() {}

    public static boolean suffice(Sensitive words) {
        return words.reveal().strip().split("\\s+").length >= FEWEST_WORDS;
    }
}

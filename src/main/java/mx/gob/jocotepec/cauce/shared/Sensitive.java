package mx.gob.jocotepec.cauce.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.UnaryOperator;

/** A text that must not reach a log, a title or an exception by accident: printing it prints dots. */
public final class Sensitive {
    private final String value;

    private Sensitive(String value) {
        this.value = value;
    }

    public static Sensitive of(String value) {
        return new Sensitive(value);
    }

    /** The text itself. Call it where it is shown to someone entitled or sealed, nowhere else. */
    public String reveal() {
        return value;
    }

    public boolean isBlank() {
        return value.isBlank();
    }

    public Sensitive map(UnaryOperator<String> change) {
        return new Sensitive(change.apply(value));
    }

    /** Does not stop at the first difference, so the time taken tells nothing about where two values part. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Sensitive that
                && MessageDigest.isEqual(
                        value.getBytes(StandardCharsets.UTF_8), that.value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "•••";
    }
}

package mx.gob.jocotepec.cauce.shared;

import java.util.UUID;

/** A service session (atención). */
public record AttentionId(UUID value) {
    public static AttentionId of(UUID value) {
        return new AttentionId(value);
    }

    public static AttentionId next() {
        return new AttentionId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

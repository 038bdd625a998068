package mx.gob.jocotepec.cauce.shared;

import java.util.UUID;

/** An area of the municipality that works with cases. */
public record AreaId(UUID value) {
    public static AreaId of(UUID value) {
        return new AreaId(value);
    }

    public static AreaId next() {
        return new AreaId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

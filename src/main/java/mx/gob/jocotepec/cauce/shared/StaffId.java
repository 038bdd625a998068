package mx.gob.jocotepec.cauce.shared;

import java.util.UUID;

/** A staff account. */
public record StaffId(UUID value) {
    public static StaffId of(UUID value) {
        return new StaffId(value);
    }

    public static StaffId next() {
        return new StaffId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

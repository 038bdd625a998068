package mx.gob.jocotepec.cauce.demo;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows in PostgreSQL's binary COPY format, without its header and trailer. Columns in the order of {@link Target}. */
final class CopyRows {
    private static final long MICROS_TO_2000 = 946_684_800_000_000L;
    private static final int DAYS_TO_2000 = 10_957;
    private static final int TEXT_OID = 25;

    private byte[] bytes = new byte[1 << 14];
    private int size;
    private int rows;

    CopyRows row(int columns) {
        room(2);
        bytes[size++] = (byte) (columns >> 8);
        bytes[size++] = (byte) columns;
        rows++;
        return this;
    }

    CopyRows uuid(@Nullable UUID value) {
        if (value == null) return nothing();
        int4(16);
        int8(value.getMostSignificantBits());
        return int8(value.getLeastSignificantBits());
    }

    CopyRows text(@Nullable String value) {
        return value == null ? nothing() : bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    CopyRows texts(Collection<String> values) {
        if (values.isEmpty()) {
            int4(12);
            int4(0);
            int4(0);
            return int4(TEXT_OID);
        }
        int lengthAt = size;
        int4(0);
        int4(1);
        int4(0);
        int4(TEXT_OID);
        int4(values.size());
        int4(1);
        values.forEach(this::text);
        int end = size;
        size = lengthAt;
        int4(end - lengthAt - 4);
        size = end;
        return this;
    }

    CopyRows bytes(byte @Nullable [] value) {
        if (value == null) return nothing();
        int4(value.length);
        room(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
        return this;
    }

    CopyRows at(@Nullable Instant value) {
        if (value == null) return nothing();
        int4(8);
        return int8(micros(value) - MICROS_TO_2000);
    }

    CopyRows date(@Nullable LocalDate value) {
        if (value == null) return nothing();
        int4(4);
        return int4((int) value.toEpochDay() - DAYS_TO_2000);
    }

    CopyRows time(@Nullable LocalTime value) {
        if (value == null) return nothing();
        int4(8);
        return int8(value.toNanoOfDay() / 1000);
    }

    CopyRows small(@Nullable Integer value) {
        if (value == null) return nothing();
        int4(2);
        room(2);
        bytes[size++] = (byte) (value >> 8);
        bytes[size++] = (byte) (int) value;
        return this;
    }

    CopyRows big(long value) {
        int4(8);
        return int8(value);
    }

    CopyRows flag(boolean value) {
        int4(1);
        room(1);
        bytes[size++] = (byte) (value ? 1 : 0);
        return this;
    }

    static long micros(Instant at) {
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1000;
    }

    int rows() {
        return rows;
    }

    byte[] buffer() {
        return bytes;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
        rows = 0;
    }

    private CopyRows nothing() {
        return int4(-1);
    }

    private CopyRows int4(int value) {
        room(4);
        for (int shift = 24; shift >= 0; shift -= 8) bytes[size++] = (byte) (value >> shift);
        return this;
    }

    private CopyRows int8(long value) {
        room(8);
        for (int shift = 56; shift >= 0; shift -= 8) bytes[size++] = (byte) (value >> shift);
        return this;
    }

    private void room(int needed) {
        if (size + needed > bytes.length) bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + needed));
    }
}

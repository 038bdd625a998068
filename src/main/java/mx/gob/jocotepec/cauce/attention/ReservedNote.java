package mx.gob.jocotepec.cauce.attention;

import java.time.Instant;
import mx.gob.jocotepec.cauce.shared.Sensitive;

/** One version of a reserved note, for its discipline. */
public record ReservedNote(int version, Sensitive text, Instant updatedAt, String author) {}

package mx.gob.jocotepec.cauce.shared;

import java.time.ZoneId;

/** Where the office's days and quarters begin and end. */
public final class Office {
    public static final ZoneId ZONE = ZoneId.of("America/Mexico_City");

    private Office() {}
}

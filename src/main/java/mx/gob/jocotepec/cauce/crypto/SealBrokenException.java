package mx.gob.jocotepec.cauce.crypto;

import org.jspecify.annotations.Nullable;

/** A sealed value did not open: altered, moved, or sealed by a key that is gone. Nothing of it is given out. */
public class SealBrokenException extends RuntimeException {
    SealBrokenException(Place place, @Nullable Throwable cause) {
        super("sealed value does not open: " + place.table() + " " + place.row() + " " + place.compartment(), cause);
    }
}

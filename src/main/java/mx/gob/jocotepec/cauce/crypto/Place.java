package mx.gob.jocotepec.cauce.crypto;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Where a sealed value lies. It is bound to it: moved to another row, table or compartment it does not open. */
public record Place(String table, UUID row, Compartment compartment) {
    byte[] associatedData() {
        return (table + '|' + row + '|' + compartment).getBytes(StandardCharsets.UTF_8);
    }
}

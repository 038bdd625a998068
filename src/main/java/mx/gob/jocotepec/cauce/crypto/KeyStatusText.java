package mx.gob.jocotepec.cauce.crypto;

import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mx.gob.jocotepec.cauce.database.OwnerConnection;
import mx.gob.jocotepec.cauce.shared.Office;

/** What {@code ./cauce keys status} prints: which keys there are and how old, never a key. */
record KeyStatusText(KeyRing ring, OwnerConnection owner, RingFile file, String passphrase) {
    List<String> lines() throws GeneralSecurityException, SQLException {
        var lines = new ArrayList<String>();
        lines.add("ring        " + ring.id());
        lines.add("passphrase  " + passphrase);
        lines.add("escrow      "
                + Escrow.of(ring)
                        .map(escrow -> escrow.needed() + " of " + escrow.shares() + " shares, made " + escrow.made()
                                + ", key " + escrow.id() + ", " + file.escrow())
                        .orElse("none: whoever loses ring or passphrase loses everything; ./cauce keys escrow"));
        lines.add("rotation    "
                + ring.rotating()
                        .map(at -> "broken off, begun " + LocalDate.ofInstant(at, Office.ZONE)
                                + ": run ./cauce keys rotate")
                        .orElse("none under way"));
        lines.add("");
        lines.add("%-11s %-11s %-11s %-8s %s"
                .formatted("compartment", "key", "since", "state", "values under older keys"));
        var behind = behind();
        for (var compartment : Compartment.values()) {
            for (var key : ring.keys(compartment).all()) {
                lines.add("%-11s %-11s %-11s %-8s %s"
                        .formatted(
                                compartment,
                                Integer.toUnsignedString(key.id()),
                                LocalDate.ofInstant(ring.since(compartment, key.id()), Office.ZONE),
                                key.primary() ? "primary" : key.enabled() ? "opens" : "retired",
                                key.primary() ? behind == null ? "?" : behind.getOrDefault(compartment, 0L) : ""));
            }
        }
        if (behind == null) lines.add("The values were not counted: the running application is busy. Try again.");
        return lines;
    }

    private @org.jspecify.annotations.Nullable Map<Compartment, Long> behind() throws SQLException {
        try {
            return new KeyRotation(owner, ring, 1).behind();
        } catch (SQLException e) {
            if ("55P03".equals(e.getSQLState())) return null; // lock_timeout
            throw e;
        }
    }
}

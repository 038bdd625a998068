package mx.gob.jocotepec.cauce.crypto;

import java.sql.SQLException;
import mx.gob.jocotepec.cauce.database.OwnerConnection;
import org.postgresql.PGConnection;

/** Tells the trail what a command did to the keys, in the name of the system: the trail's own module is above this one. */
final class KeyTrail {
    private KeyTrail() {}

    /** @param detail keys and numbers only */
    static void tell(OwnerConnection owner, KeyRing ring, String action, String detail) throws SQLException {
        var signer = new ContextSigner(ring, owner);
        owner.run(connection -> {
            long expiry = System.currentTimeMillis() / 1000 + 60;
            int backend = connection.unwrap(PGConnection.class).getBackendPID();
            try (var context = connection.prepareStatement("select set_config('cauce.context', ?, true)");
                    var append = connection.prepareStatement(
                            "select cauce.trail_append(?, 'DONE', 'KEYS', null, null, null, ?)")) {
                context.setString(1, signer.sign("SYSTEM||||" + backend + '|' + expiry));
                context.execute();
                append.setString(1, action);
                append.setString(2, detail);
                append.execute();
            }
        });
    }
}

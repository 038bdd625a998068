package mx.gob.jocotepec.cauce.crypto;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HexFormat;
import mx.gob.jocotepec.cauce.database.OwnerConnection;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Service;

/**
 * Signs what a transaction says about who acts. The database verifies it with the same key, which the runtime role cannot read
 * (V001__ground.sql).
 */
@Service
@DependsOnDatabaseInitialization
public class ContextSigner {
    private static final String KEY = "context";

    private final KeyRing ring;

    ContextSigner(KeyRing ring, OwnerConnection owner) throws SQLException {
        this.ring = ring;
        owner.run(connection -> {
            try (var insert = connection.prepareStatement("""
                    insert into cauce.context_key (id, inner_pad, outer_pad) values (1, ?, ?)
                    on conflict (id) do update set inner_pad = excluded.inner_pad, outer_pad = excluded.outer_pad""")) {
                insert.setBytes(1, ring.paddedKey(KEY, 0x36));
                insert.setBytes(2, ring.paddedKey(KEY, 0x5c));
                insert.executeUpdate();
            }
        });
    }

    /** @return the body, a bar, and the signature as 64 hexadecimal digits */
    public String sign(String body) {
        return body + '|' + HexFormat.of().formatHex(ring.mac(KEY, body.getBytes(StandardCharsets.UTF_8)));
    }
}

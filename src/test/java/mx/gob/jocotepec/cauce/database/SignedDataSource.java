package mx.gob.jocotepec.cauce.database;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Connections of the runtime role that carry a context for somebody of the staff without a role, signed with a key of this class alone. */
final class SignedDataSource extends DelegatingDataSource {
    private static final String SOMEBODY = "00000000-0000-4000-8000-000000000000";
    private static final byte[] KEY = new byte[64];

    SignedDataSource(TestDatabase database, Account runtime) throws SQLException {
        super(new DriverManagerDataSource(database.url(), runtime.user(), runtime.password()));
        try (var admin = database.asSuperuser()) {
            Sql.run(admin, """
                    insert into cauce.context_key (id, inner_pad, outer_pad)
                    values (1, decode(repeat('36', 64), 'hex'), decode(repeat('5c', 64), 'hex'))
                    on conflict (id) do update set inner_pad = excluded.inner_pad, outer_pad = excluded.outer_pad""");
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = super.getConnection();
        try (var set = connection.prepareStatement("select set_config('cauce.context', ?, false)")) {
            int backend = connection.unwrap(PGConnection.class).getBackendPID();
            set.setString(1, signed("STAFF|" + SOMEBODY + '|' + SOMEBODY + "||" + backend + "|9999999999"));
            set.execute();
        }
        return connection;
    }

    private static String signed(String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
            return body + '|' + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

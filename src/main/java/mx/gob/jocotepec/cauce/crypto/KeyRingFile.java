package mx.gob.jocotepec.cauce.crypto;

import com.google.crypto.tink.subtle.Random;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import mx.gob.jocotepec.cauce.database.CauceSettings;
import mx.gob.jocotepec.cauce.database.OwnerConnection;
import mx.gob.jocotepec.cauce.database.SettingProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Opens the key ring at the start, under the passphrase of the operator or, where none is set, under one kept in
 * {@code secrets/key-passphrase}; makes both the first time. The database knows which ring is its own.
 */
@Configuration(proxyBeanMethods = false)
class KeyRingFile {
    /** Held while rings are made or changed: two nodes that start at once must not make two. */
    static final int LOCK = 7342;

    @Bean
    @DependsOnDatabaseInitialization
    KeyRing keyRing(CauceSettings settings, OwnerConnection owner) throws SQLException, IOException {
        var file = new RingFile(settings.data());
        var passphrase =
                settings.keyPassphrase().isPresent() ? settings.keyPassphrase().get() : keptPassphrase(file);
        var opened = new KeyRing[1];
        owner.run(connection -> {
            connection.createStatement().execute("select pg_advisory_xact_lock(" + LOCK + ")");
            var known = knownRing(connection);
            if (file.exists()) {
                opened[0] = file.read(passphrase);
            } else if (known != null) {
                throw new SettingProblem("CAUCE_DATA: the key ring " + file.path()
                        + " is missing, and what the database holds was sealed with it. Bring it back from the backup, or with "
                        + "./cauce keys recover.");
            } else {
                opened[0] = make(file, passphrase);
            }
            if (known == null) {
                remember(connection, opened[0].id());
            } else if (!known.equals(opened[0].id())) {
                throw new SettingProblem("CAUCE_DATA: the key ring " + file.path()
                        + " belongs to another installation than this database.");
            }
        });
        return opened[0];
    }

    private static KeyRing make(RingFile file, String passphrase) {
        try {
            var ring = KeyRing.fresh();
            file.write(ring, passphrase);
            return ring;
        } catch (IOException | GeneralSecurityException e) {
            throw new SettingProblem("CAUCE_DATA: the key ring " + file.path() + " cannot be written.", e);
        }
    }

    private static String keptPassphrase(RingFile ring) throws IOException {
        var file = ring.keptPassphrase();
        if (!Files.exists(file)) {
            if (ring.exists()) {
                throw new SettingProblem("CAUCE_KEY_PASSPHRASE or CAUCE_KEY_FILE is missing: the key ring "
                        + ring.path() + " was made with one.");
            }
            RingFile.writePrivately(file, Base64.getEncoder().withoutPadding().encodeToString(Random.randBytes(32)));
        }
        return Files.readString(file).strip();
    }

    static @Nullable String knownRing(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select ring_id from cauce.installation where id = 1")) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    private static void remember(Connection connection, String ring) throws SQLException {
        try (var insert = connection.prepareStatement("insert into cauce.installation (id, ring_id) values (1, ?)")) {
            insert.setString(1, ring);
            insert.executeUpdate();
        }
    }
}

package mx.gob.jocotepec.cauce.crypto;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import mx.gob.jocotepec.cauce.database.CauceSettings;
import mx.gob.jocotepec.cauce.database.OwnerConnection;
import mx.gob.jocotepec.cauce.database.SettingProblem;
import org.jasypt.encryption.pbe.StandardPBEStringEncryptor;
import org.jasypt.exceptions.EncryptionOperationNotPossibleException;
import org.jasypt.iv.RandomIvGenerator;
import org.jasypt.salt.RandomSaltGenerator;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The key ring on disk: {@code keys/ring} below the data folder, encrypted by Jasypt under the passphrase of the operator, or, where
 * none is set, under one kept in {@code secrets/key-passphrase}. Whoever has the folder then has the keys; docs/security.md says so.
 */
@Configuration(proxyBeanMethods = false)
class KeyRingFile {
    private static final int ITERATIONS = 210_000;

    @Bean
    @DependsOnDatabaseInitialization
    KeyRing keyRing(CauceSettings settings, OwnerConnection owner) throws SQLException, IOException {
        var file = settings.data().resolve("keys").resolve("ring");
        var passphrase = settings.keyPassphrase().isPresent()
                ? settings.keyPassphrase().get()
                : keptPassphrase(settings.data().resolve("secrets").resolve("key-passphrase"));
        var opened = new KeyRing[1];
        owner.run(connection -> {
            // the lock keeps two nodes that start at once from making two rings
            connection.createStatement().execute("select pg_advisory_xact_lock(7342)");
            var known = knownRing(connection);
            if (Files.exists(file)) {
                opened[0] = read(file, passphrase);
            } else if (known != null) {
                throw new SettingProblem(
                        "CAUCE_DATA: the key ring " + file
                                + " is missing, and what the database holds was sealed with it. Bring it back from the backup.");
            } else {
                opened[0] = make(file, passphrase);
            }
            if (known == null) {
                remember(connection, opened[0].id());
            } else if (!known.equals(opened[0].id())) {
                throw new SettingProblem(
                        "CAUCE_DATA: the key ring " + file + " belongs to another installation than this database.");
            }
        });
        return opened[0];
    }

    static KeyRing read(Path file, String passphrase) {
        try {
            var json = encryptor(passphrase).decrypt(Files.readString(file).strip());
            Map<String, String> entries = new JsonMapper().readValue(json, new TypeReference<Map<String, String>>() {});
            var ring = KeyRing.completed(entries);
            if (!ring.entries().equals(entries)) write(file, ring, passphrase);
            return ring;
        } catch (EncryptionOperationNotPossibleException e) {
            throw new SettingProblem(
                    "CAUCE_KEY_PASSPHRASE (or CAUCE_KEY_FILE) does not open the key ring " + file + ".", e);
        } catch (IOException | GeneralSecurityException e) {
            throw new SettingProblem("CAUCE_DATA: the key ring " + file + " cannot be read.", e);
        }
    }

    private static KeyRing make(Path file, String passphrase) {
        try {
            var ring = KeyRing.fresh();
            write(file, ring, passphrase);
            return ring;
        } catch (IOException | GeneralSecurityException e) {
            throw new SettingProblem("CAUCE_DATA: the key ring " + file + " cannot be written.", e);
        }
    }

    private static void write(Path file, KeyRing ring, String passphrase) throws IOException {
        writePrivately(file, encryptor(passphrase).encrypt(new JsonMapper().writeValueAsString(ring.entries())));
    }

    private static String keptPassphrase(Path file) throws IOException {
        if (!Files.exists(file)) {
            writePrivately(
                    file,
                    Base64.getEncoder()
                            .withoutPadding()
                            .encodeToString(com.google.crypto.tink.subtle.Random.randBytes(32)));
        }
        return Files.readString(file).strip();
    }

    private static StandardPBEStringEncryptor encryptor(String passphrase) {
        var encryptor = new StandardPBEStringEncryptor();
        encryptor.setAlgorithm("PBEWITHHMACSHA512ANDAES_256");
        encryptor.setKeyObtentionIterations(ITERATIONS);
        encryptor.setSaltGenerator(new RandomSaltGenerator());
        encryptor.setIvGenerator(new RandomIvGenerator());
        encryptor.setPassword(passphrase);
        return encryptor;
    }

    private static void writePrivately(Path file, String content) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        var draft = Files.createTempFile(folder, "new", "");
        if (draft.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
        }
        try (var channel = java.nio.channels.FileChannel.open(draft, java.nio.file.StandardOpenOption.WRITE)) {
            channel.write(java.nio.ByteBuffer.wrap(content.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static @org.jspecify.annotations.Nullable String knownRing(Connection connection) throws SQLException {
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

package mx.gob.jocotepec.cauce.crypto;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Map;
import mx.gob.jocotepec.cauce.database.SettingProblem;
import org.jasypt.encryption.pbe.StandardPBEStringEncryptor;
import org.jasypt.exceptions.EncryptionOperationNotPossibleException;
import org.jasypt.iv.RandomIvGenerator;
import org.jasypt.salt.RandomSaltGenerator;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The key ring on disk: {@code keys/ring} below the data folder, encrypted by Jasypt under a passphrase, and beside it
 * {@code keys/escrow}, the same ring for whoever brings enough shares together, written before the ring at every change.
 */
record RingFile(Path data) {
    private static final int ITERATIONS = 210_000;

    Path path() {
        return data.resolve("keys").resolve("ring");
    }

    Path escrow() {
        return data.resolve("keys").resolve("escrow");
    }

    /** Where the passphrase lies when the operator sets none. Whoever has the folder then has the keys. */
    Path keptPassphrase() {
        return data.resolve("secrets").resolve("key-passphrase");
    }

    boolean exists() {
        return Files.exists(path());
    }

    /** @throws SettingProblem when the passphrase does not open it */
    KeyRing read(String passphrase) {
        try {
            var entries = fromJson(
                    encryptor(passphrase).decrypt(Files.readString(path()).strip()));
            var ring = KeyRing.completed(entries);
            if (!ring.entries().equals(entries)) write(ring, passphrase);
            return ring;
        } catch (EncryptionOperationNotPossibleException | JacksonException e) {
            throw new SettingProblem(
                    "CAUCE_KEY_PASSPHRASE (or CAUCE_KEY_FILE) does not open the key ring " + path() + ".", e);
        } catch (IOException | GeneralSecurityException e) {
            throw new SettingProblem("CAUCE_DATA: the key ring " + path() + " cannot be read.", e);
        }
    }

    void write(KeyRing ring, String passphrase) throws IOException, GeneralSecurityException {
        var escrow = Escrow.of(ring);
        if (escrow.isPresent()) writePrivately(escrow(), escrow.get().seal(ring));
        writePrivately(path(), encryptor(passphrase).encrypt(toJson(ring.entries())));
    }

    static String toJson(Map<String, String> entries) {
        return new JsonMapper().writeValueAsString(entries);
    }

    static Map<String, String> fromJson(String json) {
        return new JsonMapper().readValue(json, new TypeReference<Map<String, String>>() {});
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

    /** Replaces the file as a whole: a crash leaves the old one or the new one. */
    static void writePrivately(Path file, String content) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        var draft = Files.createTempFile(folder, "new", "");
        if (draft.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
        }
        try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}

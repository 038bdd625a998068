package mx.gob.jocotepec.cauce.crypto;

import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import mx.gob.jocotepec.cauce.database.OwnerConnection;
import mx.gob.jocotepec.cauce.database.SettingProblem;

/** Makes a new recovery key for somebody who lost password and paper: the holders of the shares stand for her. */
class PersonRecovery {
    private static final String[] TABLES = {"personal_key", "personal_key_lock"};

    private final OwnerConnection owner;
    private final KeyRing ring;
    private final PersonalBox box;

    PersonRecovery(OwnerConnection owner, KeyRing ring, PersonalBox box) {
        this.owner = owner;
        this.ring = ring;
        this.box = box;
    }

    private record Found(UUID key, UUID staff, byte[] publicKey, byte[] escrowed) {}

    /** @return what she types on the page of her account, to be handed over and not kept */
    String recover(List<RecoveryShare> shares, String username) throws SQLException {
        var recoveryKey = RecoveryShare.combine(shares);
        var printed = box.recoveryKey();
        owner.run(connection -> {
            for (var table : TABLES) force(connection, table, false);
            var found = find(connection, username);
            var secret = box.stretch(box.recoverySecret(printed).orElseThrow());
            put(connection, found, box.lock(found.key, open(found, recoveryKey), secret));
            for (var table : TABLES) force(connection, table, true);
        });
        KeyTrail.tell(owner, ring, "PERSON_RECOVERED", "");
        return printed;
    }

    private static byte[] open(Found found, byte[] recoveryKey) {
        try {
            var key = Hpke.open(recoveryKey, found.escrowed, PersonalBox.lockContext(found.key));
            if (!Arrays.equals(Hpke.publicKey(key), found.publicKey)) throw new GeneralSecurityException("another key");
            return key;
        } catch (GeneralSecurityException e) {
            throw new SettingProblem("keys: these shares do not open the key of this person.", e);
        }
    }

    private static Found find(Connection connection, String username) throws SQLException {
        try (var query = connection.prepareStatement("""
                select k.id, k.staff_id, k.public_key, l.content from cauce.personal_key k
                join cauce.staff_account s on s.id = k.staff_id
                join cauce.personal_key_lock l on l.key_id = k.id and l.kind = 'ESCROW'
                where s.username = ? and k.retired_at is null""")) {
            query.setString(1, username);
            try (var rows = query.executeQuery()) {
                if (!rows.next()) {
                    throw new SettingProblem(
                            "keys: nobody of this user name has a key that lies closed for the shares.");
                }
                return new Found(
                        rows.getObject(1, UUID.class),
                        rows.getObject(2, UUID.class),
                        rows.getBytes(3),
                        rows.getBytes(4));
            }
        }
    }

    private static void put(Connection connection, Found found, PersonalBox.Lock lock) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into cauce.personal_key_lock (key_id, staff_id, kind, salt, content, made_at) values (?, ?, 'RECOVERY', ?, ?, now())
                on conflict (key_id, kind) do update set salt = excluded.salt, content = excluded.content, made_at = excluded.made_at""")) {
            insert.setObject(1, found.key);
            insert.setObject(2, found.staff);
            insert.setBytes(3, lock.salt());
            insert.setBytes(4, lock.content());
            insert.executeUpdate();
        }
    }

    private static void force(Connection connection, String table, boolean forced) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("alter table cauce." + table + (forced ? "" : " no") + " force row level security");
        }
    }
}

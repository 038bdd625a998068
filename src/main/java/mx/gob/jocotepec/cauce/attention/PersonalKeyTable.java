package mx.gob.jocotepec.cauce.attention;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mx.gob.jocotepec.cauce.crypto.PersonalBox;
import mx.gob.jocotepec.cauce.shared.AttentionId;
import mx.gob.jocotepec.cauce.shared.CaseId;
import mx.gob.jocotepec.cauce.shared.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of personal keys, of what closes them, and of the keys of notes wrapped for each person. */
@Component
class PersonalKeyTable {
    enum Kind {
        PASSWORD,
        RECOVERY,
        ESCROW
    }

    /** Somebody's present key. */
    record Key(UUID id, byte[] publicKey, byte[] mac) {}

    /** Somebody who may read the reserved notes of a discipline in a case. @param key null: she has none yet */
    record Reader(StaffId staff, String name, @Nullable Key key) {}

    private final JdbcClient jdbc;

    PersonalKeyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether somebody works in a discipline that keeps reserved notes. */
    boolean keeps(StaffId staff) {
        return jdbc.sql("select roles && array['PSYCHOLOGY','LEGAL','SOCIAL_WORK'] from staff_account where id = ?")
                .param(staff.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    Optional<Key> current(StaffId staff) {
        return jdbc.sql("select id, public_key, mac from personal_key where staff_id = ? and retired_at is null")
                .param(staff.value())
                .query((row, n) -> new Key(row.getObject(1, UUID.class), row.getBytes(2), row.getBytes(3)))
                .optional();
    }

    void insert(StaffId staff, Key key, Instant now) {
        jdbc.sql("insert into personal_key (id, staff_id, public_key, mac, made_at) values (?, ?, ?, ?, ?)")
                .params(key.id, staff.value(), key.publicKey, key.mac, AttentionTable.at(now))
                .update();
    }

    void retire(UUID key, Instant now) {
        jdbc.sql("update personal_key set retired_at = ? where id = ?")
                .params(AttentionTable.at(now), key)
                .update();
    }

    Optional<PersonalBox.Lock> lock(UUID key, Kind kind) {
        return jdbc.sql("select salt, content from personal_key_lock where key_id = ? and kind = ?")
                .params(key, kind.name())
                .query((row, n) -> new PersonalBox.Lock(row.getBytes(1), row.getBytes(2)))
                .optional();
    }

    boolean hasRecovery(StaffId staff) {
        return jdbc.sql("""
                        select exists (select from personal_key_lock l join personal_key k on k.id = l.key_id
                          where k.staff_id = ? and k.retired_at is null and l.kind = 'RECOVERY')""").param(staff.value()).query(Boolean.class).single();
    }

    /** Which recovery key of the office it lies closed for; empty: for none. */
    Optional<String> escrow(UUID key) {
        return jdbc.sql("select escrow from personal_key_lock where key_id = ? and kind = 'ESCROW'")
                .param(key)
                .query(String.class)
                .optional();
    }

    /** Takes the place of an earlier one of its kind. @param escrow for that kind only */
    void put(UUID key, StaffId staff, Kind kind, PersonalBox.Lock lock, @Nullable String escrow, Instant now) {
        jdbc.sql("""
                        insert into personal_key_lock (key_id, staff_id, kind, salt, content, escrow, made_at) values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (key_id, kind) do update set salt = excluded.salt, content = excluded.content,
                          escrow = excluded.escrow, made_at = excluded.made_at""")
                .params(key, staff.value(), kind.name(), lock.salt(), lock.content())
                .param(escrow)
                .param(AttentionTable.at(now))
                .update();
    }

    List<Reader> readers(CaseId id, Discipline discipline) {
        return jdbc.sql(
                        "select staff_id, display_name, key_id, public_key, mac from reserved_readers(?, ?) order by 2, 1")
                .params(id.value(), discipline.name())
                .query((row, n) -> {
                    var key = row.getObject(3, UUID.class);
                    return new Reader(
                            StaffId.of(row.getObject(1, UUID.class)),
                            row.getString(2),
                            key == null ? null : new Key(key, row.getBytes(4), row.getBytes(5)));
                })
                .list();
    }

    void insertWrap(AttentionId id, UUID key, CaseId caseId, UUID person, byte[] wrap, StaffId by, Instant now) {
        jdbc.sql("""
                        insert into note_wrap (attention_id, key_id, case_id, person_id, wrap, wrapped_by, wrapped_at)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(id.value(), key, caseId.value(), person, wrap, by.value(), AttentionTable.at(now))
                .update();
    }

    /** Empty where there is none for this key, or none within reach. */
    Optional<byte[]> wrap(AttentionId id, UUID key) {
        return jdbc.sql("select wrap from note_wrap where attention_id = ? and key_id = ?")
                .params(id.value(), key)
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    /** Who holds the key of a note, with a key that is still hers. */
    List<StaffId> holders(AttentionId id) {
        return jdbc.sql("""
                        select k.staff_id from note_wrap w join personal_key k on k.id = w.key_id
                        where w.attention_id = ? and k.retired_at is null""")
                .param(id.value())
                .query((row, n) -> StaffId.of(row.getObject(1, UUID.class)))
                .list();
    }

    /** A reserved note that is not erased. */
    record Note(AttentionId id, CaseId caseId, UUID person, Discipline discipline) {}

    /** Her own that open with the ring alone, from before there were personal keys. */
    List<Note> older(StaffId author, int limit) {
        return notes(
                "r.author = ? and not exists (select from note_wrap w where w.attention_id = r.attention_id)",
                author.value(),
                limit);
    }

    List<Note> ofCase(CaseId id) {
        return notes("r.case_id = ?", id.value(), Integer.MAX_VALUE);
    }

    Optional<Note> note(AttentionId id) {
        return notes("r.attention_id = ?", id.value(), 1).stream().findFirst();
    }

    private List<Note> notes(String condition, UUID value, int limit) {
        return jdbc.sql(
                        "select attention_id, case_id, person_id, discipline from attention_reserved r where sealed is not null and "
                                + condition + " order by 1 limit ?")
                .params(value, limit)
                .query((row, n) -> new Note(
                        AttentionId.of(row.getObject(1, UUID.class)),
                        CaseId.of(row.getObject(2, UUID.class)),
                        row.getObject(3, UUID.class),
                        Discipline.valueOf(row.getString(4))))
                .list();
    }

    /** @return false when it changed meanwhile */
    boolean reseal(AttentionId id, int version, byte[] was, byte[] becomes) {
        return jdbc.sql("select reseal_reserved(?, ?, ?, ?)")
                .params(id.value(), version, was, becomes)
                .query(Boolean.class)
                .single();
    }
}

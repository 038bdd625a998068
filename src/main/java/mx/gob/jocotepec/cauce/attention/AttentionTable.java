package mx.gob.jocotepec.cauce.attention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.crypto.Sealed;
import mx.gob.jocotepec.cauce.shared.AreaId;
import mx.gob.jocotepec.cauce.shared.AttentionId;
import mx.gob.jocotepec.cauce.shared.CaseId;
import mx.gob.jocotepec.cauce.shared.PersonId;
import mx.gob.jocotepec.cauce.shared.ReferralId;
import mx.gob.jocotepec.cauce.shared.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of attentions and reserved notes. Row security decides which there are; earlier versions are kept by the database. */
@Component
class AttentionTable {
    private final JdbcClient jdbc;

    AttentionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Attention> find(AttentionId id) {
        return jdbc.sql("select t.*, f.folio from attention t join case_file f on f.id = t.case_id where t.id = ?")
                .param(id.value())
                .query((row, n) -> attention(row))
                .optional();
    }

    void insert(Attention attention, StaffId by, Instant now) {
        columns(jdbc.sql("""
                        insert into attention (id, case_id, person_id, discipline, area_id, staff_id, kind, mode, walk_in, status,
                          starts_at, minutes, next_at, recorded_at, recorded_by, wrapped_key, sealed)
                        values (:id, :caseId, :person, :discipline, :area, :staff, :kind, :mode, :walkIn, :status,
                          :startsAt, :minutes, :nextAt, :now, :by, :key, :sealed)"""), attention, by, now)
                .param("caseId", attention.ref().id().value())
                .param("person", attention.ref().person().value())
                .param("area", attention.area().value())
                .param("walkIn", attention.walkIn())
                .update();
    }

    /** @return false when somebody stored another version meanwhile */
    boolean update(Attention attention, StaffId by, Instant now) {
        return columns(jdbc.sql("""
                        update attention set discipline = :discipline, staff_id = :staff, kind = :kind, mode = :mode, status = :status,
                          starts_at = :startsAt, minutes = :minutes, next_at = :nextAt, corrections = :corrections, recorded_at = :now,
                          recorded_by = :by, wrapped_key = :key, sealed = :sealed, version = version + 1
                        where id = :id and version = :version"""), attention, by, now)
                        .param("corrections", attention.corrections())
                        .param("version", attention.version())
                        .update()
                == 1;
    }

    void link(AttentionId id, ReferralId referral) {
        jdbc.sql("update attention set referral_id = ? where id = ? and referral_id is null")
                .params(referral.value(), id.value())
                .update();
    }

    boolean overlaps(StaffId staff, AttentionId other, Instant from, Instant to) {
        return jdbc.sql("""
                        select exists (select from attention
                          where staff_id = ? and status = 'SCHEDULED' and starts_at > ? and starts_at < ? and id <> ?)""")
                .params(staff.value(), at(from), at(to), other.value())
                .query(Boolean.class)
                .single();
    }

    /** A colleague of the area who is active. */
    boolean worksIn(StaffId staff, AreaId area) {
        return jdbc.sql("select exists (select from staff_account where id = ? and area_id = ? and active)")
                .params(staff.value(), area.value())
                .query(Boolean.class)
                .single();
    }

    /** A reserved note as it lies there; none for those outside its discipline. */
    record Reserved(StaffId author, @Nullable Sealed sealed, int version) {}

    Optional<Reserved> reserved(AttentionId id) {
        return jdbc.sql("select author, wrapped_key, sealed, version from attention_reserved where attention_id = ?")
                .param(id.value())
                .query((row, n) -> new Reserved(
                        StaffId.of(row.getObject("author", UUID.class)), sealed(row), row.getInt("version")))
                .optional();
    }

    void insertReserved(Attention attention, StaffId author, Sealed text, Instant now) {
        jdbc.sql("""
                        insert into attention_reserved (attention_id, case_id, person_id, discipline, author, wrapped_key, sealed, updated_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        attention.id().value(),
                        attention.ref().id().value(),
                        attention.ref().person().value(),
                        attention.discipline().name(),
                        author.value(),
                        text.wrappedKey(),
                        text.ciphertext(),
                        at(now))
                .update();
    }

    void updateReserved(AttentionId id, Sealed text, Instant now) {
        jdbc.sql(
                        "update attention_reserved set sealed = ?, updated_at = ?, version = version + 1 where attention_id = ?")
                .params(text.ciphertext(), at(now), id.value())
                .update();
    }

    /** One version of a reserved note, sealed. */
    record ReservedVersion(int version, @Nullable Sealed sealed, Instant updatedAt, String author) {}

    List<ReservedVersion> reservedVersions(AttentionId id) {
        return jdbc.sql("""
                        select r.version, r.wrapped_key, r.sealed, r.updated_at, s.display_name from (
                          select attention_id, author, version, wrapped_key, sealed, updated_at from attention_reserved
                          union all select attention_id, author, version, wrapped_key, sealed, updated_at from attention_reserved_past) r
                        join staff_account s on s.id = r.author
                        where r.attention_id = ? order by r.version desc limit 50""")
                .param(id.value())
                .query((row, n) -> new ReservedVersion(
                        row.getInt("version"), sealed(row), instant(row, "updated_at"), row.getString("display_name")))
                .list();
    }

    /** An attention with the names a list shows beside it. */
    record Line(
            Attention attention,
            String staffName,
            String areaName,
            @Nullable StaffId reservedBy) {}

    List<Line> ofCase(CaseId id, int offset, int limit) {
        return jdbc.sql("""
                        select t.*, f.folio, s.display_name, a.name as area_name, r.author
                        from attention t join case_file f on f.id = t.case_id
                        join staff_account s on s.id = t.staff_id join area a on a.id = t.area_id
                        left join attention_reserved r on r.attention_id = t.id
                        where t.case_id = ? order by t.starts_at desc, t.id desc offset ? limit ?""")
                .params(id.value(), offset, limit)
                .query((row, n) -> {
                    var author = row.getObject("author", UUID.class);
                    return new Line(
                            attention(row),
                            row.getString("display_name"),
                            row.getString("area_name"),
                            author == null ? null : StaffId.of(author));
                })
                .list();
    }

    int count(CaseId id) {
        return jdbc.sql("select count(*) from attention where case_id = ? and status = 'ATTENDED'")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    /** What an attention was at a time. */
    record Version(Attention attention, Instant recordedAt, String recordedBy) {}

    List<Version> versions(AttentionId id) {
        var columns =
                "id, case_id, person_id, discipline, area_id, staff_id, kind, mode, walk_in, status, starts_at, minutes, next_at, "
                        + "corrections, wrapped_key, sealed, version, recorded_at, recorded_by";
        return jdbc.sql("select t.*, '' as folio, s.display_name from (select " + columns
                        + " from attention union all select "
                        + columns + " from attention_past) t join staff_account s on s.id = t.recorded_by"
                        + " where t.id = ? order by t.version desc limit 50")
                .param(id.value())
                .query((row, n) ->
                        new Version(attention(row), instant(row, "recorded_at"), row.getString("display_name")))
                .list();
    }

    private static JdbcClient.StatementSpec columns(
            JdbcClient.StatementSpec statement, Attention attention, StaffId by, Instant now) {
        var sealed = attention.sealed();
        var next = attention.nextAt();
        return statement
                .param("id", attention.id().value())
                .param("discipline", attention.discipline().name())
                .param("staff", attention.staff().value())
                .param("kind", attention.kind())
                .param("mode", attention.mode().name())
                .param("status", attention.status().name())
                .param("startsAt", at(attention.startsAt()))
                .param("minutes", attention.minutes())
                .param("nextAt", next == null ? null : at(next))
                .param("now", at(now))
                .param("by", by.value())
                .param("key", sealed == null ? null : sealed.wrappedKey())
                .param("sealed", sealed == null ? null : sealed.ciphertext());
    }

    private static Attention attention(ResultSet row) throws SQLException {
        return new Attention(
                AttentionId.of(row.getObject("id", UUID.class)),
                new CaseRef(
                        CaseId.of(row.getObject("case_id", UUID.class)),
                        PersonId.of(row.getObject("person_id", UUID.class)),
                        row.getString("folio")),
                Discipline.valueOf(row.getString("discipline")),
                AreaId.of(row.getObject("area_id", UUID.class)),
                StaffId.of(row.getObject("staff_id", UUID.class)),
                row.getString("kind"),
                AttentionMode.valueOf(row.getString("mode")),
                row.getBoolean("walk_in"),
                AttentionStatus.valueOf(row.getString("status")),
                instant(row, "starts_at"),
                row.getObject("minutes", Integer.class),
                row.getObject("next_at") == null ? null : instant(row, "next_at"),
                row.getInt("corrections"),
                sealed(row),
                row.getInt("version"));
    }

    private static @Nullable Sealed sealed(ResultSet row) throws SQLException {
        var key = row.getBytes("wrapped_key");
        var sealed = row.getBytes("sealed");
        return key == null || sealed == null ? null : new Sealed(key, sealed);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

package mx.gob.jocotepec.cauce.agreement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import mx.gob.jocotepec.cauce.shared.AgreementId;
import mx.gob.jocotepec.cauce.shared.AreaId;
import mx.gob.jocotepec.cauce.shared.InstitutionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The table of agreements; every change asks for the version that was read. */
@Component
class AgreementTable {
    private static final String SELECT = """
            select g.*, coalesce(a.name, i.name) as counterpart_name, n.id as renewed_by,
              exists (select from agreement_scan s where s.agreement_id = g.id) as scanned
            from agreement g left join area a on a.id = g.area_id left join institution i on i.id = g.institution_id
              left join agreement n on n.renews_id = g.id
            """;

    private final JdbcClient jdbc;
    private final SealedContact contacts;

    AgreementTable(JdbcClient jdbc, SealedContact contacts) {
        this.jdbc = jdbc;
        this.contacts = contacts;
    }

    /** A row as it lies there. */
    record Row(
            AgreementId id,
            AgreementTerms terms,
            String counterpartName,
            LocalDate from,
            LocalDate until,
            @Nullable LocalDate endedOn,
            @Nullable String endReason,
            @Nullable AgreementId renews,
            @Nullable AgreementId renewedBy,
            boolean scanned,
            int version) {
        AgreementState on(LocalDate day) {
            return AgreementState.on(day, from, until, endedOn, terms.warnDays(), renewedBy != null);
        }

        LocalDate lastDay() {
            return AgreementState.lastDay(until, endedOn);
        }

        Counterpart counterpart() {
            return java.util.Objects.requireNonNull(terms.counterpart());
        }
    }

    /** Those that end first stand first. A municipality has dozens, not thousands. */
    List<Row> all() {
        return jdbc.sql(SELECT + "order by least(g.valid_until, g.ended_on - 1), g.number limit 1000")
                .query(this::read)
                .list();
    }

    Optional<Row> find(AgreementId id) {
        return jdbc.sql(SELECT + "where g.id = ?")
                .param(id.value())
                .query(this::read)
                .optional();
    }

    List<Row> offering(String service, LocalDate on) {
        return jdbc.sql(SELECT + """
                        where :service = any (g.services) and g.valid_from <= :on and g.valid_until >= :on
                          and (g.ended_on is null or g.ended_on > :on) order by counterpart_name, g.number""")
                .param("service", service)
                .param("on", on)
                .query(this::read)
                .list();
    }

    /** False if the number is taken. */
    boolean insert(AgreementId id, AgreementTerms terms, @Nullable AgreementId renews, StaffAt by) {
        return bind(jdbc.sql("""
                        insert into agreement (id, number, counterpart_kind, area_id, institution_id, object, services, contact_key, contact_sealed,
                          signed_on, signed_by, valid_from, valid_until, warn_days, renews_id, created_at, created_by)
                        values (:id, :number, :kind, :area, :institution, :object, :services, :contactKey, :contact, :signedOn, :signedBy, :from, :until, :warn, :renews, :at, :by)
                        on conflict (number) do nothing"""), id, terms)
                        .param("renews", renews == null ? null : renews.value())
                        .param("at", by.at())
                        .param("by", by.staff())
                        .update()
                == 1;
    }

    /** False if another version is there. */
    boolean update(AgreementId id, AgreementTerms terms, int version) {
        return bind(jdbc.sql("""
                        update agreement set number = :number, counterpart_kind = :kind, area_id = :area, institution_id = :institution,
                          object = :object, services = :services, contact_key = :contactKey, contact_sealed = :contact,
                          signed_on = :signedOn, signed_by = :signedBy,
                          valid_from = :from, valid_until = :until, warn_days = :warn, version = version + 1
                        where id = :id and version = :version"""), id, terms).param("version", version).update() == 1;
    }

    /** False if another version is there. */
    boolean end(AgreementId id, LocalDate on, @Nullable String reason, int version) {
        return jdbc.sql("""
                        update agreement set ended_on = :on, end_reason = :reason, version = version + 1
                        where id = :id and version = :version and ended_on is null""")
                        .param("on", on)
                        .param("reason", reason)
                        .param("id", id.value())
                        .param("version", version)
                        .update()
                == 1;
    }

    boolean isTaken(String number, @Nullable AgreementId by) {
        return jdbc.sql("select exists (select from agreement where number = :number and id is distinct from :id)")
                .param("number", number.strip())
                .param("id", by == null ? null : by.value(), java.sql.Types.OTHER)
                .query(Boolean.class)
                .single();
    }

    /** Whether an area or institution with this id is there, in use or not. */
    boolean isThere(Counterpart counterpart) {
        var table = counterpart instanceof Counterpart.OfArea ? "area" : "institution";
        return jdbc.sql("select exists (select from " + table + " where id = ?)")
                .param(counterpart.value())
                .query(Boolean.class)
                .single();
    }

    private StatementSpec bind(StatementSpec statement, AgreementId id, AgreementTerms terms) {
        var counterpart = java.util.Objects.requireNonNull(terms.counterpart());
        boolean area = counterpart instanceof Counterpart.OfArea;
        var contact = contacts.seal(id, terms.contact());
        return statement
                .param("id", id.value())
                .param("number", terms.number().strip())
                .param("kind", area ? "AREA" : isCivil(counterpart) ? "CIVIL" : "INSTITUTION")
                .param("area", area ? counterpart.value() : null)
                .param("institution", area ? null : counterpart.value())
                .param("object", terms.object().strip())
                .param("services", Texts.array(terms.services()))
                .param("contactKey", contact == null ? null : contact.wrappedKey())
                .param("contact", contact == null ? null : contact.ciphertext())
                .param("signedOn", terms.signedOn())
                .param("signedBy", Texts.orNull(terms.signedBy()))
                .param("from", terms.from())
                .param("until", terms.until())
                .param("warn", terms.warnDays());
    }

    private boolean isCivil(Counterpart institution) {
        return jdbc.sql("select kind = 'CIVIL' from institution where id = ?")
                .param(institution.value())
                .query(Boolean.class)
                .single();
    }

    private Row read(ResultSet row, int number) throws SQLException {
        var id = AgreementId.of(row.getObject("id", UUID.class));
        var area = row.getObject("area_id", UUID.class);
        var from = row.getObject("valid_from", LocalDate.class);
        var until = row.getObject("valid_until", LocalDate.class);
        var terms = new AgreementTerms(
                row.getString("number"),
                area == null
                        ? new Counterpart.OfInstitution(InstitutionId.of(row.getObject("institution_id", UUID.class)))
                        : new Counterpart.OfArea(AreaId.of(area)),
                row.getString("object"),
                Set.of((String[]) row.getArray("services").getArray()),
                contacts.open(id, row.getBytes("contact_key"), row.getBytes("contact_sealed")),
                row.getObject("signed_on", LocalDate.class),
                row.getString("signed_by"),
                from,
                until,
                row.getInt("warn_days"));
        return new Row(
                id,
                terms,
                row.getString("counterpart_name"),
                from,
                until,
                row.getObject("ended_on", LocalDate.class),
                row.getString("end_reason"),
                id(row, "renews_id"),
                id(row, "renewed_by"),
                row.getBoolean("scanned"),
                row.getInt("version"));
    }

    private static @Nullable AgreementId id(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : AgreementId.of(id);
    }

    /** Who stored it and when. */
    record StaffAt(UUID staff, java.time.OffsetDateTime at) {}
}

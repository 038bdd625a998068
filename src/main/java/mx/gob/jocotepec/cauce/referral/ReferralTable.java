package mx.gob.jocotepec.cauce.referral;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import mx.gob.jocotepec.cauce.agreement.Counterpart;
import mx.gob.jocotepec.cauce.casefile.CaseHead;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.casefile.CaseStatus;
import mx.gob.jocotepec.cauce.casefile.RiskLevel;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.crypto.Sealed;
import mx.gob.jocotepec.cauce.shared.AreaId;
import mx.gob.jocotepec.cauce.shared.CaseId;
import mx.gob.jocotepec.cauce.shared.InstitutionId;
import mx.gob.jocotepec.cauce.shared.PersonId;
import mx.gob.jocotepec.cauce.shared.ReferralId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of referrals, one row at a time. Row security leaves out what the actor has no part in. */
@Component
class ReferralTable {
    private final JdbcClient jdbc;

    ReferralTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What sending asks of a case. */
    record CaseNow(CaseRef ref, CaseStatus status, RiskLevel risk, CaseHead.Consent consent) {}

    /**
     * A referral as it lies there.
     *
     * @param caseRef null when the case is out of reach
     * @param shut whether its case is blocked: it is read, if at all, and nothing is done with it
     * @param request null once it is erased
     */
    record Row(
            ReferralId id,
            CaseId caseId,
            PersonId person,
            @Nullable CaseRef caseRef,
            Parties parties,
            Counterpart to,
            @Nullable UUID agreement,
            String service,
            Urgency urgency,
            Set<Compartment> compartments,
            ConsentBasis consent,
            ReferralStatus status,
            @Nullable ReferralResult result,
            @Nullable UUID replaces,
            boolean shut,
            @Nullable Sealed request,
            @Nullable Sealed reply) {
        /** Under which the reply is sealed, too. @throws IllegalStateException once it is erased */
        byte[] key() {
            if (request == null) throw new IllegalStateException("the referral is erased");
            return request.wrappedKey();
        }
    }

    /** Holds the case until the end of the transaction, so that nobody closes it meanwhile. */
    Optional<CaseNow> holdCase(CaseId id) {
        return jdbc.sql(
                        "select person_id, folio, status, risk_level, consent from case_file where id = ? for no key update")
                .param(id.value())
                .query((row, n) -> new CaseNow(
                        new CaseRef(id, PersonId.of(row.getObject("person_id", UUID.class)), row.getString("folio")),
                        CaseStatus.valueOf(row.getString("status")),
                        RiskLevel.valueOf(row.getString("risk_level")),
                        CaseHead.Consent.valueOf(row.getString("consent"))))
                .optional();
    }

    /** Holds the referral until the end of the transaction, so that two people do not take two steps at once. */
    Optional<Row> hold(ReferralId id) {
        return read(id, " for no key update of r");
    }

    Optional<Row> find(ReferralId id) {
        return read(id, "");
    }

    private Optional<Row> read(ReferralId id, String lock) {
        return jdbc.sql("select r.*, c.folio from referral r left join case_file c on c.id = r.case_id where r.id = ?"
                        + lock)
                .param(id.value())
                .query(ReferralTable::row)
                .optional();
    }

    /** The open referral that an attention by the area answers to: the oldest not begun, otherwise the one under attention. */
    Optional<ReferralId> attendedBy(CaseId caseId, AreaId area) {
        return jdbc.sql("""
                        select id from referral where case_id = ? and to_area = ? and status in ('SENT', 'ACCEPTED', 'IN_ATTENTION')
                        order by status = 'IN_ATTENTION', sent_at limit 1""")
                .params(caseId.value(), area.value())
                .query((row, n) -> ReferralId.of(row.getObject("id", UUID.class)))
                .optional();
    }

    boolean isWaitingThere(CaseId caseId, Counterpart to, String service) {
        return jdbc.sql("""
                        select exists (select from referral where case_id = ? and coalesce(to_area, to_institution) = ? and service = ?
                          and status in ('SENT', 'ACCEPTED', 'IN_ATTENTION'))""")
                .params(caseId.value(), to.value(), service)
                .query(Boolean.class)
                .single();
    }

    boolean isReplaced(ReferralId id) {
        return jdbc.sql("select exists (select from referral where replaces_id = ?)")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    void insert(
            ReferralId id,
            CaseNow about,
            NewReferral request,
            AreaId from,
            @Nullable UUID agreement,
            UUID by,
            Instant at,
            ReferralDeadlines.Due due,
            Sealed sealed) {
        boolean area = request.to() instanceof Counterpart.OfArea;
        jdbc.sql("""
                        insert into referral (id, case_id, person_id, from_area, to_area, to_institution, agreement_id, service, urgency,
                          risk_at_sending, compartments, consent, exception_key, status, sent_at, sent_by, accept_due_at, answer_due_at,
                          replaces_id, wrapped_key, sealed)
                        values (:id, :case, :person, :from, :toArea, :toInstitution, :agreement, :service, :urgency, :risk, :compartments,
                          :consent, :exception, 'SENT', :at, :by, :acceptDue, :answerDue, :replaces, :key, :sealed)""")
                .param("id", id.value())
                .param("case", about.ref().id().value())
                .param("person", about.ref().person().value())
                .param("from", from.value())
                .param("toArea", area ? request.to().value() : null)
                .param("toInstitution", area ? null : request.to().value())
                .param("agreement", agreement)
                .param("service", request.service())
                .param("urgency", request.urgency().name())
                .param("risk", about.risk().name())
                .param(
                        "compartments",
                        request.compartments().stream()
                                .map(Compartment::name)
                                .sorted()
                                .toArray(String[]::new))
                .param(
                        "consent",
                        switch (request.consent()) {
                            case ConsentBasis.OfTheCase() -> "GIVEN";
                            case ConsentBasis.GivenNow() -> "NOW";
                            case ConsentBasis.LegalException(var key) -> "EXCEPTION";
                        })
                .param("exception", request.consent() instanceof ConsentBasis.LegalException(var key) ? key : null)
                .param("at", utc(at))
                .param("by", by)
                .param("acceptDue", utc(due.accept()))
                .param("answerDue", utc(due.answer()))
                .param(
                        "replaces",
                        request.replaces() == null ? null : request.replaces().value())
                .param("key", sealed.wrappedKey())
                .param("sealed", sealed.ciphertext())
                .update();
    }

    void accepted(ReferralId id, ReferralStatus then, Instant at, UUID by) {
        jdbc.sql("""
                        update referral set status = :then, accepted_at = coalesce(accepted_at, :at), accepted_by = coalesce(accepted_by, :by),
                          attended_at = case when :then = 'IN_ATTENTION' then :at else attended_at end, version = version + 1 where id = :id""")
                .param("then", then.name())
                .param("at", utc(at))
                .param("by", by)
                .param("id", id.value())
                .update();
    }

    void rejected(ReferralId id, String reason, Instant at, UUID by, byte[] sealed) {
        jdbc.sql("""
                        update referral set status = 'REJECTED', rejected_at = ?, rejected_by = ?, reject_reason = ?, answer_sealed = ?,
                          version = version + 1 where id = ?""").params(utc(at), by, reason, sealed, id.value()).update();
    }

    void answered(ReferralId id, ReferralResult result, Instant at, UUID by, byte[] sealed) {
        jdbc.sql("""
                        update referral set status = 'ANSWERED', answered_at = ?, answered_by = ?, result = ?, answer_sealed = ?,
                          version = version + 1 where id = ?""").params(utc(at), by, result.name(), sealed, id.value()).update();
    }

    void cancelled(ReferralId id, Instant at, UUID by, byte[] sealed) {
        jdbc.sql("""
                        update referral set status = 'CANCELLED', cancelled_at = ?, cancelled_by = ?, answer_sealed = ?,
                          version = version + 1 where id = ?""").params(utc(at), by, sealed, id.value()).update();
    }

    void note(UUID note, Row row, Instant at, UUID staff, AreaId area, Sealed sealed) {
        jdbc.sql("""
                        insert into referral_note (id, referral_id, case_id, person_id, at, by_staff, by_area, wrapped_key, sealed)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(List.of(
                        note,
                        row.id().value(),
                        row.caseId().value(),
                        row.person().value(),
                        utc(at),
                        staff,
                        area.value(),
                        sealed.wrappedKey(),
                        sealed.ciphertext()))
                .update();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Counterpart counterpart(ResultSet row) throws SQLException {
        var area = row.getObject("to_area", UUID.class);
        return area == null
                ? new Counterpart.OfInstitution(InstitutionId.of(row.getObject("to_institution", UUID.class)))
                : new Counterpart.OfArea(AreaId.of(area));
    }

    static @Nullable CaseRef caseRef(ResultSet row) throws SQLException {
        var folio = row.getString("folio");
        return folio == null
                ? null
                : new CaseRef(
                        CaseId.of(row.getObject("case_id", UUID.class)),
                        PersonId.of(row.getObject("person_id", UUID.class)),
                        folio);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var to = counterpart(row);
        var compartments = EnumSet.noneOf(Compartment.class);
        Arrays.stream((String[]) row.getArray("compartments").getArray())
                .map(Compartment::valueOf)
                .forEach(compartments::add);
        var result = row.getString("result");
        return new Row(
                ReferralId.of(row.getObject("id", UUID.class)),
                CaseId.of(row.getObject("case_id", UUID.class)),
                PersonId.of(row.getObject("person_id", UUID.class)),
                caseRef(row),
                new Parties(
                        AreaId.of(row.getObject("from_area", UUID.class)),
                        to instanceof Counterpart.OfArea(var area) ? area : null),
                to,
                row.getObject("agreement_id", UUID.class),
                row.getString("service"),
                Urgency.valueOf(row.getString("urgency")),
                compartments,
                consent(row),
                ReferralStatus.valueOf(row.getString("status")),
                result == null ? null : ReferralResult.valueOf(result),
                row.getObject("replaces_id", UUID.class),
                row.getBoolean("shut"),
                sealed(row, "sealed"),
                sealed(row, "answer_sealed"));
    }

    private static ConsentBasis consent(ResultSet row) throws SQLException {
        return switch (row.getString("consent")) {
            case "GIVEN" -> new ConsentBasis.OfTheCase();
            case "NOW" -> new ConsentBasis.GivenNow();
            default -> new ConsentBasis.LegalException(row.getString("exception_key"));
        };
    }

    private static @Nullable Sealed sealed(ResultSet row, String column) throws SQLException {
        var key = row.getBytes("wrapped_key");
        var sealed = row.getBytes(column);
        return key == null || sealed == null ? null : new Sealed(key, sealed);
    }
}

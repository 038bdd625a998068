package mx.gob.jocotepec.cauce.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.CaseId;
import mx.gob.jocotepec.cauce.shared.PersonId;
import mx.gob.jocotepec.cauce.shared.Tri;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@SuppressWarnings("UnusedVariable") // columns are read by SQL that counts, filters and shows
@Table(name = "case_file")
class CaseFile {
    @Id
    private UUID id;

    // what a case is and whose it is stays as it was opened; the database lets nobody write these again
    @Column(updatable = false)
    private String folio;

    @Column(updatable = false)
    private UUID personId;

    @Column(updatable = false)
    private UUID areaId;

    @Column(updatable = false)
    private Instant openedAt;

    @Column(updatable = false)
    private UUID openedBy;

    @Enumerated(EnumType.STRING)
    private CaseStatus status = CaseStatus.REGISTERED;

    @Enumerated(EnumType.STRING)
    private RiskLevel riskLevel = RiskLevel.NONE;

    private @Nullable Instant riskAssessedAt;

    @Column(updatable = false)
    private String contactManner;

    private @Nullable LocalDate factsOn;

    @Column(name = "facts_time")
    private @Nullable LocalTime factsTime;

    @JdbcTypeCode(SqlTypes.SMALLINT)
    private @Nullable Integer ageAtFacts;

    private @Nullable String locality;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    private String[] violenceTypes = {};

    private @Nullable String setting;
    private @Nullable String relationship;

    @Enumerated(EnumType.STRING)
    private Tri danger = Tri.UNKNOWN;

    @Enumerated(EnumType.STRING)
    private Tri weapons = Tri.UNKNOWN;

    @Enumerated(EnumType.STRING)
    private Tri threats = Tri.UNKNOWN;

    @Enumerated(EnumType.STRING)
    private Tri injuries = Tri.UNKNOWN;

    @Enumerated(EnumType.STRING)
    private Tri minorsPresent = Tri.UNKNOWN;

    @Enumerated(EnumType.STRING)
    private Tri publicServant = Tri.UNKNOWN;

    private @Nullable Instant prosecutorNotifiedAt;
    private @Nullable Instant privacyNoticeAt;

    @Enumerated(EnumType.STRING)
    private CaseHead.Consent consent = CaseHead.Consent.PENDING;

    private @Nullable Instant consentAt;
    private Instant lastActivityAt;
    private @Nullable Instant closedAt;
    private @Nullable UUID closedBy;
    private @Nullable String closureReason;

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway") // Hibernate fills the fields
    protected CaseFile() {}

    CaseFile(CaseRef ref, UUID areaId, UUID openedBy, Instant openedAt, String contactManner) {
        this.id = ref.id().value();
        this.folio = ref.folio();
        this.personId = ref.person().value();
        this.areaId = areaId;
        this.openedAt = openedAt;
        this.openedBy = openedBy;
        this.contactManner = contactManner;
        this.lastActivityAt = openedAt;
    }

    void count(Answers facts, @Nullable Integer age) {
        factsOn = CaseColumns.date(facts, "on").orElse(null);
        factsTime = CaseColumns.time(facts, "time").orElse(null);
        if (age != null) ageAtFacts = age;
        locality = facts.known("locality").orElse(null);
        violenceTypes = CaseColumns.types(facts).toArray(String[]::new);
        setting = facts.known("setting").orElse(null);
        danger = CaseColumns.tri(facts, "danger");
        weapons = CaseColumns.tri(facts, "weapons");
        threats = CaseColumns.tri(facts, "threats");
        injuries = CaseColumns.tri(facts, "injuries");
        minorsPresent = CaseColumns.tri(facts, "minorsPresent");
    }

    void countAggressor(Answers aggressor) {
        relationship = aggressor.known("relationship").orElse(null);
        publicServant = CaseColumns.tri(aggressor, "publicServant");
    }

    void age(@Nullable Integer age) {
        ageAtFacts = age;
    }

    void noticeGiven(Instant at) {
        if (privacyNoticeAt == null) privacyNoticeAt = at;
    }

    void consent(CaseHead.Consent given, Instant at) {
        if (consent != given) consentAt = given == CaseHead.Consent.PENDING ? null : at;
        consent = given;
    }

    void prosecutorNotified(Instant at) {
        prosecutorNotifiedAt = at;
    }

    void risk(RiskLevel level, Instant at) {
        riskLevel = level;
        riskAssessedAt = at;
    }

    void followUp() {
        if (status == CaseStatus.REGISTERED) status = CaseStatus.IN_FOLLOW_UP;
    }

    void close(String reason, UUID by, Instant at) {
        status = CaseStatus.CLOSED;
        closureReason = reason;
        closedBy = by;
        closedAt = at;
        lastActivityAt = at;
    }

    void reopen(Instant at) {
        status = CaseStatus.IN_FOLLOW_UP;
        closureReason = null;
        closedBy = null;
        closedAt = null;
        lastActivityAt = at;
    }

    CaseRef ref() {
        return new CaseRef(CaseId.of(id), PersonId.of(personId), folio);
    }

    CaseStatus status() {
        return status;
    }

    CaseHead.Consent consent() {
        return consent;
    }

    RiskLevel risk() {
        return riskLevel;
    }

    UUID areaId() {
        return areaId;
    }
}

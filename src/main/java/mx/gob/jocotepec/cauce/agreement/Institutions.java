package mx.gob.jocotepec.cauce.agreement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import mx.gob.jocotepec.cauce.agreement.InstitutionOutcome.ChangedMeanwhile;
import mx.gob.jocotepec.cauce.agreement.InstitutionOutcome.Invalid;
import mx.gob.jocotepec.cauce.agreement.InstitutionOutcome.Saved;
import mx.gob.jocotepec.cauce.audit.AuditTrail;
import mx.gob.jocotepec.cauce.audit.TrailEvent;
import mx.gob.jocotepec.cauce.shared.InstitutionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The institutions outside. A few dozen rows without anything about a case. */
@Service
public class Institutions {
    private static final String COLUMNS =
            "select id, name, kind, address, phone, hours, services, active, version from institution ";

    private final JdbcClient jdbc;
    private final KnownServices known;
    private final AuditTrail trail;

    Institutions(JdbcClient jdbc, KnownServices known, AuditTrail trail) {
        this.jdbc = jdbc;
        this.known = known;
        this.trail = trail;
    }

    /** Those no longer in use too. */
    @PreAuthorize("hasAuthority('AGREEMENT_READ')")
    @Transactional(readOnly = true)
    public List<Institution> all() {
        return jdbc.sql(COLUMNS + "order by not active, name")
                .query(Institutions::read)
                .list();
    }

    @PreAuthorize("hasAuthority('AGREEMENT_READ')")
    @Transactional(readOnly = true)
    public Optional<Institution> find(InstitutionId id) {
        return jdbc.sql(COLUMNS + "where id = ?")
                .param(id.value())
                .query(Institutions::read)
                .optional();
    }

    /** Those a case can be referred to. */
    @PreAuthorize("hasAuthority('AGREEMENT_READ')")
    @Transactional(readOnly = true)
    public List<Institution> referable() {
        return jdbc.sql(COLUMNS + "where active order by name")
                .query(Institutions::read)
                .list();
    }

    /** Adds the institution or, when its id is known, changes it if nobody changed it since {@code version} was read. */
    @PreAuthorize("hasAuthority('AGREEMENT_EDIT')")
    @Transactional
    public InstitutionOutcome save(Institution institution) {
        var problems = problems(institution);
        if (!problems.isEmpty()) return new Invalid(problems);
        int stored = jdbc.sql("""
                        insert into institution (id, name, kind, address, phone, hours, services, active)
                        values (:id, :name, :kind, :address, :phone, :hours, :services, :active)
                        on conflict (id) do update set name = excluded.name, kind = excluded.kind, address = excluded.address,
                          phone = excluded.phone, hours = excluded.hours, services = excluded.services, active = excluded.active,
                          version = institution.version + 1
                        where institution.version = :version""")
                .param("id", institution.id().value())
                .param("name", institution.name().strip())
                .param("kind", institution.kind().name())
                .param("address", Texts.orNull(institution.address()))
                .param("phone", Texts.orNull(institution.phone()))
                .param("hours", Texts.orNull(institution.hours()))
                .param("services", Texts.array(institution.services()))
                .param("active", institution.active())
                .param("version", institution.version())
                .update();
        if (stored == 0) return new ChangedMeanwhile();
        trail.record(TrailEvent.of("INSTITUTION_SAVED")
                .on("INSTITUTION", institution.id().value())
                .with("active=" + institution.active()));
        return new Saved(find(institution.id()).orElseThrow());
    }

    private Map<String, String> problems(Institution institution) {
        var problems = new LinkedHashMap<String, String>();
        int length = institution.name().strip().length();
        if (length < 2 || length > 160) problems.put("name", "nameLength");
        if (!known.all(institution.services())) problems.put("services", "unknownService");
        Texts.atMost(problems, "address", institution.address(), 300);
        if (institution.isShelter() && Texts.orNull(institution.address()) != null) {
            problems.put("address", "shelterAddress");
        }
        Texts.atMost(problems, "phone", institution.phone(), 60);
        Texts.atMost(problems, "hours", institution.hours(), 120);
        return problems;
    }

    private static Institution read(ResultSet row, int number) throws SQLException {
        return new Institution(
                InstitutionId.of(row.getObject("id", UUID.class)),
                row.getString("name"),
                Institution.Kind.valueOf(row.getString("kind")),
                row.getString("address"),
                row.getString("phone"),
                row.getString("hours"),
                Set.of((String[]) row.getArray("services").getArray()),
                row.getBoolean("active"),
                row.getInt("version"));
    }
}

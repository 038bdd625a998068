package mx.gob.jocotepec.cauce.agreement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import mx.gob.jocotepec.cauce.audit.AuditTrail;
import mx.gob.jocotepec.cauce.audit.TrailEvent;
import mx.gob.jocotepec.cauce.shared.AgreementId;
import mx.gob.jocotepec.cauce.shared.AreaId;
import mx.gob.jocotepec.cauce.shared.InstitutionId;
import mx.gob.jocotepec.cauce.shared.Office;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The directory of services: to whom a case can be referred today, what they offer, and which agreement stands behind it. */
@Service
public class Directory {
    /**
     * @param services what it says it offers; empty for an area nobody has described, which may be asked for anything
     * @param backed services that an agreement in force names, with that agreement
     */
    public record Entry(Counterpart to, String name, Set<String> services, Map<String, AgreementId> backed) {
        public Entry {
            services = Set.copyOf(services);
            backed = Map.copyOf(backed);
        }

        public boolean offers(String service) {
            return services.contains(service)
                    || backed.containsKey(service)
                    || (services.isEmpty() && to instanceof Counterpart.OfArea);
        }

        /** The agreement in force under which it gives the service. */
        public Optional<AgreementId> backing(String service) {
            return Optional.ofNullable(backed.get(service));
        }
    }

    private final JdbcClient jdbc;
    private final KnownServices known;
    private final AuditTrail trail;
    private final Clock clock;

    Directory(JdbcClient jdbc, KnownServices known, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.known = known;
        this.trail = trail;
        this.clock = clock;
    }

    /** Areas first, then institutions, by name; only those that receive now. Two statements. */
    @PreAuthorize("hasAuthority('AGREEMENT_READ')")
    @Transactional(readOnly = true)
    public List<Entry> referable() {
        var backed = backed(clock.instant().atZone(Office.ZONE).toLocalDate());
        return jdbc.sql("""
                        select true as area, a.id, a.name, array(select s.service from area_service s where s.area_id = a.id) as services
                        from area a where a.active and a.receives_referrals
                        union all
                        select false, i.id, i.name, i.services from institution i where i.active
                        order by 1 desc, 3""").query((row, n) -> entry(row, backed)).list();
    }

    @PreAuthorize("hasAuthority('AGREEMENT_READ')")
    @Transactional(readOnly = true)
    public Optional<Entry> find(Counterpart to) {
        return referable().stream().filter(entry -> entry.to().equals(to)).findFirst();
    }

    /** Says what an area offers; nothing means: not described. */
    @PreAuthorize("hasAuthority('AGREEMENT_EDIT')")
    @Transactional
    public void describe(AreaId area, Set<String> services) {
        if (!known.all(services)) throw new IllegalArgumentException("unknown service");
        jdbc.sql("delete from area_service where area_id = ? and service <> all (?)")
                .params(area.value(), Texts.array(services))
                .update();
        jdbc.sql("insert into area_service (area_id, service) select ?, unnest(?::text[]) on conflict do nothing")
                .params(area.value(), Texts.array(services))
                .update();
        trail.record(
                TrailEvent.of("AREA_SERVICES_SAVED").on("AREA", area.value()).with("count=" + services.size()));
    }

    /** The newest agreement wins where several name a service. */
    private Map<UUID, Map<String, AgreementId>> backed(LocalDate on) {
        var backed = new HashMap<UUID, Map<String, AgreementId>>();
        var rows = new ArrayList<Backing>(jdbc.sql("""
                        select coalesce(area_id, institution_id) as counterpart, id, unnest(services) as service from agreement
                        where valid_from <= :on and valid_until >= :on and (ended_on is null or ended_on > :on)
                        order by valid_from, id""")
                .param("on", on)
                .query((row, n) -> new Backing(
                        row.getObject("counterpart", UUID.class),
                        row.getString("service"),
                        AgreementId.of(row.getObject("id", UUID.class))))
                .list());
        rows.forEach(row -> backed.computeIfAbsent(row.counterpart(), none -> new HashMap<>())
                .put(row.service(), row.agreement()));
        return backed;
    }

    private static Entry entry(ResultSet row, Map<UUID, Map<String, AgreementId>> backed) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Entry(
                row.getBoolean("area")
                        ? new Counterpart.OfArea(AreaId.of(id))
                        : new Counterpart.OfInstitution(InstitutionId.of(id)),
                row.getString("name"),
                Set.of((String[]) row.getArray("services").getArray()),
                backed.getOrDefault(id, Map.of()));
    }

    private record Backing(UUID counterpart, String service, AgreementId agreement) {}
}

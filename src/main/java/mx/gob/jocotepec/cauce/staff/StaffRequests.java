package mx.gob.jocotepec.cauce.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import mx.gob.jocotepec.cauce.audit.AuditTrail;
import mx.gob.jocotepec.cauce.audit.TrailEvent;
import mx.gob.jocotepec.cauce.shared.Ids;
import mx.gob.jocotepec.cauce.shared.StaffId;
import mx.gob.jocotepec.cauce.staff.StaffRequest.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Requests that wait for a second person. Who may decide is known by the database (decide_staff_request). */
@Component
class StaffRequests {
    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final Clock clock;

    StaffRequests(JdbcClient jdbc, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
    }

    /** What waits for somebody becomes exactly this; nothing, when the set is empty. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void askForRoles(UUID staff, Set<Role> wanted, UUID by) {
        var before = openRoles(staff);
        if (before.equals(wanted)) return;
        if (!before.isEmpty()) {
            jdbc.sql("""
                            update staff_request set answer = 'WITHDRAWN', decided_by = ?, decided_at = ?
                            where staff_id = ? and kind = 'ROLES' and decided_at is null""").params(by, Sessions.at(clock.instant()), staff).update();
        }
        if (!wanted.isEmpty()) ask(staff, Kind.ROLES, wanted, by);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void askForLink(UUID staff, UUID by) {
        boolean waits = jdbc.sql(
                        "select exists (select from staff_request where staff_id = ? and kind = 'LINK' and decided_at is null)")
                .param(staff)
                .query(Boolean.class)
                .single();
        if (!waits) ask(staff, Kind.LINK, Set.of(), by);
    }

    private void ask(UUID staff, Kind kind, Set<Role> roles, UUID by) {
        jdbc.sql("insert into staff_request (id, staff_id, kind, roles, asked_by, asked_at) values (?, ?, ?, ?, ?, ?)")
                .params(Ids.next(), staff, kind.name(), names(roles), by, Sessions.at(clock.instant()))
                .update();
        trail.record(TrailEvent.of("STAFF_REQUESTED").on("STAFF", staff).with("kind=" + kind + joined(roles)));
    }

    private Set<Role> openRoles(UUID staff) {
        return jdbc.sql("select roles from staff_request where staff_id = ? and kind = 'ROLES' and decided_at is null")
                .param(staff)
                .query((row, number) -> roles(row, 1))
                .optional()
                .orElse(Set.of());
    }

    /** Only while nobody ever worked for the Dirección in this installation. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean firstDirection(UUID staff) {
        boolean given = jdbc.sql("select first_direction(?, ?)")
                .params(staff, Ids.next())
                .query(Boolean.class)
                .single();
        if (given)
            trail.record(TrailEvent.of("STAFF_CHANGED").on("STAFF", staff).with("first=DIRECTION"));
        return given;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isFirst(UUID staff) {
        return jdbc.sql("select exists (select from staff_request where staff_id = ? and answer = 'FIRST')")
                .param(staff)
                .query(Boolean.class)
                .single();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public List<StaffRequest> open(UUID looks) {
        return jdbc.sql("""
                        select r.id, r.staff_id, s.display_name, a.name, r.kind, r.roles, b.display_name, r.asked_at, r.asked_by
                        from staff_request r join staff_account s on s.id = r.staff_id join area a on a.id = s.area_id
                          join staff_account b on b.id = r.asked_by
                        where r.decided_at is null and s.active order by r.asked_at, r.id""")
                .query((row, number) -> new StaffRequest(
                        row.getObject(1, UUID.class),
                        StaffId.of(row.getObject(2, UUID.class)),
                        row.getString(3),
                        row.getString(4),
                        Kind.valueOf(row.getString(5)),
                        roles(row, 6),
                        row.getString(7),
                        row.getObject(8, OffsetDateTime.class).toInstant(),
                        looks.equals(row.getObject(9, UUID.class)) || looks.equals(row.getObject(2, UUID.class))))
                .list();
    }

    /** @return GONE, YOURSELF, NOT_YOURS, REFUSED, CONFIRMED, or LINK when a link is to be made */
    @Transactional(propagation = Propagation.MANDATORY)
    public String decide(UUID request, boolean confirm) {
        return jdbc.sql("select decide_staff_request(?, ?)")
                .params(request, confirm)
                .query(String.class)
                .single();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<StaffId> whom(UUID request) {
        return jdbc.sql("select staff_id from staff_request where id = ?")
                .param(request)
                .query(UUID.class)
                .optional()
                .map(StaffId::of);
    }

    static String[] names(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().toArray(String[]::new);
    }

    private static String joined(Set<Role> roles) {
        return roles.isEmpty() ? "" : ";roles=" + Arrays.stream(names(roles)).collect(Collectors.joining(","));
    }

    private static Set<Role> roles(ResultSet row, int column) throws SQLException {
        var roles = EnumSet.noneOf(Role.class);
        Arrays.stream((String[]) row.getArray(column).getArray())
                .map(Role::valueOf)
                .forEach(roles::add);
        return roles;
    }
}

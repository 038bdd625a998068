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
import org.jspecify.annotations.Nullable;
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

    /** What waits for somebody, where she works now, becomes exactly this; nothing, when the set is empty. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void askForRoles(UUID staff, Set<Role> wanted, UUID by) {
        if (openRoles(staff).equals(Optional.of(wanted))) return;
        withdraw(staff, Kind.ROLES, by);
        if (!wanted.isEmpty()) ask(staff, Kind.ROLES, wanted, areaOf(staff), by);
    }

    /** @param area where she is to work; null: no move waits any more */
    @Transactional(propagation = Propagation.MANDATORY)
    public void askForArea(UUID staff, @Nullable UUID area, UUID by) {
        if (openArea(staff).equals(Optional.ofNullable(area))) return;
        withdraw(staff, Kind.AREA, by);
        if (area != null) ask(staff, Kind.AREA, Set.of(), area, by);
    }

    /** Asking twice changes nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void askFor(Kind kind, UUID staff, UUID by) {
        boolean waits = jdbc.sql(
                        "select exists (select from staff_request where staff_id = ? and kind = ? and decided_at is null)")
                .params(staff, kind.name())
                .query(Boolean.class)
                .single();
        if (!waits) ask(staff, kind, Set.of(), null, by);
    }

    private void withdraw(UUID staff, Kind kind, UUID by) {
        jdbc.sql("""
                        update staff_request set answer = 'WITHDRAWN', decided_by = ?, decided_at = ?
                        where staff_id = ? and kind = ? and decided_at is null""")
                .params(by, Sessions.at(clock.instant()), staff, kind.name())
                .update();
    }

    private void ask(UUID staff, Kind kind, Set<Role> roles, @Nullable UUID area, UUID by) {
        jdbc.sql(
                        "insert into staff_request (id, staff_id, kind, roles, area_id, asked_by, asked_at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(Ids.next(), staff, kind.name(), names(roles))
                .param(area)
                .params(by, Sessions.at(clock.instant()))
                .update();
        var detail = "kind=" + kind + joined(roles) + (kind == Kind.AREA ? ";area=" + area : "");
        trail.record(TrailEvent.of("STAFF_REQUESTED").on("STAFF", staff).with(detail));
    }

    private UUID areaOf(UUID staff) {
        return jdbc.sql("select area_id from staff_account where id = ?")
                .param(staff)
                .query(UUID.class)
                .single();
    }

    /** Empty where none wait, or she has moved since they were asked for. */
    private Optional<Set<Role>> openRoles(UUID staff) {
        return jdbc.sql("""
                        select r.roles from staff_request r join staff_account s on s.id = r.staff_id and s.area_id = r.area_id
                        where r.staff_id = ? and r.kind = 'ROLES' and r.decided_at is null""").param(staff).query((row, number) -> roles(row, 1)).optional();
    }

    private Optional<UUID> openArea(UUID staff) {
        return jdbc.sql("select area_id from staff_request where staff_id = ? and kind = 'AREA' and decided_at is null")
                .param(staff)
                .query(UUID.class)
                .optional();
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

    /** The first of the Dirección, until she sets her first password or somebody confirms anything for her. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean beginsAlone(UUID staff) {
        return jdbc.sql("select begins_alone(?)")
                .param(staff)
                .query(Boolean.class)
                .single();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public List<StaffRequest> open(UUID looks) {
        return jdbc.sql("""
                        select r.id, r.staff_id, s.display_name, a.name, r.kind, r.roles, b.display_name, r.asked_at, r.asked_by, t.name
                        from staff_request r join staff_account s on s.id = r.staff_id join area a on a.id = s.area_id
                          join staff_account b on b.id = r.asked_by left join area t on t.id = r.area_id and r.kind = 'AREA'
                        where r.decided_at is null and s.active = (r.kind <> 'ENABLE') order by r.asked_at, r.id""")
                .query((row, number) -> new StaffRequest(
                        row.getObject(1, UUID.class),
                        StaffId.of(row.getObject(2, UUID.class)),
                        row.getString(3),
                        row.getString(4),
                        Kind.valueOf(row.getString(5)),
                        roles(row, 6),
                        row.getString(10),
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

package mx.gob.jocotepec.cauce.staff;

import java.sql.Array;
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
import mx.gob.jocotepec.cauce.shared.AreaId;
import mx.gob.jocotepec.cauce.shared.Ids;
import mx.gob.jocotepec.cauce.shared.StaffId;
import mx.gob.jocotepec.cauce.staff.StaffOutcome.Reason;
import mx.gob.jocotepec.cauce.staff.StaffRequest.Kind;
import mx.gob.jocotepec.cauce.staff.StaffSummary.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of the people who work here. Nobody but the person herself ever knows or sets her password. */
@Service
public class StaffAccounts {
    private static final String LINES = """
            select s.id, s.username, s.display_name, s.post, s.area_id, a.name, s.roles, s.active, not s.has_password,
              s.last_sign_in_at, s.version,
              exists (select from staff_totp t where t.staff_id = s.id and t.confirmed_at is not null)
                or exists (select from staff_passkey k where k.staff_id = s.id),
              coalesce((select r.roles from staff_request r
                where r.staff_id = s.id and r.kind = 'ROLES' and r.decided_at is null), '{}'),
              (select r.area_id from staff_request r where r.staff_id = s.id and r.kind = 'AREA' and r.decided_at is null),
              not s.active and exists (select from staff_request r
                where r.staff_id = s.id and r.kind = 'ENABLE' and r.decided_at is null)
            from staff_account s join area a on a.id = s.area_id""";

    private final StaffAccountRepository accounts;
    private final Invitations invitations;
    private final SecondFactors factors;
    private final StaffRequests requests;
    private final StaffNotices notices;
    private final FreshFactor fresh;
    private final JdbcClient jdbc;
    private final CurrentActor current;
    private final AuditTrail trail;
    private final Clock clock;

    StaffAccounts(
            StaffAccountRepository accounts,
            Invitations invitations,
            SecondFactors factors,
            StaffRequests requests,
            StaffNotices notices,
            FreshFactor fresh,
            JdbcClient jdbc,
            CurrentActor current,
            AuditTrail trail,
            Clock clock) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.factors = factors;
        this.requests = requests;
        this.notices = notices;
        this.fresh = fresh;
        this.jdbc = jdbc;
        this.current = current;
        this.trail = trail;
        this.clock = clock;
    }

    /** A few hundred at most. */
    @PreAuthorize("hasAuthority('STAFF_MANAGE')")
    @Transactional(readOnly = true)
    public List<StaffSummary> list() {
        return jdbc.sql(LINES + " order by not s.active, s.display_name, s.id")
                .query(StaffAccounts::read)
                .list();
    }

    @PreAuthorize("hasAuthority('STAFF_MANAGE')")
    @Transactional(readOnly = true)
    public Optional<StaffSummary> find(StaffId id) {
        return jdbc.sql(LINES + " where s.id = ?")
                .param(id.value())
                .query(StaffAccounts::read)
                .optional();
    }

    @PreAuthorize("hasAuthority('STAFF_MANAGE')")
    @Transactional
    public StaffOutcome create(StaffData data) {
        fresh.require();
        if (accounts.findByUsername(data.username()).isPresent()) {
            return new StaffOutcome.Refused(Reason.USERNAME_TAKEN);
        }
        var account = new StaffAccount(
                Ids.next(),
                data.username(),
                data.displayName(),
                data.area().value(),
                free(data.roles()),
                clock.instant());
        account.change(data.displayName(), data.post(), data.area().value(), free(data.roles()));
        accounts.saveAndFlush(account);
        trail.record(TrailEvent.of("STAFF_CREATED").on("STAFF", account.id()).with(roles(free(data.roles()))));
        return ask(account.id(), Set.of(), data.roles())
                ? new StaffOutcome.Waiting(StaffId.of(account.id()))
                : invited(account.id());
    }

    /**
     * What opens cases waits for a second person: roles that read them, and another area for whoever has one.
     *
     * @param version as it was read; a change in between is refused
     */
    @PreAuthorize("hasAuthority('STAFF_MANAGE')")
    @Transactional
    public StaffOutcome change(StaffId id, StaffData data, int version) {
        fresh.require();
        var account = accounts.findById(id.value()).orElse(null);
        if (account == null) return new StaffOutcome.Refused(Reason.GONE);
        if (account.version() != version) return new StaffOutcome.Refused(Reason.CHANGED_MEANWHILE);
        if (account.roles().contains(Role.ADMINISTRATION) && !data.roles().contains(Role.ADMINISTRATION)) {
            var refusal = mayLoseAdministration(id);
            if (refusal.isPresent()) return new StaffOutcome.Refused(refusal.get());
        }
        var held = account.roles();
        if (id.equals(current.get().staff())
                && (!held.equals(data.roles()) || !data.area().value().equals(account.areaId()))) {
            return new StaffOutcome.Refused(Reason.YOURSELF);
        }
        var now = data.roles().stream()
                .filter(role -> held.contains(role) || !role.needsConfirmation())
                .collect(Collectors.toSet());
        var area = data.area().value();
        boolean renamed = !account.displayName().equals(data.displayName());
        boolean moves = !area.equals(account.areaId()) && readsCases(account);
        account.change(data.displayName(), data.post(), moves ? account.areaId() : area, now);
        accounts.saveAndFlush(account);
        trail.record(TrailEvent.of("STAFF_CHANGED")
                .on("STAFF", id.value())
                .with(roles(now) + (renamed ? ";name=changed" : "")));
        requests.askForArea(
                id.value(), moves ? area : null, current.get().staff().value());
        boolean waits = ask(id.value(), held, data.roles());
        return waits || moves ? new StaffOutcome.Waiting(id) : new StaffOutcome.Changed();
    }

    /** Disabling ends every session and every open invitation at once. Enabling who reads cases waits for a second person. */
    @PreAuthorize("hasAuthority('STAFF_MANAGE')")
    @Transactional
    public StaffOutcome activate(StaffId id, boolean active) {
        fresh.require();
        var account = accounts.findById(id.value()).orElse(null);
        if (account == null) return new StaffOutcome.Refused(Reason.GONE);
        if (!active) {
            if (id.equals(current.get().staff())) return new StaffOutcome.Refused(Reason.YOURSELF);
            if (account.roles().contains(Role.ADMINISTRATION)) {
                var refusal = mayLoseAdministration(id);
                if (refusal.isPresent()) return new StaffOutcome.Refused(refusal.get());
            }
            invitations.end(id.value());
        } else if (!account.active() && readsCases(account)) {
            requests.askFor(Kind.ENABLE, id.value(), current.get().staff().value());
            return new StaffOutcome.Waiting(id);
        }
        account.activate(active);
        accounts.save(account);
        trail.record(TrailEvent.of(active ? "STAFF_ENABLED" : "STAFF_DISABLED").on("STAFF", id.value()));
        return new StaffOutcome.Changed();
    }

    /**
     * A new link, for whoever forgot her password or let the first one expire. The old password works until the link is used. For an
     * account that reads cases the second person makes it, who then hands it over.
     */
    @PreAuthorize("hasAuthority('STAFF_MANAGE')")
    @Transactional
    public StaffOutcome invite(StaffId id) {
        fresh.require();
        var account = accounts.findById(id.value()).filter(StaffAccount::active).orElse(null);
        if (account == null) return new StaffOutcome.Refused(Reason.GONE);
        if (readsCases(account) && !requests.beginsAlone(account.id())) {
            requests.askFor(Kind.LINK, account.id(), current.get().staff().value());
            return new StaffOutcome.Waiting(id);
        }
        return invited(account.id());
    }

    /** @return whether roles wait for a second person now; the very first of the Dirección does not */
    private boolean ask(UUID id, Set<Role> held, Set<Role> wanted) {
        var waiting = wanted.stream()
                .filter(role -> role.needsConfirmation() && !held.contains(role))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
        if (waiting.contains(Role.DIRECTION) && requests.firstDirection(id)) waiting.remove(Role.DIRECTION);
        requests.askForRoles(id, waiting, current.get().staff().value());
        return !waiting.isEmpty();
    }

    /** Or their trail, or makes accounts: nobody decides about her rights alone. */
    private static boolean readsCases(StaffAccount account) {
        return account.roles().stream().anyMatch(Role::needsConfirmation);
    }

    private static Set<Role> free(Set<Role> roles) {
        return roles.stream().filter(role -> !role.needsConfirmation()).collect(Collectors.toSet());
    }

    /** Takes away a lost second factor and ends her sessions; she is told when she signs in. Nobody does so for herself this way. */
    @PreAuthorize("hasAuthority('STAFF_MANAGE')")
    @Transactional
    public StaffOutcome resetFactor(StaffId id) {
        fresh.require();
        if (id.equals(current.get().staff())) return new StaffOutcome.Refused(Reason.YOURSELF);
        var account = accounts.findById(id.value()).orElse(null);
        if (account == null || !factors.remove(id.value())) return new StaffOutcome.Refused(Reason.GONE);
        account.endSessions();
        accounts.save(account);
        notices.tell(id.value(), StaffNotices.Kind.FACTOR_RESET);
        trail.record(TrailEvent.of("FACTOR_REMOVED").on("STAFF", id.value()).with("by=ADMINISTRATION"));
        return new StaffOutcome.Changed();
    }

    private StaffOutcome invited(UUID id) {
        var made = invitations.make(id, Invitations.LATER);
        trail.record(TrailEvent.of("STAFF_INVITED").on("STAFF", id));
        return new StaffOutcome.Invited(StaffId.of(id), made.path(), made.until());
    }

    private Optional<Reason> mayLoseAdministration(StaffId id) {
        if (id.equals(current.get().staff())) return Optional.of(Reason.YOURSELF);
        long others = jdbc.sql("""
                        select count(*) from staff_account
                        where active and has_password and 'ADMINISTRATION' = any (roles) and id <> ?""").param(id.value()).query(Long.class).single();
        return others == 0 ? Optional.of(Reason.LAST_ADMINISTRATOR) : Optional.empty();
    }

    private static String roles(Set<Role> roles) {
        return "roles=" + roles.stream().map(Role::name).sorted().collect(Collectors.joining(","));
    }

    private static StaffSummary read(ResultSet row, int number) throws SQLException {
        var signedIn = row.getObject(10, OffsetDateTime.class);
        var area = row.getObject(14, UUID.class);
        return new StaffSummary(
                StaffId.of(row.getObject(1, UUID.class)),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                AreaId.of(row.getObject(5, UUID.class)),
                row.getString(6),
                roles(row.getArray(7)),
                !row.getBoolean(8) ? State.DISABLED : row.getBoolean(9) ? State.INVITED : State.ACTIVE,
                signedIn == null ? null : signedIn.toInstant(),
                row.getBoolean(12),
                roles(row.getArray(13)),
                area == null ? null : AreaId.of(area),
                row.getBoolean(15),
                row.getInt(11));
    }

    private static Set<Role> roles(Array column) throws SQLException {
        var roles = EnumSet.noneOf(Role.class);
        Arrays.stream((String[]) column.getArray()).map(Role::valueOf).forEach(roles::add);
        return roles;
    }
}

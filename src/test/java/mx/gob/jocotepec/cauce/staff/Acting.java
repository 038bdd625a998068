package mx.gob.jocotepec.cauce.staff;

import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import mx.gob.jocotepec.cauce.database.OwnerConnection;
import mx.gob.jocotepec.cauce.shared.AreaId;
import mx.gob.jocotepec.cauce.shared.Ids;
import mx.gob.jocotepec.cauce.shared.StaffId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** Members of staff for tests: created on demand, acting for the time of a call. Import it into a Spring test. */
@TestComponent
public class Acting {
    /** Of everybody, for what lies under a password; the accounts themselves have none. */
    public static final String PASSWORD = "una contraseña de prueba";

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private final StaffAccountRepository accounts;
    private final OwnerConnection owner;
    private final Sessions sessions;
    private final SystemActor system;
    private final TransactionTemplate transaction;
    private final SecurityContextHolderStrategy strategy;
    private final ObjectProvider<PersonalKeys> keys;

    Acting(
            StaffAccountRepository accounts,
            OwnerConnection owner,
            Sessions sessions,
            SystemActor system,
            TransactionTemplate transaction,
            SecurityContextHolderStrategy strategy,
            ObjectProvider<PersonalKeys> keys) {
        this.keys = keys;
        this.accounts = accounts;
        this.owner = owner;
        this.sessions = sessions;
        this.system = system;
        this.transaction = transaction;
        this.strategy = strategy;
    }

    /** Areas of db-migrations/V004 by their last two digits. */
    public static AreaId area(int number) {
        return AreaId.of(UUID.fromString("00000000-0000-7000-8000-0000000000%02d".formatted(number)));
    }

    public static final AreaId DIRECTION = area(1);
    public static final AreaId PSYCHOLOGY = area(2);
    public static final AreaId LEGAL = area(3);
    public static final AreaId SOCIAL_WORK = area(4);
    public static final AreaId POLICE = area(5);
    public static final AreaId DIF = area(6);
    public static final AreaId HEALTH = area(7);
    public static final AreaId PLANNING = area(17);
    public static final AreaId SYSTEMS = area(19);
    public static final AreaId AUDITORS = area(20);

    /** Somebody new in an area, who has just signed in: her proof is fresh. */
    public Someone someone(AreaId area, Role... roles) {
        return named(area, "Persona de prueba " + NUMBER, roles);
    }

    /** Somebody new whose name matters. */
    public Someone named(AreaId area, String displayName, Role... roles) {
        var set = EnumSet.noneOf(Role.class);
        set.addAll(java.util.List.of(roles));
        var id = Ids.next();
        var name = "prueba" + NUMBER.incrementAndGet() + "-" + id.toString().substring(30);
        var device = new Device(Device.Browser.OTHER, Device.Platform.OTHER);
        insert(id, name, displayName, area, set);
        var session = system.call(() -> transaction.execute(status -> {
            var started = sessions.start(id, Sessions.Way.PASSWORD, device);
            keys.forEach(key -> key.passwordProved(StaffId.of(id), started, PASSWORD.toCharArray()));
            return started;
        }));
        return new Someone(
                new StaffPrincipal(id, area.value(), set, name, "Persona de prueba", 0, session, Instant.now()));
    }

    /** The same person in another session, signed in with a password that need not be the one she had. */
    public Someone again(Someone someone, String password) {
        var was = someone.principal;
        var device = new Device(Device.Browser.OTHER, Device.Platform.OTHER);
        var session = system.call(() -> transaction.execute(status -> {
            var started = sessions.start(was.staff(), Sessions.Way.PASSWORD, device);
            keys.forEach(key -> key.passwordProved(someone.id(), started, password.toCharArray()));
            return started;
        }));
        return new Someone(new StaffPrincipal(
                was.staff(),
                was.area(),
                was.roles(),
                was.username(),
                was.displayName(),
                was.epoch(),
                session,
                Instant.now()));
    }

    /** As the owner of the tables: the application itself gives no such role without a second person. */
    private void insert(UUID id, String name, String displayName, AreaId area, Set<Role> roles) {
        try {
            owner.run(connection -> {
                try (var insert = connection.prepareStatement("""
                        insert into cauce.staff_account (id, username, display_name, area_id, roles, created_at)
                        values (?, ?, ?, ?, ?, now())""")) {
                    insert.setObject(1, id);
                    insert.setString(2, name);
                    insert.setString(3, displayName);
                    insert.setObject(4, area.value());
                    insert.setArray(
                            5,
                            connection.createArrayOf(
                                    "text", roles.stream().map(Role::name).toArray()));
                    insert.executeUpdate();
                }
            });
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With a session that is open and fresh, after her password was set. */
    Someone again(Someone someone) {
        var principal = someone.principal;
        return java.util.Objects.requireNonNull(system.call(() -> transaction.execute(status -> {
            var account = accounts.findById(principal.staff()).orElseThrow();
            var session = sessions.start(
                    account.id(), Sessions.Way.PASSWORD, new Device(Device.Browser.OTHER, Device.Platform.OTHER));
            return new Someone(new StaffPrincipal(
                    account.id(),
                    account.areaId(),
                    account.roles(),
                    account.username(),
                    account.displayName(),
                    account.epoch(),
                    session,
                    Instant.now()));
        })));
    }

    void password(Someone someone, String hash) {
        system.run(() -> transaction.executeWithoutResult(status -> {
            var account = accounts.findById(someone.id().value()).orElseThrow();
            account.password(hash);
            accounts.save(account);
        }));
    }

    /** A member of staff in whose name calls can be made. */
    public final class Someone {
        private final StaffPrincipal principal;

        private Someone(StaffPrincipal principal) {
            this.principal = principal;
        }

        public StaffId id() {
            return StaffId.of(principal.staff());
        }

        public String username() {
            return principal.username();
        }

        public <T> T does(Supplier<T> work) {
            SecurityContextHolder.setContextHolderStrategy(strategy);
            var before = SecurityContextHolder.getContext();
            signIn();
            try {
                return work.get();
            } finally {
                SecurityContextHolder.setContext(before);
            }
        }

        public void runs(Runnable work) {
            does(() -> {
                work.run();
                return true;
            });
        }

        /** For the rest of the thread; browserless tests need it. */
        public void signIn() {
            // each application context has its own; the services of this one ask this one
            SecurityContextHolder.setContextHolderStrategy(strategy);
            SecurityContextHolder.setContext(new SecurityContextImpl(
                    UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.allAuthorities())));
        }
    }
}

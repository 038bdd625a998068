package mx.gob.jocotepec.cauce.staff;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import mx.gob.jocotepec.cauce.audit.AuditTrail;
import mx.gob.jocotepec.cauce.audit.TrailEvent;
import mx.gob.jocotepec.cauce.shared.Ids;
import mx.gob.jocotepec.cauce.shared.StaffId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What a one-time link opens: somebody sets her password, or the first administrator names herself. Nobody is signed in yet. */
@Service
public class Welcome {
    private static final UUID SYSTEMS = UUID.fromString("00000000-0000-7000-8000-000000000019");

    public sealed interface Guest {
        record FirstAdministrator() implements Guest {}

        record Invited(String username, String displayName) implements Guest {}

        /** Never was, was used, expired or was taken back: one answer. */
        record Nobody() implements Guest {}
    }

    public enum Answer {
        READY,
        GONE,
        USERNAME_TAKEN,
        PASSWORD_REFUSED
    }

    private final Invitations invitations;
    private final StaffAccountRepository accounts;
    private final PasswordRules rules;
    private final PasswordEncoder passwords;
    private final JdbcClient jdbc;
    private final ObjectProvider<PersonalKeys> keys;
    private final AuditTrail trail;
    private final SystemActor system;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Welcome(
            Invitations invitations,
            StaffAccountRepository accounts,
            PasswordRules rules,
            PasswordEncoder passwords,
            JdbcClient jdbc,
            ObjectProvider<PersonalKeys> keys,
            AuditTrail trail,
            SystemActor system,
            TransactionTemplate transaction,
            Clock clock) {
        this.invitations = invitations;
        this.accounts = accounts;
        this.rules = rules;
        this.passwords = passwords;
        this.jdbc = jdbc;
        this.keys = keys;
        this.trail = trail;
        this.system = system;
        this.transaction = transaction;
        this.clock = clock;
    }

    @PreAuthorize("permitAll()")
    public Guest guest(String token) {
        return asSystem(() -> found(token));
    }

    /** Somebody invited sets her password. */
    @PreAuthorize("permitAll()")
    public Answer setPassword(String token, String password) {
        return asSystem(() -> set(token, password));
    }

    private Answer set(String token, String password) {
        if (!(found(token) instanceof Guest.Invited invited)) return Answer.GONE;
        if (rules.check(invited.username(), password).isPresent()) return Answer.PASSWORD_REFUSED;
        var account = invitations
                .use(token)
                .flatMap(Invitations.Open::staff)
                .flatMap(accounts::findById)
                .filter(StaffAccount::active)
                .orElse(null);
        if (account == null) return Answer.GONE;
        account.password(encoded(password));
        accounts.save(account);
        keys.forEach(key -> key.passwordSet(StaffId.of(account.id()), password.toCharArray()));
        trail.record(TrailEvent.of("PASSWORD_SET").on("STAFF", account.id()).with("by=INVITATION"));
        return Answer.READY;
    }

    /** The first administrator names herself; possible only while there is none. */
    @PreAuthorize("permitAll()")
    public Answer begin(String token, String username, String displayName, String password) {
        return asSystem(() -> first(token, username, displayName, password));
    }

    private Answer first(String token, String username, String displayName, String password) {
        if (!(found(token) instanceof Guest.FirstAdministrator)) return Answer.GONE;
        if (accounts.findByUsername(username).isPresent()) return Answer.USERNAME_TAKEN;
        if (rules.check(username, password).isPresent()) return Answer.PASSWORD_REFUSED;
        if (invitations.use(token).isEmpty()) return Answer.GONE;
        var account = new StaffAccount(
                Ids.next(), username, displayName.strip(), SYSTEMS, Set.of(Role.ADMINISTRATION), clock.instant());
        account.password(encoded(password));
        accounts.save(account);
        keys.forEach(key -> key.passwordSet(StaffId.of(account.id()), password.toCharArray()));
        trail.record(TrailEvent.of("STAFF_CREATED").on("STAFF", account.id()).with("first=yes"));
        return Answer.READY;
    }

    /** Nobody is anybody yet, so the database is told that the system acts. */
    private <T> T asSystem(Supplier<T> work) {
        return java.util.Objects.requireNonNull(system.call(() -> transaction.execute(status -> work.get())));
    }

    private Guest found(String token) {
        return invitations.find(token).<Guest>map(this::guest).orElseGet(Guest.Nobody::new);
    }

    private Guest guest(Invitations.Open open) {
        if (open.staff().isEmpty()) {
            return FirstStart.administrators(jdbc) == 0 ? new Guest.FirstAdministrator() : new Guest.Nobody();
        }
        Optional<StaffAccount> account =
                open.staff().flatMap(accounts::findById).filter(StaffAccount::active);
        return account.<Guest>map(found -> new Guest.Invited(found.username(), found.displayName()))
                .orElseGet(Guest.Nobody::new);
    }

    private String encoded(String password) {
        return java.util.Objects.requireNonNull(passwords.encode(password));
    }
}

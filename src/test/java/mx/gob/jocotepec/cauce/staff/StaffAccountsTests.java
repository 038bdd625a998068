package mx.gob.jocotepec.cauce.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import mx.gob.jocotepec.cauce.audit.TrailFilter;
import mx.gob.jocotepec.cauce.audit.TrailLine;
import mx.gob.jocotepec.cauce.audit.TrailReader;
import mx.gob.jocotepec.cauce.staff.StaffOutcome.Invited;
import mx.gob.jocotepec.cauce.staff.StaffOutcome.Reason;
import mx.gob.jocotepec.cauce.staff.StaffOutcome.Refused;
import mx.gob.jocotepec.cauce.staff.StaffSummary.State;
import mx.gob.jocotepec.cauce.staff.Welcome.Answer;
import mx.gob.jocotepec.cauce.staff.Welcome.Guest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@Import(Acting.class)
class StaffAccountsTests {
    private static final String PASSWORD = "tres caballos verdes nadan";
    private static int number;

    @Autowired
    private Acting acting;

    @Autowired
    private StaffAccounts accounts;

    @Autowired
    private Welcome welcome;

    @Autowired
    private StaffSignIn signIn;

    @Autowired
    private OwnAccount own;

    @Autowired
    private TrailReader trail;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private Acting.Someone admin;
    private String username = "";

    @BeforeEach
    void administrator() {
        admin = acting.someone(Acting.SYSTEMS, Role.ADMINISTRATION);
        username = "nueva" + System.nanoTime() + number++;
    }

    @Test
    void invitedPersonSetsHerPasswordOnceAndSignsIn() {
        var invited = invite();
        var token = token(invited);

        assertThat(welcome.guest(token)).isEqualTo(new Guest.Invited(username, "Ana Prueba"));
        assertThat(welcome.setPassword(token, "corta")).isEqualTo(Answer.PASSWORD_REFUSED);
        assertThat(welcome.setPassword(token, PASSWORD)).isEqualTo(Answer.READY);
        assertThat(welcome.setPassword(token, PASSWORD)).isEqualTo(Answer.GONE);
        assertThat(welcome.guest(token)).isEqualTo(new Guest.Nobody());
        assertThat(signIn.authenticate(attempt(PASSWORD)).isAuthenticated()).isTrue();
        assertThat(find(invited).state()).isEqualTo(State.ACTIVE);
    }

    @Test
    void aSignInCompetesWithNobodyWhoWritesTheAccountMeanwhile() {
        var invited = invite();
        welcome.setPassword(token(invited), PASSWORD);
        var before = find(invited).version();

        signIn.authenticate(attempt(PASSWORD));

        assertThat(find(invited).version()).isEqualTo(before);
        assertThat(tx(
                        "select count(*) from staff_account where username = ? and last_sign_in_at is not null",
                        username))
                .isOne();
    }

    @Test
    void keepsOnlyTheHashOfALink() {
        var token = token(invite());

        assertThat(tx("select count(*) from invitation where position(convert_to(?, 'UTF8') in token_hash) > 0", token))
                .isZero();
    }

    @Test
    void newInvitationEndsTheOneBefore() {
        var first = invite();
        var second = (Invited) admin.does(() -> accounts.invite(first.id()));

        assertThat(welcome.guest(token(first))).isEqualTo(new Guest.Nobody());
        assertThat(welcome.guest(token(second))).isInstanceOf(Guest.Invited.class);
    }

    @Test
    void whoEnablesOrDisablesProvesHerselfFirst() throws java.sql.SQLException {
        var invited = invite();
        try (var owner = mx.gob.jocotepec.cauce.database.TestDatabase.shared().asSuperuser();
                var work = owner.createStatement()) {
            work.execute(
                    "update cauce.staff_session set proved_at = proved_at - interval '6 minutes' where staff_id = '"
                            + admin.id() + "'");
        }

        assertThatThrownBy(() -> admin.does(() -> accounts.activate(invited.id(), false)))
                .isInstanceOf(NotFreshException.class);
        assertThatThrownBy(() -> admin.does(() -> accounts.activate(invited.id(), true)))
                .isInstanceOf(NotFreshException.class);
    }

    @Test
    void disabledAccountNeitherSignsInNorUsesItsLink() {
        var invited = invite();
        welcome.setPassword(token(invited), PASSWORD);
        var again = (Invited) admin.does(() -> accounts.invite(invited.id()));

        admin.does(() -> accounts.activate(invited.id(), false));

        assertThat(welcome.guest(token(again))).isEqualTo(new Guest.Nobody());
        assertThatThrownBy(() -> signIn.authenticate(attempt(PASSWORD))).isInstanceOf(BadCredentialsException.class);
    }

    @Test
    void refusesATakenUserNameAndAStaleChange() {
        var invited = invite();
        var data = new StaffData(username, "Ana Otra", "", Acting.POLICE, Set.of(Role.PLANNING));
        var before = find(invited);
        admin.does(() -> accounts.change(invited.id(), data, before.version()));

        assertThat(admin.does(() -> accounts.create(data))).isEqualTo(new Refused(Reason.USERNAME_TAKEN));
        assertThat(admin.does(() -> accounts.change(invited.id(), data(Role.PLANNING), before.version())))
                .isEqualTo(new Refused(Reason.CHANGED_MEANWHILE));
        assertThat(find(invited).displayName()).isEqualTo("Ana Otra");
    }

    @Test
    void theTrailSaysThatAnAccountWasRenamedAndNotHow() {
        var invited = invite();
        var same = find(invited);
        admin.does(() -> accounts.change(invited.id(), data(Role.PLANNING), same.version()));
        var before = find(invited);
        var renamed = new StaffData(username, "Ana Otra", "", Acting.POLICE, Set.of(Role.PLANNING));
        admin.does(() -> accounts.change(invited.id(), renamed, before.version()));

        var auditor = acting.someone(Acting.AUDITORS, Role.AUDIT);
        assertThat(auditor.does(() ->
                        trail.page(new TrailFilter(null, null, admin.id().value(), "STAFF_CHANGED", null, null), 0, 9)))
                .extracting(TrailLine::detail)
                .containsExactly("roles=PLANNING;name=changed", "roles=PLANNING");
    }

    @Test
    void nobodyTakesAdministrationFromHerself() {
        var me = admin.does(() -> accounts.find(admin.id())).orElseThrow();
        var data = new StaffData(me.username(), me.displayName(), null, me.area(), Set.of(Role.AUDIT));

        assertThat(admin.does(() -> accounts.change(me.id(), data, me.version())))
                .isEqualTo(new Refused(Reason.YOURSELF));
        assertThat(admin.does(() -> accounts.activate(me.id(), false))).isEqualTo(new Refused(Reason.YOURSELF));
    }

    @Test
    void onlyAdministrationManagesAccounts() {
        var direction = acting.someone(Acting.DIRECTION, Role.DIRECTION);

        assertThatThrownBy(() -> direction.does(() -> accounts.list())).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void ownPasswordNeedsThePresentOneAndEndsTheSessions() {
        var invited = invite();
        welcome.setPassword(token(invited), PASSWORD);
        var before = epoch(invited);
        signedIn(() -> {
            assertThat(own.changePassword("no es la actual", "", "siete patos cruzan la calle"))
                    .isEqualTo(OwnAccount.Answer.WRONG_PASSWORD);
            assertThat(own.changePassword(PASSWORD, "", "jocotepec2026")).isEqualTo(OwnAccount.Answer.PASSWORD_REFUSED);
            assertThat(own.changePassword(PASSWORD, "", "siete patos cruzan la calle"))
                    .isEqualTo(OwnAccount.Answer.CHANGED);
        });

        assertThat(epoch(invited)).isGreaterThan(before);
        assertThat(signIn.authenticate(attempt("siete patos cruzan la calle")).isAuthenticated())
                .isTrue();
    }

    private void signedIn(Runnable work) {
        var context = org.springframework.security.core.context.SecurityContextHolder.createEmptyContext();
        context.setAuthentication(signIn.authenticate(attempt(PASSWORD)));
        org.springframework.security.core.context.SecurityContextHolder.setContext(context);
        try {
            work.run();
        } finally {
            org.springframework.security.core.context.SecurityContextHolder.clearContext();
        }
    }

    private Invited invite() {
        return (Invited) admin.does(() -> accounts.create(data(Role.PLANNING)));
    }

    private StaffData data(Role role) {
        return new StaffData(username, "Ana Prueba", "", Acting.POLICE, Set.of(role));
    }

    private StaffSummary find(Invited invited) {
        return admin.does(() -> accounts.find(invited.id())).orElseThrow();
    }

    private UsernamePasswordAuthenticationToken attempt(String password) {
        return UsernamePasswordAuthenticationToken.unauthenticated(username, password);
    }

    private static String token(Invited invited) {
        return invited.path().substring("bienvenida/".length());
    }

    private long epoch(Invited invited) {
        return tx("select epoch from staff_account where id = ?", invited.id().value());
    }

    private long tx(String query, Object value) {
        Long found = transaction.execute(
                status -> jdbc.sql(query).param(value).query(Long.class).single());
        return found == null ? 0 : found;
    }
}

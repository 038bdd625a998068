package mx.gob.jocotepec.cauce.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import mx.gob.jocotepec.cauce.shared.StaffId;
import mx.gob.jocotepec.cauce.staff.StaffOutcome.Invited;
import mx.gob.jocotepec.cauce.staff.StaffOutcome.Reason;
import mx.gob.jocotepec.cauce.staff.StaffOutcome.Refused;
import mx.gob.jocotepec.cauce.staff.StaffOutcome.Waiting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/** Nobody alone makes an account that reads cases, or gets into one; the database holds it too. */
@SpringBootTest
@Import({Acting.class, MovedClock.class, SigningIn.class})
class SecondPersonTests {
    @Autowired
    private Acting acting;

    @Autowired
    private SigningIn signing;

    @Autowired
    private StaffAccounts accounts;

    @Autowired
    private StaffConfirmations confirmations;

    @Autowired
    private Welcome welcome;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private Acting.Someone admin;
    private Acting.Someone direction;

    @BeforeEach
    void staff() {
        admin = acting.someone(Acting.SYSTEMS, Role.ADMINISTRATION);
        direction = signing.person(Acting.DIRECTION, Role.DIRECTION).acting();
        direction = signing.freshly(direction);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "FIRST_CONTACT",
                "PSYCHOLOGY",
                "LEGAL",
                "SOCIAL_WORK",
                "DIRECTION",
                "ADMINISTRATION",
                "AUDIT",
                "TRANSPARENCY"
            })
    void aRoleThatReadsCasesOrTheirTrailWaitsAndItsLinkGoesToWhoConfirms(Role role) {
        var made = admin.does(() -> accounts.create(data(role)));

        assertThat(made).isInstanceOf(Waiting.class);
        var id = ((Waiting) made).id();
        assertThat(find(id).roles()).isEmpty();
        assertThat(find(id).waiting()).containsExactly(role);

        var confirmed = direction.does(() -> confirmations.confirm(request(id)));

        assertThat(confirmed).isInstanceOf(Invited.class);
        assertThat(find(id).roles()).containsExactly(role);
        var token = ((Invited) confirmed).path().substring("bienvenida/".length());
        assertThat(welcome.setPassword(token, SigningIn.PASSWORD)).isEqualTo(Welcome.Answer.READY);
    }

    @ParameterizedTest
    @EnumSource(names = "PLANNING")
    void aRoleThatReadsNoCaseDoesNotWait(Role role) {
        assertThat(admin.does(() -> accounts.create(data(role)))).isInstanceOf(Invited.class);
    }

    @Test
    void whatIsRefusedIsNotGiven() {
        var id = ((Waiting) admin.does(() -> accounts.create(data(Role.LEGAL)))).id();

        direction.does(() -> confirmations.refuse(request(id)));

        assertThat(find(id).roles()).isEmpty();
        assertThat(find(id).waiting()).isEmpty();
    }

    @Test
    void neitherWhoAskedNorAnotherAdministratorConfirms() {
        var other = acting.someone(Acting.SYSTEMS, Role.ADMINISTRATION);
        var id = ((Waiting) admin.does(() -> accounts.create(data(Role.LEGAL)))).id();
        var request = request(id);

        assertThat(admin.does(() -> confirmations.confirm(request))).isEqualTo(new Refused(Reason.YOURSELF));
        assertThat(other.does(() -> confirmations.confirm(request))).isEqualTo(new Refused(Reason.NOT_YOURS));
        assertThat(find(id).roles()).isEmpty();
    }

    @Test
    void nobodyChangesHerOwnRoles() {
        var me = find(admin.id());
        var more = new StaffData(
                me.username(), me.displayName(), null, me.area(), Set.of(Role.ADMINISTRATION, Role.AUDIT));

        assertThat(admin.does(() -> accounts.change(me.id(), more, me.version())))
                .isEqualTo(new Refused(Reason.YOURSELF));
    }

    @Test
    void aFirstRoleThatReadsCasesMakesThePasswordBeforeItWorthless() {
        var invited = (Invited) admin.does(() -> accounts.create(data(Role.PLANNING)));
        welcome.setPassword(invited.path().substring("bienvenida/".length()), SigningIn.PASSWORD);
        var before = find(invited.id());
        var more = new StaffData(before.username(), "Ana Prueba", null, before.area(), Set.of(Role.LEGAL));
        admin.does(() -> accounts.change(before.id(), more, before.version()));
        direction.does(() -> confirmations.confirm(request(before.id())));

        var browser = signing.browser();
        assertThat(browser.password(before.username(), SigningIn.PASSWORD)).isEqualTo("/entrar?error");
    }

    @Test
    void aLinkForSomebodyWhoReadsCasesIsMadeByTheSecondPerson() {
        var psychologist = acting.someone(Acting.PSYCHOLOGY, Role.PSYCHOLOGY);

        assertThat(admin.does(() -> accounts.invite(psychologist.id()))).isEqualTo(new Waiting(psychologist.id()));
        assertThat(direction.does(() -> confirmations.confirm(request(psychologist.id()))))
                .isInstanceOf(Invited.class);
    }

    @Test
    void onlyWhoMayConfirmSeesWhatWaits() {
        var officer = acting.someone(Acting.POLICE, Role.FIRST_CONTACT);

        assertThatThrownBy(() -> officer.does(confirmations::open)).isInstanceOf(AccessDeniedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update staff_account set roles = '{DIRECTION}' where id = :me",
                "update staff_account set roles = roles || '{PSYCHOLOGY}' where id = :other",
                "update staff_account set area_id = '00000000-0000-7000-8000-000000000001' where id = :me",
                "update staff_account set password_hash = 'x' where id = :other",
                "update staff_account set username = 'otra' where id = :other",
                "insert into staff_account (id, username, display_name, area_id, roles, created_at) values (gen_random_uuid(),"
                        + " 'nueva' || substr(gen_random_uuid()::text, 1, 8), 'Nueva', '00000000-0000-7000-8000-000000000001', '{DIRECTION}', now())",
                "insert into invitation (id, token_hash, staff_id, created_at, expires_at) values (gen_random_uuid(),"
                        + " sha256(gen_random_uuid()::text::bytea), :other, now(), now() + interval '1 day')",
                "insert into staff_request (id, staff_id, kind, roles, asked_by, asked_at, decided_by, decided_at, answer) values"
                        + " (gen_random_uuid(), :me, 'ROLES', '{LEGAL}', :other, now(), :other, now(), 'CONFIRMED')",
                "update staff_request set answer = 'CONFIRMED', decided_by = :me, decided_at = now()"
            })
    void sqlInTheNameOfAnAdministratorDoesNotEither(String statement) {
        var other = acting.someone(Acting.LEGAL, Role.LEGAL);
        admin.does(() -> accounts.create(data(Role.LEGAL))); // something waits

        assertThatThrownBy(() -> admin.runs(() -> run(statement, admin.id(), other.id())))
                .hasRootCauseInstanceOf(java.sql.SQLException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update staff_account set password_hash = 'x', epoch = epoch + 1 where id = :other",
                "update staff_account set roles = '{DIRECTION}' where id = :other",
                "update staff_account set active = true where id = :other",
                "update invitation set expires_at = expires_at where staff_id = :other or true",
                "update staff_session set ended_at = null where staff_id = :other",
                "update staff_session set proved_at = now() where staff_id = :other",
                "delete from staff_totp where staff_id = :other",
                "delete from staff_passkey where staff_id = :other",
                "update staff_passkey set sign_count = sign_count + 1 where staff_id = :other",
                "delete from recovery_code where staff_id = :other"
            })
    void sqlInTheNameOfAnybodyElseChangesNothing(String statement) {
        var other = signing.person(Acting.LEGAL, Role.LEGAL).withPasskey().withAuthenticator();
        var officer = acting.someone(Acting.POLICE, Role.FIRST_CONTACT);

        assertThat(officer.does(() -> run(statement, officer.id(), other.id()))).isZero();
    }

    @Test
    void withoutAContextNothingOfAnAccountIsChangedAndNoSecretIsSeen() {
        var other = signing.person(Acting.LEGAL, Role.LEGAL).withPasskey().withAuthenticator();

        assertThat(run("update staff_account set active = true where id = :other", other.id(), other.id()))
                .isZero();
        for (var table : new String[] {
            "staff_session", "staff_totp", "staff_passkey", "recovery_code", "invitation", "staff_request"
        }) {
            Long seen = transaction.execute(status ->
                    jdbc.sql("select count(*) from " + table).query(Long.class).single());
            assertThat(seen).as(table).isZero();
        }
    }

    private int run(String statement, StaffId me, StaffId other) {
        Integer rows = transaction.execute(status -> {
            var sql = jdbc.sql(statement);
            if (statement.contains(":me")) sql = sql.param("me", me.value());
            if (statement.contains(":other")) sql = sql.param("other", other.value());
            return sql.update();
        });
        return rows == null ? 0 : rows;
    }

    private static StaffData data(Role role) {
        var username = "dos" + UUID.randomUUID().toString().substring(0, 12);
        return new StaffData(username, "Ana Prueba", "", Acting.POLICE, Set.of(role));
    }

    private StaffSummary find(StaffId id) {
        return admin.does(() -> accounts.find(id)).orElseThrow();
    }

    private UUID request(StaffId id) {
        return direction.does(confirmations::open).stream()
                .filter(request -> request.staff().equals(id))
                .findFirst()
                .orElseThrow()
                .id();
    }
}

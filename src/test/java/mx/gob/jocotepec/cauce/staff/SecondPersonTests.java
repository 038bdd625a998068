package mx.gob.jocotepec.cauce.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import mx.gob.jocotepec.cauce.database.TestDatabase;
import mx.gob.jocotepec.cauce.shared.AreaId;
import mx.gob.jocotepec.cauce.shared.StaffId;
import mx.gob.jocotepec.cauce.staff.StaffOutcome.Changed;
import mx.gob.jocotepec.cauce.staff.StaffOutcome.Invited;
import mx.gob.jocotepec.cauce.staff.StaffOutcome.Reason;
import mx.gob.jocotepec.cauce.staff.StaffOutcome.Refused;
import mx.gob.jocotepec.cauce.staff.StaffOutcome.Waiting;
import org.jspecify.annotations.Nullable;
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
    private static final String LINK =
            "insert into invitation (id, token_hash, staff_id, created_at, expires_at) values (gen_random_uuid(),"
                    + " sha256(gen_random_uuid()::text::bytea), :other, now(), now() + interval '1 day')";

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
    void theDatabaseItselfEndsTheLinkThatWasOpenBeforeTheRole() {
        var invited = (Invited) admin.does(() -> accounts.create(data(Role.PLANNING)));
        var token = invited.path().substring("bienvenida/".length());
        var before = find(invited.id());
        var more = new StaffData(before.username(), "Ana Prueba", null, before.area(), Set.of(Role.LEGAL));
        admin.does(() -> accounts.change(before.id(), more, before.version()));
        assertThat(welcome.guest(token)).isInstanceOf(Welcome.Guest.Invited.class);
        var request = request(before.id());

        direction.runs(() -> transaction.executeWithoutResult(status -> jdbc.sql("select decide_staff_request(?, true)")
                .param(request)
                .query(String.class)
                .single()));

        assertThat(welcome.guest(token)).isEqualTo(new Welcome.Guest.Nobody());
    }

    @Test
    void aLinkForSomebodyWhoReadsCasesIsMadeByTheSecondPerson() {
        var psychologist = acting.someone(Acting.PSYCHOLOGY, Role.PSYCHOLOGY);

        assertThat(admin.does(() -> accounts.invite(psychologist.id()))).isEqualTo(new Waiting(psychologist.id()));
        assertThat(direction.does(() -> confirmations.confirm(request(psychologist.id()))))
                .isInstanceOf(Invited.class);
    }

    @Test
    void theFirstOfTheDireccionGetsHerLinksFromAdministrationUntilSheHasBegun() throws SQLException {
        var first = first();
        assertThat(admin.does(() -> accounts.invite(first.id()))).isInstanceOf(Invited.class);
        var again = (Invited) admin.does(() -> accounts.invite(first.id()));

        welcome.setPassword(token(again), SigningIn.PASSWORD);
        superuser("update staff_account set password_hash = null where id = '" + first.id() + "'");

        assertThat(admin.does(() -> accounts.invite(first.id()))).isEqualTo(new Waiting(first.id()));
        assertThatThrownBy(() -> admin.runs(() -> run(LINK, admin.id(), first.id())))
                .hasStackTraceContaining("second person");
    }

    @Test
    void takingTheFirstOfTheDireccionHerRoleAndGivingItBackDoesNotMakeHerTheFirstAgain() throws SQLException {
        var first = first();
        give(first.id(), Role.PLANNING);
        give(first.id(), Role.DIRECTION);
        var honest = (Invited) direction.does(() -> confirmations.confirm(request(first.id())));

        assertThat(admin.does(() -> accounts.invite(first.id()))).isEqualTo(new Waiting(first.id()));
        assertThatThrownBy(() -> admin.runs(() -> run(LINK, admin.id(), first.id())))
                .hasStackTraceContaining("second person");
        assertThat(welcome.guest(token(honest)))
                .as("what the second person handed over")
                .isInstanceOf(Welcome.Guest.Invited.class);
    }

    /** As first_direction() leaves her; in this database there are others. */
    private Acting.Someone first() throws SQLException {
        var first = acting.someone(Acting.DIRECTION, Role.DIRECTION);
        superuser(
                "insert into staff_request (id, staff_id, kind, roles, asked_by, asked_at, decided_by, decided_at, answer) values"
                        + " (gen_random_uuid(), '" + first.id() + "', 'ROLES', '{DIRECTION}', '" + admin.id()
                        + "', now(), '"
                        + admin.id() + "', now(), 'FIRST')");
        return first;
    }

    private void give(StaffId id, Role role) {
        var was = find(id);
        admin.runs(() -> accounts.change(
                id, new StaffData(was.username(), was.displayName(), null, was.area(), Set.of(role)), was.version()));
    }

    private static void superuser(String statement) throws SQLException {
        try (var connection = TestDatabase.shared().asSuperuser();
                var work = connection.createStatement()) {
            work.execute(statement);
        }
    }

    private static String token(Invited invited) {
        return invited.path().substring("bienvenida/".length());
    }

    @Test
    void anAccountThatReadsCasesMovesOnlyWhenASecondPersonConfirms() {
        var officer = find(acting.someone(Acting.POLICE, Role.FIRST_CONTACT).id());

        assertThat(move(officer, Acting.DIRECTION)).isEqualTo(new Waiting(officer.id()));
        assertThat(find(officer.id()).area()).isEqualTo(Acting.POLICE);
        assertThat(find(officer.id()).waitingArea()).isEqualTo(Acting.DIRECTION);
        var request = request(officer.id());
        assertThat(admin.does(() -> confirmations.confirm(request))).isEqualTo(new Refused(Reason.YOURSELF));

        assertThat(direction.does(() -> confirmations.confirm(request))).isEqualTo(new Changed());
        assertThat(find(officer.id()).area()).isEqualTo(Acting.DIRECTION);
        assertThat(find(officer.id()).waitingArea()).isNull();
    }

    @Test
    void whoAsksForTheOldAreaAgainTakesTheMoveBack() {
        var officer = find(acting.someone(Acting.POLICE, Role.FIRST_CONTACT).id());
        move(officer, Acting.DIRECTION);
        var request = request(officer.id());

        assertThat(move(find(officer.id()), Acting.POLICE)).isEqualTo(new Changed());

        assertThat(direction.does(() -> confirmations.confirm(request))).isEqualTo(new Refused(Reason.GONE));
        assertThat(find(officer.id()).area()).isEqualTo(Acting.POLICE);
    }

    @Test
    void anAccountThatReadsNothingMovesAtOnceAndRolesAskedForBeforeDoNotFollowIt() {
        var id = ((Waiting) admin.does(() -> accounts.create(data(Role.LEGAL)))).id();
        var asked = request(id);

        move(find(id), Acting.DIRECTION);

        assertThat(find(id).area()).isEqualTo(Acting.DIRECTION);
        assertThat(direction.does(() -> confirmations.confirm(asked))).isEqualTo(new Refused(Reason.GONE));
        assertThat(find(id).roles()).isEmpty();
        assertThat(request(id)).as("asked for again, for the new area").isNotEqualTo(asked);
    }

    @Test
    void aMoveBehindTheBackOfWhoConfirmsMakesTheRequestWorthless() {
        var id = ((Waiting) admin.does(() -> accounts.create(data(Role.LEGAL)))).id();
        var asked = request(id);
        admin.runs(() -> run(
                "update staff_account set area_id = '00000000-0000-7000-8000-000000000001' where id = :other", id, id));

        assertThat(direction.does(() -> confirmations.confirm(asked))).isEqualTo(new Refused(Reason.GONE));
        assertThat(find(id).roles()).isEmpty();
    }

    @Test
    void rolesThatWaitGoAlongWithAMoveThatTwoHaveMade() {
        var officer = find(acting.someone(Acting.POLICE, Role.FIRST_CONTACT).id());
        var both = new StaffData(
                officer.username(), "Ana Prueba", null, Acting.LEGAL, Set.of(Role.FIRST_CONTACT, Role.LEGAL));
        admin.does(() -> accounts.change(officer.id(), both, officer.version()));

        direction.does(() -> confirmations.confirm(request(officer.id(), StaffRequest.Kind.AREA)));
        direction.does(() -> confirmations.confirm(request(officer.id(), StaffRequest.Kind.ROLES)));

        assertThat(find(officer.id()).area()).isEqualTo(Acting.LEGAL);
        assertThat(find(officer.id()).roles()).containsExactlyInAnyOrder(Role.FIRST_CONTACT, Role.LEGAL);
    }

    @Test
    void anAccountThatReadsCasesIsDisabledAtOnceAndEnabledByTwo() {
        var officer = acting.someone(Acting.POLICE, Role.FIRST_CONTACT);
        assertThat(admin.does(() -> accounts.activate(officer.id(), false))).isEqualTo(new Changed());

        assertThat(admin.does(() -> accounts.activate(officer.id(), true))).isEqualTo(new Waiting(officer.id()));
        assertThat(find(officer.id()).state()).isEqualTo(StaffSummary.State.DISABLED);
        assertThat(find(officer.id()).waitingEnable()).isTrue();
        assertThat(direction.does(() -> confirmations.confirm(request(officer.id()))))
                .isEqualTo(new Changed());

        assertThat(find(officer.id()).state()).isNotEqualTo(StaffSummary.State.DISABLED);
        assertThat(find(officer.id()).waitingEnable()).isFalse();
    }

    @Test
    void whatWasAskedForAnAccountThatWasDisabledSinceIsGone() {
        var psychologist = acting.someone(Acting.PSYCHOLOGY, Role.PSYCHOLOGY);
        admin.does(() -> accounts.invite(psychologist.id()));
        var request = request(psychologist.id());
        admin.does(() -> accounts.activate(psychologist.id(), false));

        assertThat(direction.does(() -> confirmations.confirm(request))).isEqualTo(new Refused(Reason.GONE));
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
                "update staff_account set area_id = '00000000-0000-7000-8000-000000000001' where id = :other",
                "update staff_account set area_id = '00000000-0000-7000-8000-000000000001', roles = '{PLANNING}' where id = :other",
                "update staff_account set active = true where id = :disabled",
                "update area set kind = 'OTHER' where kind = 'DIRECTION'",
                "update staff_account set active = true, roles = '{PLANNING}' where id = :disabled",
                "update staff_account set password_hash = 'x' where id = :other",
                "update staff_account set username = 'otra' where id = :other",
                "insert into staff_account (id, username, display_name, area_id, roles, created_at) values (gen_random_uuid(),"
                        + " 'nueva' || substr(gen_random_uuid()::text, 1, 8), 'Nueva', '00000000-0000-7000-8000-000000000001', '{DIRECTION}', now())",
                "insert into invitation (id, token_hash, staff_id, created_at, expires_at) values (gen_random_uuid(),"
                        + " sha256(gen_random_uuid()::text::bytea), :other, now(), now() + interval '1 day')",
                "insert into staff_request (id, staff_id, kind, roles, asked_by, asked_at, decided_by, decided_at, answer) values"
                        + " (gen_random_uuid(), :me, 'ROLES', '{LEGAL}', :other, now(), :other, now(), 'CONFIRMED')",
                "insert into staff_request (id, staff_id, kind, roles, area_id, asked_by, asked_at) values (gen_random_uuid(), :disabled,"
                        + " 'ROLES', '{LEGAL}', '00000000-0000-7000-8000-000000000001', :me, now())",
                "update staff_request set answer = 'CONFIRMED', decided_by = :me, decided_at = now()"
            })
    void sqlInTheNameOfAnAdministratorDoesNotEither(String statement) {
        var other = acting.someone(Acting.LEGAL, Role.LEGAL);
        admin.does(() -> accounts.create(data(Role.LEGAL))); // something waits
        var disabled = acting.someone(Acting.LEGAL, Role.LEGAL);
        admin.does(() -> accounts.activate(disabled.id(), false));
        var text = statement.replace(":disabled", "'" + disabled.id() + "'");

        assertThatThrownBy(() -> admin.runs(() -> run(text, admin.id(), other.id())))
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
    void nobodyReadsTheHashOfAnotherPersonsPassword() {
        var other = signing.person(Acting.LEGAL, Role.LEGAL);

        assertThatThrownBy(() -> admin.runs(() ->
                        run("update staff_account set post = password_hash where id = :other", other.id(), other.id())))
                .hasStackTraceContaining("permission denied");
        assertThat(admin.does(() -> hash(other.id()))).isEqualTo("none");
        assertThat(hash(other.id())).as("without a context").isEqualTo("none");
        assertThat(other.acting().does(() -> hash(other.id()))).startsWith("$argon2id");
    }

    private String hash(StaffId of) {
        return java.util.Objects.requireNonNull(
                transaction.execute(status -> jdbc.sql("select coalesce(password_of(?), 'none')")
                        .param(of.value())
                        .query(String.class)
                        .single()));
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

    private StaffOutcome move(StaffSummary who, AreaId to) {
        var wanted = new HashSet<>(who.roles());
        wanted.addAll(who.waiting());
        var data = new StaffData(who.username(), who.displayName(), who.post(), to, wanted);
        return admin.does(() -> accounts.change(who.id(), data, who.version()));
    }

    private UUID request(StaffId id) {
        return request(id, null);
    }

    private UUID request(StaffId id, StaffRequest.@Nullable Kind kind) {
        return direction.does(confirmations::open).stream()
                .filter(request -> request.staff().equals(id) && (kind == null || kind == request.kind()))
                .findFirst()
                .orElseThrow()
                .id();
    }
}

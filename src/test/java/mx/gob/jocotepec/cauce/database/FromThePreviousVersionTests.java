package mx.gob.jocotepec.cauce.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import mx.gob.jocotepec.cauce.agreement.AgreementTerms.Contact;
import mx.gob.jocotepec.cauce.agreement.Agreements;
import mx.gob.jocotepec.cauce.audit.TrailVerifier;
import mx.gob.jocotepec.cauce.casefile.CaseFiles;
import mx.gob.jocotepec.cauce.shared.AgreementId;
import mx.gob.jocotepec.cauce.shared.Folio;
import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.Role;
import mx.gob.jocotepec.cauce.staff.StaffAccounts;
import mx.gob.jocotepec.cauce.staff.StaffData;
import mx.gob.jocotepec.cauce.staff.StaffOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The application starts on a database that the version before (migrations to V010) filled, and keeps what is there. */
@SpringBootTest
@Import(Acting.class)
@DirtiesContext
class FromThePreviousVersionTests {
    private static final UUID AGREEMENT = UUID.fromString("00000000-0000-7000-8000-00000000a001");
    private static final String FILLED = """
            insert into cauce.staff_account (id, username, display_name, area_id, roles, created_at)
              values ('00000000-0000-7000-8000-00000000b001', 'antes', 'Persona de antes', '00000000-0000-7000-8000-000000000005',
                '{FIRST_CONTACT}', now() - interval '9 days'),
              ('00000000-0000-7000-8000-00000000b002', 'directora', 'Directora de antes', '00000000-0000-7000-8000-000000000001',
                '{DIRECTION,PLANNING}', now() - interval '9 days');
            insert into cauce.person (id, created_at) values ('00000000-0000-7000-8000-00000000c001', now() - interval '9 days');
            insert into cauce.case_file (id, folio, person_id, area_id, opened_at, opened_by, status, last_activity_at)
              values ('00000000-0000-7000-8000-00000000d001', 'CAU-2026-00001', '00000000-0000-7000-8000-00000000c001',
                '00000000-0000-7000-8000-000000000005', now() - interval '9 days', '00000000-0000-7000-8000-00000000b001', 'REGISTERED', now());
            insert into cauce.case_grant (id, case_id, person_id, audience, audience_kind, compartments, source, from_at)
              values (gen_random_uuid(), '00000000-0000-7000-8000-00000000d001', '00000000-0000-7000-8000-00000000c001',
                '00000000-0000-7000-8000-000000000005', 'AREA', '{IDENTITY,FACTS}', 'REGISTERED', now() - interval '9 days');
            insert into cauce.agreement (id, number, counterpart_kind, institution_id, object, services, contact_name, contact_email, valid_from,
                valid_until, created_at, created_by)
              values ('00000000-0000-7000-8000-00000000a001', 'V10/1', 'INSTITUTION', '00000000-0000-7000-8000-000000000102',
                'Acompañamiento', '{LEGAL}', 'Persona Enlace', 'enlace@example.org', current_date - 10, current_date + 90, now(),
                '00000000-0000-7000-8000-00000000b001'),
              ('00000000-0000-7000-8000-00000000a002', 'V10/2', 'INSTITUTION', '00000000-0000-7000-8000-000000000102',
                'Sin enlace', '{LEGAL}', null, null, current_date - 10, current_date + 90, now(), '00000000-0000-7000-8000-00000000b001');
            do $$
            declare e cauce.trail_entry;
            begin
              e.chain := 3; e.seq := 1; e.at := now(); e.actor_kind := 'SYSTEM'; e.action := 'KEPT_ENTRY'; e.outcome := 'DONE'; e.detail := '';
              e.hash := sha256(decode(repeat('00', 32), 'hex') || convert_to(cauce.trail_text(e), 'UTF8'));
              insert into cauce.trail_entry values (e.*);
              update cauce.trail_head set seq = 1, hash = e.hash where chain = 3;
            end $$""";

    @TempDir
    static Path folder;

    private static TestDatabase database;

    @Autowired
    private Agreements agreements;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private StaffAccounts accounts;

    @Autowired
    private TrailVerifier verifier;

    @Autowired
    private Acting acting;

    @DynamicPropertySource
    static void databaseOfTheVersionBefore(DynamicPropertyRegistry registry) throws SQLException {
        database = TestDatabase.of("from_v010", "10");
        try (var superuser = database.asSuperuser();
                var statement = superuser.createStatement()) {
            statement.execute(FILLED);
        }
        database.settings().forEach((name, value) -> registry.add(name, () -> value));
        // the anchors of the other tests are of another trail
        registry.add("CAUCE_DATA", () -> folder.toString());
    }

    @Test
    void contactsOfAgreementsAreSealedAndOpenAgain() throws SQLException {
        var direction = acting.someone(Acting.DIRECTION, Role.DIRECTION);

        var with =
                direction.does(() -> agreements.find(AgreementId.of(AGREEMENT))).orElseThrow();

        assertThat(with.terms().contact()).isEqualTo(new Contact("Persona Enlace", null, null, "enlace@example.org"));
        assertThat(number("""
                select count(*) from cauce.agreement
                where coalesce(contact_name, contact_post, contact_phone, contact_email) is not null""")).isZero();
        assertThat(number("select count(*) from cauce.agreement where contact_sealed is not null"))
                .isOne();
        assertThat(number("select count(*) from cauce.agreement")).isEqualTo(2);
    }

    @Test
    void casesOpenAndTheTrailIsWholeAcrossTheMigration() {
        var officer = acting.someone(Acting.POLICE, Role.FIRST_CONTACT);

        assertThat(officer.does(() -> cases.findByFolio(new Folio(2026, 1)))).isPresent();

        var report = acting.someone(Acting.AUDITORS, Role.AUDIT).does(verifier::verify);
        assertThat(report.findings()).isEmpty();
        assertThat(report.entries()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void theFirstAccountOfTheDireccionIsNotNamedAgainWhereThereWasOneBefore() throws SQLException {
        assertThat(number("""
                select count(*) from cauce.staff_request where staff_id = '00000000-0000-7000-8000-00000000b002'
                  and answer = 'BEFORE' and roles = '{DIRECTION}'""")).isOne();
        try (var superuser = database.asSuperuser();
                var statement = superuser.createStatement()) {
            statement.execute("update cauce.staff_account set roles = '{PLANNING}' where 'DIRECTION' = any (roles)");
        }
        var administrator = acting.someone(Acting.SYSTEMS, Role.ADMINISTRATION);
        var wanted = new StaffData("otra.directora", "Otra Directora", null, Acting.DIRECTION, Set.of(Role.DIRECTION));

        assertThat(administrator.does(() -> accounts.create(wanted))).isInstanceOf(StaffOutcome.Waiting.class);

        assertThat(number("select count(*) from cauce.staff_account where 'DIRECTION' = any (roles)"))
                .isZero();
    }

    private static long number(String query) throws SQLException {
        try (var superuser = database.asSuperuser();
                var statement = superuser.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}

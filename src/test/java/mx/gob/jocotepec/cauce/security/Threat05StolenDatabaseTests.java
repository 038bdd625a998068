package mx.gob.jocotepec.cauce.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import mx.gob.jocotepec.cauce.agreement.AgreementOutcome;
import mx.gob.jocotepec.cauce.agreement.AgreementScans;
import mx.gob.jocotepec.cauce.agreement.AgreementTerms;
import mx.gob.jocotepec.cauce.agreement.Agreements;
import mx.gob.jocotepec.cauce.agreement.Counterpart;
import mx.gob.jocotepec.cauce.agreement.ScanOutcome;
import mx.gob.jocotepec.cauce.attention.AttentionCorrection;
import mx.gob.jocotepec.cauce.attention.AttentionScene;
import mx.gob.jocotepec.cauce.attention.Attentions;
import mx.gob.jocotepec.cauce.attention.Discipline;
import mx.gob.jocotepec.cauce.casefile.CaseFiles;
import mx.gob.jocotepec.cauce.casefile.CaseHead;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.casefile.Drafts;
import mx.gob.jocotepec.cauce.casefile.NewCase;
import mx.gob.jocotepec.cauce.casefile.RegisterOutcome;
import mx.gob.jocotepec.cauce.casefile.RiskAssessments;
import mx.gob.jocotepec.cauce.casefile.RiskLevel;
import mx.gob.jocotepec.cauce.casefile.Sections;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.database.LiveFolder;
import mx.gob.jocotepec.cauce.database.TestDatabase;
import mx.gob.jocotepec.cauce.files.Samples;
import mx.gob.jocotepec.cauce.referral.Answer;
import mx.gob.jocotepec.cauce.referral.ConsentBasis;
import mx.gob.jocotepec.cauce.referral.NewReferral;
import mx.gob.jocotepec.cauce.referral.ReferralOutcome;
import mx.gob.jocotepec.cauce.referral.ReferralResult;
import mx.gob.jocotepec.cauce.referral.Referrals;
import mx.gob.jocotepec.cauce.referral.Urgency;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.Role;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/**
 * Somebody has a dump of the database, or its whole folder. Words are put through the services into every field that is sealed, and
 * then looked for. A new column is either written down in {@code plain-columns.properties} with a reason, or this fails.
 */
@SpringBootTest
@Import({Acting.class, AttentionScene.class})
class Threat05StolenDatabaseTests {
    /** No word of any language, so that compression and collation leave it alone; a number is added to each. */
    private static final String CANARY = "zqxkanarie";

    @Autowired
    CaseFiles cases;

    @Autowired
    RiskAssessments risks;

    @Autowired
    Drafts drafts;

    @Autowired
    Referrals referrals;

    @Autowired
    Attentions attentions;

    @Autowired
    AttentionScene scene;

    @Autowired
    Agreements agreements;

    @Autowired
    AgreementScans scans;

    @Autowired
    Acting acting;

    private int number;

    @Test
    void noWordOfHersLiesInTheClearInADumpOrInTheFiles() throws Exception {
        everythingIsWritten();

        assertThat(found(dump())).as("in a dump").isEmpty();
        inFiles((file, content) ->
                assertThat(found(content)).as(file.toString()).isEmpty());
    }

    /** The search itself must find what lies in the clear, in the dump and in the write-ahead log. */
    @Test
    void aWordInThePlainWouldBeFound() throws Exception {
        var plain = "zqxplainfound";
        try (var connection = TestDatabase.shared().asSuperuser()) {
            connection.createStatement().execute("create table cauce.leak (words text)");
            connection.createStatement().execute("insert into cauce.leak values ('" + plain + "')");
            try {
                assertThat(contains(dump(), plain.getBytes(StandardCharsets.US_ASCII)))
                        .isTrue();
                var holding = new ArrayList<Path>();
                inFiles((file, content) -> {
                    if (contains(content, plain.getBytes(StandardCharsets.US_ASCII))) holding.add(file);
                });
                assertThat(holding).isNotEmpty();
            } finally {
                connection.createStatement().execute("drop table cauce.leak");
            }
        }
    }

    /** What somebody types lies sealed, or it stands in the list with the reason why it does not. */
    @Test
    void everyColumnThatCouldHoldWordsIsAccountedFor() throws Exception {
        var listed = new Properties();
        try (var in = getClass().getResourceAsStream("/plain-columns.properties")) {
            listed.load(new java.io.InputStreamReader(in, StandardCharsets.UTF_8));
        }

        var columns = columns();

        assertThat(listed.stringPropertyNames())
                .as("each column has a reason in plain-columns.properties")
                .containsAll(columns.keySet());
        for (var column : listed.stringPropertyNames()) {
            var reason = listed.getProperty(column);
            assertThat(reason).as(column).hasSizeGreaterThan(1);
            if (reason.startsWith("sealed"))
                assertThat(columns.get(column)).as(column).isEqualTo("bytea");
        }
    }

    /** Where "sealed" alone is the reason, this test itself must have put a word there. */
    @Test
    void whatIsCalledSealedWasReallyWrittenTo() throws Exception {
        everythingIsWritten();
        var listed = new Properties();
        try (var in = getClass().getResourceAsStream("/plain-columns.properties")) {
            listed.load(new java.io.InputStreamReader(in, StandardCharsets.UTF_8));
        }

        var untouched = new ArrayList<String>();
        try (var connection = TestDatabase.shared().asSuperuser();
                var statement = connection.createStatement()) {
            for (var column : new TreeSet<>(listed.stringPropertyNames())) {
                if (!listed.getProperty(column).equals("sealed")) continue;
                var parts = column.split("\\.");
                try (var rows = statement.executeQuery("select exists (select from cauce.\"" + parts[0]
                        + "\" where length(\"" + parts[1] + "\") > 0)")) {
                    rows.next();
                    if (!rows.getBoolean(1)) untouched.add(column);
                }
            }
        }
        assertThat(untouched).isEmpty();
    }

    private void everythingIsWritten() {
        var officer = acting.someone(Acting.POLICE, Role.FIRST_CONTACT);
        var psychologist = acting.someone(Acting.PSYCHOLOGY, Role.PSYCHOLOGY);
        var direction = acting.someone(Acting.DIRECTION, Role.DIRECTION);
        var ref = registered(officer);
        for (var compartment : Compartment.granted()) {
            var part = officer.does(() -> cases.read(ref, compartment));
            if (part.isEmpty() || compartment == Compartment.CLINICAL || compartment == Compartment.LEGAL) continue;
            officer.runs(() ->
                    cases.save(ref, compartment, words(compartment), part.get().version()));
        }
        officer.runs(() -> risks.assess(ref, new Answers(Map.of("note", word(), "attempted", "YES")), RiskLevel.HIGH));
        officer.runs(() -> drafts.save("register", null, new Answers(Map.of("given", word(), "narrative", word()))));
        var request = new NewReferral(
                ref.id(),
                new mx.gob.jocotepec.cauce.agreement.Counterpart.OfArea(Acting.PSYCHOLOGY),
                "PSYCHOLOGICAL",
                Urgency.NORMAL,
                EnumSet.of(Compartment.IDENTITY, Compartment.FACTS),
                new ConsentBasis.OfTheCase(),
                Sensitive.of(word()),
                Sensitive.of(word()),
                null);
        var referral = ((ReferralOutcome.Sent) officer.does(() -> referrals.send(request))).id();
        psychologist.runs(() -> referrals.accept(referral));
        psychologist.runs(() -> referrals.comment(referral, Sensitive.of(word())));
        var attention =
                scene.recorded(psychologist, AttentionScene.withReserved(ref, Discipline.PSYCHOLOGY, word(), word()));
        var entry = psychologist.does(() -> attentions.ofCase(ref, 0, 1)).getFirst();
        psychologist.runs(() -> attentions.correct(new AttentionCorrection(
                attention,
                entry.version(),
                entry.kind(),
                entry.mode(),
                true,
                entry.startsAt(),
                20,
                Sensitive.of(word()),
                Sensitive.of(word()),
                Sensitive.of(word()))));
        psychologist.runs(() -> referrals.answer(
                referral,
                new Answer(
                        ReferralResult.values()[0],
                        Sensitive.of(word()),
                        Sensitive.of(word()),
                        null,
                        Sensitive.of(word()))));
        var today = LocalDate.now(mx.gob.jocotepec.cauce.shared.Office.ZONE);
        var agreement = ((AgreementOutcome.Saved) direction.does(() -> agreements.register(new AgreementTerms(
                        "CONV-" + System.nanoTime(),
                        new Counterpart.OfArea(Acting.DIF),
                        "Colaboración",
                        Set.of("SHELTER"),
                        new AgreementTerms.Contact(word(), word(), null, null),
                        null,
                        null,
                        today,
                        today.plusYears(1),
                        30))))
                .id();
        assertThat(direction.does(() -> scans.keep(agreement, scan()))).isInstanceOf(ScanOutcome.Kept.class);
    }

    /** A whole PDF with a word in a comment after its first line. */
    private byte[] scan() {
        var pdf = new String(Samples.pdf(), StandardCharsets.ISO_8859_1);
        int firstLine = pdf.indexOf('\n') + 1;
        return (pdf.substring(0, firstLine) + "% " + word() + "\n" + pdf.substring(firstLine))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private CaseRef registered(Acting.Someone officer) {
        var parts = new HashMap<Compartment, Answers>();
        for (var compartment : List.of(
                Compartment.IDENTITY,
                Compartment.CONTACT,
                Compartment.SOCIAL,
                Compartment.FACTS,
                Compartment.AGGRESSOR)) {
            parts.put(compartment, words(compartment));
        }
        var request = new NewCase(null, parts, true, CaseHead.Consent.GIVEN, null, "IN_PERSON");
        return ((RegisterOutcome.Registered) officer.does(() -> cases.register(request))).ref();
    }

    /** A word in each field of a section that takes words. */
    private Answers words(Compartment compartment) {
        var values = new HashMap<String, String>();
        var fields = Sections.of(compartment)
                .flatMap(section -> section.fields().stream())
                .filter(field -> field.type() == Sections.Type.TEXT || field.type() == Sections.Type.NARRATIVE)
                .map(Sections.Field::key)
                .toList();
        fields.forEach(field -> values.put(field, word()));
        return new Answers(values);
    }

    private String word() {
        return CANARY + number++;
    }

    /** Every row of every table as COPY writes it. */
    private static byte[] dump() throws SQLException, IOException {
        var all = new ByteArrayOutputStream();
        try (var connection = TestDatabase.shared().asSuperuser()) {
            var tables = new ArrayList<String>();
            try (var rows = connection
                    .createStatement()
                    .executeQuery("select quote_ident(tablename) from pg_tables where schemaname = 'cauce'")) {
                while (rows.next()) tables.add(rows.getString(1));
            }
            assertThat(tables).hasSizeGreaterThan(20);
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (var table : tables) copy.copyOut("copy cauce." + table + " to stdout", all);
        }
        return all.toByteArray();
    }

    /** The data folder of the server, with the write-ahead log; a server in a container has its files there. */
    private static void inFiles(LiveFolder.Reader reader) throws SQLException, IOException {
        try (var connection = TestDatabase.shared().asSuperuser();
                var statement = connection.createStatement()) {
            statement.execute("checkpoint");
            try (var rows = statement.executeQuery("show data_directory")) {
                rows.next();
                LiveFolder.read(Path.of(rows.getString(1)), reader);
            }
        }
    }

    private static Map<String, String> columns() throws SQLException {
        var found = new HashMap<String, String>();
        try (var connection = TestDatabase.shared().asSuperuser();
                var rows = connection.createStatement().executeQuery("""
                        select c.table_name || '.' || c.column_name, c.data_type from information_schema.columns c
                        join information_schema.tables t using (table_schema, table_name)
                        where c.table_schema = 'cauce' and t.table_type = 'BASE TABLE' and c.table_name !~ '^flyway'
                          and c.data_type in ('text', 'character varying', 'bytea', 'json', 'jsonb', 'xml', 'ARRAY', 'USER-DEFINED')
                        """)) {
            while (rows.next()) found.put(rows.getString(1), rows.getString(2));
        }
        return found;
    }

    /** The word itself, and as COPY and JSON could hide it. */
    private static List<String> found(byte[] content) {
        var ways = new ArrayList<String>();
        var plain = CANARY.getBytes(StandardCharsets.US_ASCII);
        for (var way : List.of(
                CANARY,
                HexFormat.of().formatHex(plain),
                new String(Base64.getEncoder().encode(Arrays.copyOf(plain, 9)), StandardCharsets.US_ASCII))) {
            if (contains(content, way.getBytes(StandardCharsets.US_ASCII))) ways.add(way);
        }
        if (contains(content, CANARY.getBytes(StandardCharsets.UTF_16LE))) ways.add("UTF-16");
        return ways;
    }

    private static boolean contains(byte[] content, byte[] wanted) {
        outer:
        for (int i = 0; i <= content.length - wanted.length; i++) {
            if (content[i] != wanted[0]) continue;
            for (int j = 1; j < wanted.length; j++) if (content[i + j] != wanted[j]) continue outer;
            return true;
        }
        return false;
    }
}

package mx.gob.jocotepec.cauce.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import mx.gob.jocotepec.cauce.attention.AttentionOutcome;
import mx.gob.jocotepec.cauce.attention.AttentionScene;
import mx.gob.jocotepec.cauce.attention.Attentions;
import mx.gob.jocotepec.cauce.attention.Discipline;
import mx.gob.jocotepec.cauce.attention.ReservedAnswer;
import mx.gob.jocotepec.cauce.attention.ReservedKeys;
import mx.gob.jocotepec.cauce.attention.ReservedKeys.State;
import mx.gob.jocotepec.cauce.attention.ReservedNote;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.crypto.PersonalBox;
import mx.gob.jocotepec.cauce.crypto.Place;
import mx.gob.jocotepec.cauce.crypto.Sealed;
import mx.gob.jocotepec.cauce.crypto.Sealer;
import mx.gob.jocotepec.cauce.database.TestDatabase;
import mx.gob.jocotepec.cauce.shared.AttentionId;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A reserved note opens with what its reader knows. The server, with all its keys and the whole database, is not enough. */
@SpringBootTest
@Import({Acting.class, AttentionScene.class})
class Threat05ReservedNotesTests {
    private static final String NOTE = "Ideación que solo conoce su psicóloga: canario reservado";

    @Autowired
    Attentions attentions;

    @Autowired
    ReservedKeys keys;

    @Autowired
    AttentionScene scene;

    @Autowired
    Acting acting;

    @Autowired
    Sealer sealer;

    @Autowired
    PersonalBox box;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    Acting.Someone psychologist;
    CaseRef ref;
    AttentionId id;

    @BeforeEach
    void aReservedNote() {
        var officer = acting.someone(Acting.POLICE, Role.FIRST_CONTACT);
        psychologist = acting.someone(Acting.PSYCHOLOGY, Role.PSYCHOLOGY);
        ref = scene.caseOf(officer);
        scene.share(officer, ref, Acting.PSYCHOLOGY);
        id = scene.recorded(psychologist, AttentionScene.withReserved(ref, Discipline.PSYCHOLOGY, "Sesión.", NOTE));
    }

    @Test
    void herPasswordOpensIt() {
        assertThat(opened(acting.again(psychologist, Acting.PASSWORD))).containsExactly(NOTE);
    }

    @Test
    void keyRingAndDatabaseTogetherDoNotOpenIt() throws SQLException {
        var place = new Place("attention_reserved", id.value(), Compartment.RESERVED);
        var content = sealer.open(
                place,
                row("select wrapped_key, sealed from cauce.attention_reserved where attention_id = ?", id.value()));

        assertThat(box.isClosed(content)).isTrue();
        assertThat(new String(content, StandardCharsets.ISO_8859_1)).doesNotContain("canario");
        try (var connection = TestDatabase.shared().asSuperuser();
                var query = connection.prepareStatement("""
                        select l.key_id, l.salt, l.content from cauce.note_wrap w join cauce.personal_key_lock l on l.key_id = w.key_id
                        where w.attention_id = ? and l.kind = 'PASSWORD'""")) {
            query.setObject(1, id.value());
            try (var rows = query.executeQuery()) {
                assertThat(rows.next()).isTrue();
                do {
                    var lock = new PersonalBox.Lock(rows.getBytes(2), rows.getBytes(3));
                    var key = rows.getObject(1, UUID.class);
                    assertThat(box.open(key, lock, "otra contraseña cualquiera".toCharArray()))
                            .isEmpty();
                    assertThat(box.open(UUID.randomUUID(), lock, Acting.PASSWORD.toCharArray()))
                            .isEmpty();
                } while (rows.next());
            }
        }
    }

    @Test
    void aPasswordSetByTheAdministrationDoesNotOpenItAndTheRecoveryKeyDoes() {
        var printed = psychologist.does(() -> keys.makeRecoveryKey()).orElseThrow();
        var reset = acting.again(psychologist, "puesta por administración");

        assertThat(reset.does(() -> keys.standing())).isEqualTo(new ReservedKeys.Standing(State.LOCKED, true, false));
        assertThat(reset.does(() -> attentions.reserved(id))).isEqualTo(new ReservedAnswer.Locked());
        assertThat(reset.does(() ->
                        keys.recover(Sensitive.of("ABCD-" + printed.reveal().substring(5)))))
                .isFalse();

        assertThat(reset.does(() -> keys.recover(Sensitive.of(
                        printed.reveal().toLowerCase(java.util.Locale.ROOT).replace('-', ' ')))))
                .isTrue();

        assertThat(opened(reset)).containsExactly(NOTE);
        assertThat(opened(acting.again(psychologist, "puesta por administración")))
                .containsExactly(NOTE);
    }

    @Test
    void withoutRecoveryKeySheBeginsAnewAndAColleagueGivesHerAccess() throws SQLException {
        var colleague = acting.someone(Acting.PSYCHOLOGY, Role.PSYCHOLOGY);
        psychologist.runs(() -> keys.give(ref.id()));
        var reset = acting.again(psychologist, "puesta por administración");
        assertThat(reset.does(() -> keys.startAnew())).isTrue();
        assertThat(reset.does(() -> attentions.reserved(id))).isInstanceOf(ReservedAnswer.NotGiven.class);

        assertThat(colleague.does(() -> keys.waiting(ref.id()))).contains(name(reset));
        assertThat(colleague.does(() -> keys.give(ref.id()))).isOne();

        assertThat(opened(reset)).containsExactly(NOTE);
    }

    @Test
    void aColleagueWhoCameLaterOpensItOnlyWhenSomebodyGivesHerAccess() {
        var later = acting.someone(Acting.PSYCHOLOGY, Role.PSYCHOLOGY);
        assertThat(later.does(() -> attentions.reserved(id))).isInstanceOf(ReservedAnswer.NotGiven.class);
        assertThat(later.does(() -> keys.give(ref.id()))).isZero();

        assertThat(psychologist.does(() -> keys.give(ref.id()))).isOne();

        assertThat(opened(later)).containsExactly(NOTE);
    }

    @Test
    void givingAccessStandsInTheTrailOfTheCaseSoThatAWallHidesIt() throws SQLException {
        psychologist.runs(() -> keys.give(ref.id()));

        assertThat(count("""
                        select count(*) from cauce.trail_entry where action = 'RESERVED_NOTES_GIVEN' and person_id is not null
                          and case_id = ?""", ref.id().value())).isOne();
    }

    @Test
    void herNewVersionIsForTheSameReadersAndTheEarlierOneStays() {
        var entry = psychologist.does(() -> attentions.ofCase(ref, 0, 1)).getFirst();
        var outcome =
                psychologist.does(() -> attentions.correct(new mx.gob.jocotepec.cauce.attention.AttentionCorrection(
                        id,
                        entry.version(),
                        entry.kind(),
                        entry.mode(),
                        true,
                        entry.startsAt(),
                        30,
                        entry.note(),
                        Sensitive.of("Segunda."),
                        Sensitive.of("Faltaba."))));

        assertThat(outcome).isInstanceOf(AttentionOutcome.Saved.class);
        assertThat(opened(psychologist)).containsExactly("Segunda.", NOTE);
    }

    @Test
    void aPublicKeyExchangedInTheDatabaseGetsNothingAndIsTold() throws SQLException {
        var colleague = acting.someone(Acting.PSYCHOLOGY, Role.PSYCHOLOGY);
        var attacker = box.fresh();
        UUID key;
        try (var connection = TestDatabase.shared().asSuperuser();
                var update = connection.prepareStatement(
                        "update cauce.personal_key set public_key = ? where staff_id = ? returning id")) {
            update.setBytes(1, attacker.publicKey());
            update.setObject(2, colleague.id().value());
            try (var rows = update.executeQuery()) {
                rows.next();
                key = rows.getObject(1, UUID.class);
            }
        }

        psychologist.runs(() -> keys.give(ref.id()));

        assertThat(count("select count(*) from cauce.note_wrap where key_id = ?", key))
                .isZero();
        assertThat(count("select count(*) from cauce.trail_entry where action = 'SEAL_BROKEN' and subject = ?", key))
                .isPositive();
    }

    @Test
    void anOlderNoteIsClosedWhenItsAuthorSignsInAndNoOpenVersionStaysBehind() throws SQLException {
        makeOlder();
        assertThat(opened(psychologist)).containsExactly(NOTE);
        var colleague = acting.someone(Acting.PSYCHOLOGY, Role.PSYCHOLOGY);
        assertThat(opened(colleague)).containsExactly(NOTE);

        assertThat(colleague.does(() -> keys.closeOlder())).isZero();
        assertThat(psychologist.does(() -> keys.closeOlder())).isOne();

        keyRingAndDatabaseTogetherDoNotOpenIt();
        assertThat(count("select count(*) from cauce.attention_reserved_past where attention_id = ?", id.value()))
                .isZero();
        assertThat(opened(psychologist)).containsExactly(NOTE);
        assertThat(opened(colleague)).containsExactly(NOTE);
    }

    @Test
    void itsAuthorReplacesItNoMoreWhereTheCaseIsOutOfHerReach() throws SQLException {
        makeOlder();
        try (var connection = TestDatabase.shared().asSuperuser();
                var end = connection.createStatement()) {
            end.execute("update cauce.case_grant set until_at = now() where case_id = '" + ref.id()
                    + "' and audience = '" + Acting.PSYCHOLOGY + "'");
        }

        int version = count("select version from cauce.attention_reserved where attention_id = ?", id.value());
        var lies = row("select wrapped_key, sealed from cauce.attention_reserved where attention_id = ?", id.value())
                .ciphertext();

        Boolean replaced = psychologist.does(
                () -> transaction.execute(status -> jdbc.sql("select reseal_reserved(?, ?, ?, cast('x' as bytea))")
                        .params(id.value(), version, lies)
                        .query(Boolean.class)
                        .single()));

        assertThat(replaced).isFalse();
    }

    @Test
    void whatIsHalfWrittenLiesInTheDraftForHerOnly() {
        var subject = UUID.randomUUID();
        var hidden = psychologist.does(() -> keys.hide(subject, NOTE));

        assertThat(hidden).isNotEmpty().doesNotContain("canario");
        assertThat(psychologist.does(() -> keys.show(subject, hidden))).contains(NOTE);
        var reset = acting.again(psychologist, "puesta por administración");
        assertThat(reset.does(() -> keys.show(subject, hidden))).isEmpty();
    }

    @Test
    void nobodyReadsTheLocksOfOthersNorWrapsForANoteOutOfReach() {
        var lawyer = acting.someone(Acting.LEGAL, Role.LEGAL);
        var admin = acting.someone(Acting.SYSTEMS, Role.ADMINISTRATION);

        for (var other : List.of(lawyer, admin)) {
            assertThat(sees(other, "personal_key_lock where staff_id <> '" + other.id() + "'"))
                    .isZero();
            assertThat(sees(other, "note_wrap")).isZero();
            assertThat(sees(other, "reserved_readers('" + ref.id() + "', 'PSYCHOLOGY')"))
                    .isZero();
            assertThatThrownBy(() -> other.runs(() -> transaction.executeWithoutResult(status -> jdbc.sql("""
                            insert into note_wrap select ?, k.id, ?, ?, 'x', ?, now() from personal_key k limit 1""")
                            .params(
                                    id.value(),
                                    ref.id().value(),
                                    ref.person().value(),
                                    other.id().value())
                            .update())))
                    .rootCause()
                    .hasMessageContaining("row-level security");
        }
    }

    /** As it lay before there were personal keys: under the ring alone. */
    private void makeOlder() throws SQLException {
        var place = new Place("attention_reserved", id.value(), Compartment.RESERVED);
        var sealed = sealer.sealText(place, NOTE);
        try (var connection = TestDatabase.shared().asSuperuser()) {
            connection.createStatement().execute("delete from cauce.note_wrap where attention_id = '" + id + "'");
            try (var update = connection.prepareStatement(
                    "update cauce.attention_reserved set wrapped_key = ?, sealed = ? where attention_id = ?")) {
                update.setBytes(1, sealed.wrappedKey());
                update.setBytes(2, sealed.ciphertext());
                update.setObject(3, id.value());
                update.executeUpdate();
            }
            connection
                    .createStatement()
                    .execute("delete from cauce.attention_reserved_past where attention_id = '" + id + "'");
        }
    }

    private List<String> opened(Acting.Someone reader) {
        var answer = reader.does(() -> attentions.reserved(id));
        assertThat(answer).isInstanceOf(ReservedAnswer.Opened.class);
        return ((ReservedAnswer.Opened) answer)
                .notes().stream().map(ReservedNote::text).map(Sensitive::reveal).toList();
    }

    private int sees(Acting.Someone someone, String what) {
        return someone.does(() -> transaction.execute(status ->
                jdbc.sql("select count(*) from " + what).query(Integer.class).single()));
    }

    private static Sealed row(String query, UUID id) throws SQLException {
        try (var connection = TestDatabase.shared().asSuperuser();
                var statement = connection.prepareStatement(query)) {
            statement.setObject(1, id);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return new Sealed(rows.getBytes(1), rows.getBytes(2));
            }
        }
    }

    private static int count(String query, UUID id) throws SQLException {
        try (var connection = TestDatabase.shared().asSuperuser();
                var statement = connection.prepareStatement(query)) {
            statement.setObject(1, id);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private static String name(Acting.Someone someone) throws SQLException {
        try (var connection = TestDatabase.shared().asSuperuser();
                var query = connection.prepareStatement("select display_name from cauce.staff_account where id = ?")) {
            query.setObject(1, someone.id().value());
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}

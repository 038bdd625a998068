package mx.gob.jocotepec.cauce.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import mx.gob.jocotepec.cauce.attention.AttentionScene;
import mx.gob.jocotepec.cauce.attention.Discipline;
import mx.gob.jocotepec.cauce.casefile.CaseClosing;
import mx.gob.jocotepec.cauce.casefile.CaseFiles;
import mx.gob.jocotepec.cauce.casefile.CaseHead;
import mx.gob.jocotepec.cauce.casefile.CaseLists;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.casefile.Walls;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.files.Samples;
import mx.gob.jocotepec.cauce.oversight.EmergencyAccess;
import mx.gob.jocotepec.cauce.oversight.EmergencyOutcome;
import mx.gob.jocotepec.cauce.person.SaveOutcome;
import mx.gob.jocotepec.cauce.rights.Erasures.Outcome;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.Folio;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.Acting.Someone;
import mx.gob.jocotepec.cauce.staff.NotFreshException;
import mx.gob.jocotepec.cauce.staff.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/** Closed, blocked, erased by two persons, and it stays so. */
@SpringBootTest
@Import({Acting.class, AttentionScene.class, RightsScene.class})
class ErasureTests {
    @Autowired
    Blocks blocks;

    @Autowired
    Erasures erasures;

    @Autowired
    EmergencyAccess emergencies;

    @Autowired
    CaseFiles cases;

    @Autowired
    CaseLists lists;

    @Autowired
    TombstoneKeeper keeper;

    @Autowired
    CaseClosing closing;

    @Autowired
    Walls walls;

    @Autowired
    ArcoRequests requests;

    @Autowired
    RightsDocuments documents;

    @Autowired
    TombstoneFile tombstones;

    @Autowired
    Acting acting;

    @Autowired
    AttentionScene attentions;

    @Autowired
    RightsScene scene;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Someone clerk;
    private Someone director;
    private Someone second;
    private CaseRef ref;

    @BeforeEach
    void aClosedCase() {
        clerk = acting.someone(Acting.DIF, Role.FIRST_CONTACT);
        director = acting.someone(Acting.DIRECTION, Role.DIRECTION);
        second = acting.someone(Acting.area(18), Role.TRANSPARENCY);
        ref = scene.caseOf(clerk);
        attentions.recorded(clerk, AttentionScene.walkIn(ref, Discipline.FIRST_CONTACT, "Se escuchó."));
        // a second version, so that the past holds a copy
        clerk.does(() ->
                cases.save(ref, Compartment.FACTS, new Answers(Map.of("place", "Casa", "types", "PSYCHOLOGICAL")), 0));
        scene.close(ref);
    }

    @Test
    void aBlockedCaseIsSeenByNobodyUntilTheDireccionOpensItAndSaysWhy() {
        assertThat(director.<Boolean>does(() -> blocks.block(ref, BlockedCase.Why.RETENTION)))
                .isTrue();

        assertThat(opens(clerk)).isFalse();
        assertThat(opens(director)).isFalse();
        assertThat(director.<Boolean>does(() -> blocks.open(ref, BlockedCase.Opening.COURT)))
                .isTrue();
        assertThat(opens(director)).isTrue();
        assertThat(opens(clerk)).isFalse();
        assertThat(entries("CASE_BLOCKED_OPENED", "why=COURT")).isOne();
    }

    /** Else one person alone makes a case that is alive vanish from everybody. */
    @Test
    void whoClosedItDoesNotBlockItAlone() {
        var open = scene.caseOf(clerk);
        director.does(() -> closing.close(open, "PLAN_MET", false));

        assertThat(director.<Boolean>does(() -> blocks.block(open, BlockedCase.Why.RETENTION)))
                .isFalse();

        assertThatThrownBy(() -> director.runs(
                        () -> transaction.executeWithoutResult(status -> jdbc.sql("select block_case(?, 'RETENTION')")
                                .param(open.id().value())
                                .query((row, n) -> "")
                                .list())))
                .rootCause()
                .hasMessageContaining("not a closed case of the actor");
        assertThat(clerk.does(() -> cases.head(open.id()))).isPresent();
    }

    @Test
    void theHoursOpeningReadsAndChangesNothing() {
        director.runs(() -> blocks.block(ref, BlockedCase.Why.RETENTION));
        director.runs(() -> blocks.open(ref, BlockedCase.Opening.COURT));
        var facts = director.does(() -> cases.read(ref, Compartment.FACTS)).orElseThrow();

        assertThat(director.does(() -> cases.reopen(ref))).isFalse();
        assertThat(director.does(() -> cases.consent(ref, CaseHead.Consent.REFUSED, false)))
                .isFalse();
        assertThat(director.does(() -> cases.save(
                        ref, Compartment.FACTS, facts.answers().with(Map.of("place", "Otra")), facts.version())))
                .isNotInstanceOf(SaveOutcome.Saved.class);
        assertThat(director.does(() -> walls.raise(ref, clerk.id(), Walls.Reason.OTHER)))
                .isEqualTo(Walls.Raised.NOT_RAISED);
        assertThat(director.does(() -> count("select count(*) from attention where case_id = ?")))
                .as("and it reads what was done")
                .isOne();
        for (var change : List.of(
                "update case_file set status = 'REGISTERED' where id = ?",
                "update case_part set version = version + 1 where case_id = ?",
                "update person set version = version + 1 where id = (select person_id from case_file where id = ?)",
                "update attention set version = version + 1 where case_id = ?")) {
            assertThat(director.does(() -> changed(change))).as(change).isZero();
        }
        assertThatThrownBy(() -> director.does(() -> changed(
                        "insert into case_event (id, case_id, person_id, at, by_staff, by_area, kind) select gen_random_uuid(), id, person_id,"
                                + " now(), (actor()).staff, (actor()).area, 'NOTE' from case_file where id = ?")))
                .isInstanceOf(DataAccessException.class);
    }

    private int changed(String statement) {
        return java.util.Objects.requireNonNull(transaction.execute(
                status -> jdbc.sql(statement).param(ref.id().value()).update()));
    }

    private int count(String query) {
        return java.util.Objects.requireNonNull(transaction.execute(status ->
                jdbc.sql(query).param(ref.id().value()).query(Integer.class).single()));
    }

    @Test
    void unblockingGivesItBackToThoseWhoHadIt() {
        director.runs(() -> blocks.block(ref, BlockedCase.Why.RETENTION));

        assertThat(director.<Boolean>does(() -> blocks.unblock(ref))).isTrue();

        assertThat(opens(clerk)).isTrue();
        assertThat(opens(director)).isTrue();
    }

    @Test
    void unblockingGivesNothingBackThatWasToEndAnyway() {
        RightsScene.superuser("update case_grant set until_at = now() + interval '3 days' where case_id = '" + ref.id()
                + "' and audience = '" + Acting.DIF + "'");
        director.runs(() -> blocks.block(ref, BlockedCase.Why.RETENTION));

        director.runs(() -> blocks.unblock(ref));

        assertThat(opens(clerk)).isFalse();
        assertThat(opens(director)).isTrue();
    }

    @Test
    void anEmergencyFindsABlockedCaseAsLittleAsAnUnknownOne() {
        var officer = acting.someone(Acting.POLICE, Role.FIRST_CONTACT);
        director.runs(() -> blocks.block(ref, BlockedCase.Why.RETENTION));

        var outcome = officer.does(() ->
                emergencies.open(Sensitive.of(ref.folio()), Sensitive.of("Llamada al 911, vecinos oyen gritos ahora")));

        assertThat(outcome).isEqualTo(new EmergencyOutcome.Refused(EmergencyOutcome.Reason.NOTHING));
    }

    @Test
    void whoUnblocksProvesHerselfFirst() {
        director.runs(() -> blocks.block(ref, BlockedCase.Why.RETENTION));
        RightsScene.superuser("update staff_session set proved_at = now() - interval '1 hour' where staff_id = '"
                + director.id() + "'");

        assertThatThrownBy(() -> director.does(() -> blocks.unblock(ref))).isInstanceOf(NotFreshException.class);
        assertThat(opens(clerk)).isFalse();
    }

    @Test
    void anOpenCaseIsNotBlockedAndABlockedOneTakesNoGrant() {
        var open = scene.caseOf(clerk);

        assertThat(director.<Boolean>does(() -> blocks.block(open, BlockedCase.Why.RETENTION)))
                .isFalse();

        director.runs(() -> blocks.block(ref, BlockedCase.Why.RETENTION));
        assertThatThrownBy(() -> RightsScene.superuser(
                        "insert into case_grant (id, case_id, person_id, audience, audience_kind, compartments, source, from_at)"
                                + " values (gen_random_uuid(), '" + ref.id() + "', '" + ref.person() + "', '"
                                + Acting.DIF + "', 'AREA', '{IDENTITY}', 'BREAK_GLASS', now())"))
                .hasStackTraceContaining("the case is blocked");
    }

    @Test
    void onePersonAloneErasesNothing() {
        var erasure = proposed();

        assertThat(director.does(() -> erasures.confirm(erasure))).isEqualTo(Outcome.SAME_PERSON);
        assertThat(RightsScene.stillSealed(ref)).isNotEmpty();
        assertThatThrownBy(() -> clerk.does(() -> erasures.confirm(erasure))).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void withoutAProposalOrWithAWithdrawnOneNothingIsErased() {
        assertThat(director.does(() -> erasures.propose(ref.id(), BlockedCase.Ground.ORDER, null)))
                .as("not blocked")
                .isEqualTo(Outcome.NOT_POSSIBLE);
        var erasure = proposed();
        director.runs(() -> erasures.withdraw(erasure));

        assertThat(second.does(() -> erasures.confirm(erasure))).isEqualTo(Outcome.NOT_POSSIBLE);
        assertThat(RightsScene.stillSealed(ref)).isNotEmpty();
    }

    @Test
    void whoLeftTheSeatLongAgoProvesHerselfFirst() {
        var erasure = proposed();
        RightsScene.superuser("update staff_session set proved_at = now() - interval '1 hour' where staff_id = '"
                + second.id() + "'");

        assertThatThrownBy(() -> second.does(() -> erasures.confirm(erasure))).isInstanceOf(NotFreshException.class);
        assertThat(RightsScene.stillSealed(ref)).isNotEmpty();
    }

    @Test
    void theDatabaseItselfWantsASecondPerson() {
        proposed();

        assertThatThrownBy(() -> RightsScene.superuser(
                        "update erasure set confirmed_by = proposed_by where case_id = '" + ref.id() + "'"))
                .hasStackTraceContaining("check constraint");
    }

    @Test
    void twoPersonsDestroyEveryKeyInEveryTableAndTheCountsStay() {
        assertThat(RightsScene.stillSealed(ref))
                .contains(
                        "attention.wrapped_key",
                        "case_part.wrapped_key",
                        "case_part_past.wrapped_key",
                        "person_part.wrapped_key");

        assertThat(second.does(() -> erasures.confirm(proposed()))).isEqualTo(Outcome.DONE);

        assertThat(RightsScene.stillSealed(ref)).isEmpty();
        assertThat(RightsScene.list("select 1 from person_phone where person_id = '" + ref.person() + "'"))
                .isEmpty();
        assertThat(RightsScene.list(
                        "select 1 from person where curp_index is not null and id = '" + ref.person() + "'"))
                .isEmpty();
        assertThat(RightsScene.list("select violence_types[1] from case_file where id = '" + ref.id() + "'"))
                .containsExactly("PSYCHOLOGICAL");
        assertThat(RightsScene.list("select whole_person::text from tombstone where case_id = '" + ref.id() + "'"))
                .containsExactly("true");
        assertThat(entries("CASE_ERASED", "whole=true")).isOne();
        assertThat(director.<Boolean>does(() -> blocks.open(ref, BlockedCase.Opening.COURT)))
                .isFalse();
        assertThat(director.<Integer>does(() -> lists.search("Marta Ibarra", 0, 200).stream()
                        .filter(line -> line.ref().equals(ref))
                        .toList()
                        .size()))
                .isZero();
    }

    @Test
    void whatARestoredBackupBringsBackIsErasedAgainAtTheStart() throws Exception {
        var tables = RightsScene.list("select distinct name from erasable() where name !~ '^rights' order by 1");
        var erasure = proposed();
        for (var table : tables)
            RightsScene.superuser(
                    "create schema if not exists kept",
                    "drop table if exists kept." + table,
                    "create table kept." + table + " as select * from " + table);
        try {
            second.does(() -> erasures.confirm(erasure));
            assertThat(tombstones.read().tombstones())
                    .contains(new TombstoneFile.Tombstone(
                            ref.id().value(), ref.person().value()));
            for (var table : tables) restore(table);
            RightsScene.superuser(
                    "delete from tombstone where case_id = '" + ref.id() + "'",
                    "update erasure set confirmed_at = null, confirmed_by = null where case_id = '" + ref.id() + "'");
            assertThat(RightsScene.stillSealed(ref)).isNotEmpty();

            keeper.start();

            assertThat(RightsScene.stillSealed(ref)).isEmpty();
            assertThat(RightsScene.list("select 1 from tombstone where case_id = '" + ref.id() + "'"))
                    .hasSize(1);
            assertThat(RightsScene.list("select 1 from trail_entry where action = 'CASE_ERASED_AGAIN' and case_id = '"
                            + ref.id() + "'"))
                    .hasSize(1);
            keeper.start();
            assertThat(RightsScene.list("select 1 from trail_entry where action = 'CASE_ERASED_AGAIN' and case_id = '"
                            + ref.id() + "'"))
                    .as("once is enough")
                    .hasSize(1);
            RightsScene.superuser(
                    "update erasure set withdrawn_at = now(), withdrawn_by = proposed_by where case_id = '" + ref.id()
                            + "'");
            assertThat(director.<Boolean>does(() -> blocks.unblock(ref)))
                    .as("what is gone is given back to nobody")
                    .isFalse();
        } finally {
            RightsScene.superuser("drop schema if exists kept cascade");
        }
    }

    /** The rows of this case as they were when they were copied. */
    private void restore(String table) {
        var key = RightsScene.list("select key from erasable() where name = '" + table + "'")
                .getFirst();
        var id = key.equals("case_id") ? ref.id().value() : ref.person().value();
        RightsScene.superuser(
                "alter table " + table + " disable trigger user",
                "set session_replication_role = replica",
                "delete from " + table + " where " + key + " = '" + id + "'",
                "insert into " + table + " select * from kept." + table + " where " + key + " = '" + id + "'",
                "alter table " + table + " enable trigger user");
    }

    @Test
    void onlyTheSystemErasesAgain() {
        assertThatThrownBy(() ->
                        director.runs(() -> transaction.executeWithoutResult(status -> jdbc.sql("select erase_again(?)")
                                .param(ref.id().value())
                                .query(Boolean.class)
                                .single())))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("only the system");
    }

    @Test
    void aDirectorKeptAwayFromHerNeitherBlocksNorConfirms() {
        var erasure = proposed();
        var kept = acting.someone(Acting.DIRECTION, Role.DIRECTION);
        RightsScene.superuser(
                "insert into case_exclusion (id, case_id, person_id, staff_id, reason, from_at, created_by) values"
                        + " (gen_random_uuid(), '" + ref.id() + "', '" + ref.person() + "', '" + kept.id()
                        + "', 'RELATIVE', now(), '"
                        + director.id() + "')");

        assertThat(kept.does(() -> erasures.confirm(erasure))).isEqualTo(Outcome.NOT_POSSIBLE);
        assertThat(kept.<List<BlockedCase>>does(() -> blocks.list()))
                .noneMatch(blocked -> blocked.ref().equals(ref));
        assertThat(kept.<Boolean>does(() -> blocks.open(ref, BlockedCase.Opening.ARCO)))
                .isFalse();
    }

    @Test
    void whatWasReceivedForARequestWithoutAFolioIsErasedWithIt() throws Exception {
        var request = answered(null);
        director.runs(() -> blocks.block(ref, BlockedCase.Why.CANCELLATION));
        assertThat(director.does(() -> erasures.propose(ref.id(), BlockedCase.Ground.CANCELLATION, request)))
                .isEqualTo(Outcome.DONE);
        assertThat(sealedOf(request)).containsExactly("document", "request");

        second.runs(() -> erasures.confirm(open()));

        assertThat(sealedOf(request)).isEmpty();
        assertThat(tombstones.read().tombstones())
                .contains(new TombstoneFile.Tombstone(request, ref.person().value()));
        // a backup from before brings it back
        RightsScene.superuser(
                "update rights_request set wrapped_key = '\\x01', sealed = '\\x02' where id = '" + request + "'");
        keeper.start();
        assertThat(sealedOf(request)).isEmpty();
    }

    @Test
    void aRequestOfAnotherWomanOrOneThatWaitsForItsAnswerIsNotErased() {
        var other = scene.caseOf(clerk);
        var hers = answered(other.folio());
        var waiting = received(null);
        director.runs(() -> blocks.block(ref, BlockedCase.Why.CANCELLATION));

        for (var request : List.of(hers, waiting, UUID.randomUUID())) {
            assertThat(director.does(() -> erasures.propose(ref.id(), BlockedCase.Ground.CANCELLATION, request)))
                    .isEqualTo(Outcome.NOT_POSSIBLE);
            assertThatThrownBy(() -> director.does(
                            () -> changed("insert into erasure (id, case_id, person_id, folio, reason, request_id,"
                                    + " proposed_at, proposed_by) select gen_random_uuid(), case_id, person_id, folio, 'CANCELLATION', '"
                                    + request
                                    + "', now(), (actor()).staff from case_block where case_id = ?")))
                    .isInstanceOf(DataAccessException.class);
        }
    }

    private UUID received(@Nullable String folio) {
        var made = (ArcoOutcome.Done) director.does(() -> requests.receive(new NewArcoRequest(
                ArcoRequest.Kind.CANCELLATION,
                ArcoRequest.Requester.HOLDER,
                ArcoRequest.Identified.INE,
                folio == null ? null : Folio.parse(folio).orElseThrow(),
                Sensitive.of("Marta Ibarra"),
                Sensitive.of("En persona"),
                Sensitive.of("Que borren todo."))));
        return made.id();
    }

    private UUID answered(@Nullable String folio) {
        var id = received(folio);
        assertThat(director.does(() -> documents.keep(id, Samples.pdf()))).isEmpty();
        assertThat(director.does(() -> requests.answer(id, 0, ArcoRequest.Answer.GRANTED, Sensitive.of("Procede."))))
                .isInstanceOf(ArcoOutcome.Done.class);
        return id;
    }

    private static List<String> sealedOf(UUID request) {
        return RightsScene.list("select 'request' from rights_request where id = '" + request
                + "' and sealed is not null union select 'document' from rights_document where request_id = '" + request
                + "' and sealed is not null order by 1");
    }

    /** A new table with something sealed is either erased with the case or stands here with its reason. */
    @Test
    void everySealedColumnIsErasedOrNamedHere() {
        assertThat(RightsScene.list("""
                select distinct c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.atttypid = 'bytea'::regtype
                  and not a.attisdropped and a.attnum > 0
                where c.relnamespace = 'cauce'::regnamespace and c.relkind = 'r'
                  and c.relname not in (select name from erasable()) order by 1"""))
                .containsExactlyInAnyOrder(
                        "agreement", // its contact, of institutions
                        "agreement_scan", // of institutions
                        "breach", // of no single person
                        "context_key",
                        "draft", // deleted
                        "export_request", // its file, set to nothing where she stands in it
                        "invitation", // a hash
                        "person", // the index of the CURP, set to nothing
                        "person_phone", // deleted
                        "personal_key", // of the staff
                        "personal_key_lock", // of the staff
                        "recovery_code", // of the staff, hashes
                        "staff_curp", // of the staff
                        "staff_passkey", // of the staff
                        "staff_totp", // of the staff
                        "trail_entry", // hashes
                        "trail_head");
    }

    private UUID proposed() {
        director.runs(() -> blocks.block(ref, BlockedCase.Why.CANCELLATION));
        assertThat(director.does(() -> erasures.propose(ref.id(), BlockedCase.Ground.CANCELLATION, null)))
                .isEqualTo(Outcome.DONE);
        return open();
    }

    private UUID open() {
        return director.does(() -> blocks.list()).stream()
                .filter(blocked -> blocked.ref().equals(ref))
                .map(blocked ->
                        java.util.Objects.requireNonNull(blocked.erasure()).id())
                .findFirst()
                .orElseThrow();
    }

    private boolean opens(Someone who) {
        return who.does(
                () -> cases.findByFolio(Folio.parse(ref.folio()).orElseThrow()).isPresent());
    }

    private int entries(String action, String detail) {
        return RightsScene.list("select 1 from trail_entry where action = '" + action + "' and case_id = '" + ref.id()
                        + "' and detail = '" + detail + "'")
                .size();
    }
}

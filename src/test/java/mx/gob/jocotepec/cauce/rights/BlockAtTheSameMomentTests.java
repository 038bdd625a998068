package mx.gob.jocotepec.cauce.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.Acting.Someone;
import mx.gob.jocotepec.cauce.staff.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A case is blocked while somebody opens it to an area: whoever comes first, nobody holds it afterwards. */
@SpringBootTest
@Import({Acting.class, RightsScene.class})
class BlockAtTheSameMomentTests {
    /** The common pool has one thread on a small machine. */
    private static final Executor THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    Blocks blocks;

    @Autowired
    Acting acting;

    @Autowired
    RightsScene scene;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Someone clerk;
    private Someone director;
    private CaseRef ref;

    @BeforeEach
    void aClosedCase() {
        clerk = acting.someone(Acting.DIF, Role.FIRST_CONTACT);
        director = acting.someone(Acting.DIRECTION, Role.DIRECTION);
        ref = scene.caseOf(clerk);
        scene.close(ref);
        assertThat(openGrants()).isNotZero();
    }

    @Test
    void whatIsOpenedWhileABlockIsUnderWayIsRefused() throws Exception {
        var first = new Held(() -> director.runs(() -> blocks.block(ref, BlockedCase.Why.RETENTION)), director);
        var second = CompletableFuture.runAsync(() -> clerk.runs(this::grant), THREADS);
        awaitSomebodyWaiting();
        first.commit();

        assertThatThrownBy(() -> second.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .hasStackTraceContaining("the case is blocked");
        assertThat(openGrants()).isZero();
    }

    @Test
    void whatWasOpenedAMomentBeforeIsShutWithTheRest() throws Exception {
        var first = new Held(this::grant, clerk);
        var second = CompletableFuture.runAsync(
                () -> director.runs(() -> blocks.block(ref, BlockedCase.Why.RETENTION)), THREADS);
        awaitSomebodyWaiting();
        first.commit();
        second.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

        assertThat(openGrants()).isZero();
    }

    /** Work done in a transaction that stays open until it is told to commit. */
    private final class Held {
        private final CountDownLatch done = new CountDownLatch(1);
        private final CountDownLatch go = new CountDownLatch(1);
        private final CompletableFuture<Void> work;

        Held(Runnable what, Someone by) throws InterruptedException {
            work = CompletableFuture.runAsync(
                    () -> by.runs(() -> transaction.executeWithoutResult(status -> {
                        what.run();
                        done.countDown();
                        await(go);
                    })),
                    THREADS);
            assertThat(done.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }

        void commit() throws Exception {
            go.countDown();
            work.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void grant() {
        transaction.executeWithoutResult(status ->
                jdbc.sql("""
                        insert into case_grant (id, case_id, person_id, audience, audience_kind, compartments, source, from_at, granted_by)
                        values (gen_random_uuid(), ?, ?, actor_area(), 'AREA', '{CONTACT,IDENTITY}', 'REGISTERED', now(), actor_staff())""").params(ref.id().value(), ref.person().value()).update());
    }

    private static void awaitSomebodyWaiting() throws InterruptedException {
        var until = Instant.now().plus(PATIENCE);
        while (RightsScene.list("select 1 from pg_locks where locktype = 'advisory' and classid = 7343 and not granted")
                .isEmpty()) {
            assertThat(Instant.now()).isBefore(until);
            Thread.sleep(20);
        }
    }

    private int openGrants() {
        return RightsScene.list("select 1 from case_grant where case_id = '" + ref.id()
                        + "' and (until_at is null or until_at > clock_timestamp())")
                .size();
    }
}

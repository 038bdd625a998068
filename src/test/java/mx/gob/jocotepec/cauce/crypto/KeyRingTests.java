package mx.gob.jocotepec.cauce.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import mx.gob.jocotepec.cauce.database.OwnerConnection;
import mx.gob.jocotepec.cauce.database.SqlWork;
import org.junit.jupiter.api.Test;

class KeyRingTests {
    /** The example of RFC 9562, appendix A.6: it was made at {@link #FIRST_DAY}. */
    private static final String ID = "017f22e2-79b0-7cc3-98c4-dc0c0c07398f";

    private static final Instant FIRST_DAY = Instant.parse("2022-02-22T19:22:22Z");
    private static final Instant LATER = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void aRingThatWasKeptKeepsEveryKeyAndGetsWhatItLacks() throws GeneralSecurityException {
        var kept = new HashMap<>(KeyRing.fresh().entries());
        kept.keySet().removeIf(name -> name.endsWith("REFERRAL") || name.equals("mac-personal"));

        var completed = KeyRing.completed(kept);

        assertThat(completed.entries()).containsAllEntriesOf(kept).containsKeys("seal-REFERRAL", "mac-personal");
        assertThat(KeyRing.completed(completed.entries()).entries()).isEqualTo(completed.entries());
        assertThat(completed.id()).isEqualTo(kept.get("id"));
    }

    @Test
    void noTwoKeysOfAFreshRingAreTheSameNorThoseOfTwoRings() throws GeneralSecurityException {
        var seen = new HashSet<String>();

        for (var ring : new KeyRing[] {KeyRing.fresh(), KeyRing.fresh()}) {
            for (var entry : ring.entries().values())
                assertThat(seen.add(entry)).isTrue();
        }
    }

    @Test
    void aRingThatLacksAKeyIsNoRing() throws GeneralSecurityException {
        var whole = KeyRing.fresh().entries();
        for (var name : whole.keySet()) {
            if (name.equals("id")) continue;
            var lacking = new HashMap<>(whole);
            lacking.remove(name);

            assertThatThrownBy(() -> new KeyRing(lacking))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(name);
        }
    }

    @Test
    void signsNothingForAnUnknownUse() throws GeneralSecurityException {
        var ring = KeyRing.fresh();

        assertThatThrownBy(() -> ring.mac("blind-NAME", new byte[1])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsSinceWhenEachKeyIs() throws GeneralSecurityException {
        var ring = KeyRing.completed(Map.of("id", ID));
        var rotated = ring.rotated(LATER).settled();

        for (var compartment : Compartment.values()) {
            int first = ring.keys(compartment).primary();
            assertThat(ring.since(compartment, first)).isEqualTo(FIRST_DAY);
            assertThat(rotated.since(compartment, first)).isEqualTo(FIRST_DAY);
            assertThat(rotated.since(compartment, rotated.keys(compartment).primary()))
                    .isEqualTo(LATER);
        }
    }

    @Test
    void aNoteIsKeptUntilItIsTakenAway() throws GeneralSecurityException {
        var ring = KeyRing.fresh();

        var noted = ring.with(Map.of("escrow-id", "0badcafe"));

        assertThat(noted.entries()).containsAllEntriesOf(ring.entries()).containsEntry("escrow-id", "0badcafe");
        assertThat(noted.with(Map.of("escrow-id", "")).entries()).isEqualTo(ring.entries());
    }

    /** The database has the two padded blocks only (actor() in V001__ground.sql does the same as {@link #verified}). */
    @Test
    void theDatabaseVerifiesTheContextWithWhatItWasGivenAtTheStart() throws Exception {
        var ring = KeyRing.fresh();
        var given = new ArrayList<byte[]>();
        var signer = new ContextSigner(ring, ownerThatKeeps(given));

        var signed = signer.sign("11|22|33").split("\\|(?=[0-9a-f]+$)");

        assertThat(signed).hasSize(2);
        assertThat(signed[0]).isEqualTo("11|22|33");
        assertThat(given).hasSize(2).allSatisfy(block -> assertThat(block).hasSize(64));
        assertThat(signed[1]).isEqualTo(verified(given, "11|22|33")).isNotEqualTo(verified(given, "11|22|34"));
        assertThat(new ContextSigner(ring.rotated(LATER), ownerThatKeeps(new ArrayList<>())).sign("11|22|33"))
                .isNotEqualTo(signer.sign("11|22|33"));
    }

    private static String verified(ArrayList<byte[]> blocks, String body) throws GeneralSecurityException {
        var inner = hash(blocks.getFirst(), body.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash(blocks.getLast(), inner));
    }

    private static byte[] hash(byte[] first, byte[] then) throws GeneralSecurityException {
        var hash = MessageDigest.getInstance("SHA-256");
        hash.update(first);
        return hash.digest(then);
    }

    /** In place of a database: what the signer hands over, inner block first. */
    private static OwnerConnection ownerThatKeeps(ArrayList<byte[]> given) throws Exception {
        var blocks = new HashMap<Integer, byte[]>();
        var statement = mock(PreparedStatement.class);
        doAnswer(call -> blocks.put(call.getArgument(0), call.getArgument(1)))
                .when(statement)
                .setBytes(anyInt(), any());
        when(statement.executeUpdate()).then(call -> {
            given.add(blocks.get(1));
            given.add(blocks.get(2));
            return 1;
        });
        var connection = mock(Connection.class);
        when(connection.prepareStatement(anyString())).thenReturn(statement);
        var owner = mock(OwnerConnection.class);
        doAnswer(call -> {
                    call.getArgument(0, SqlWork.class).on(connection);
                    return null;
                })
                .when(owner)
                .run(any());
        return owner;
    }
}

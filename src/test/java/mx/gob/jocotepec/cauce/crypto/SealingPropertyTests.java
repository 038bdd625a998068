package mx.gob.jocotepec.cauce.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What must hold for any value at any place. The dice are seeded: a failure comes again. */
class SealingPropertyTests {
    private static final int ROUNDS = 200;
    private static final String[] TABLES = {"person_part", "case_part", "draft", "referral", "attention_reserved"};

    private final Random dice = new Random(20_261_122);
    private KeyRing ring;
    private Sealer sealer;
    private PersonalBox box;

    @BeforeEach
    void ring() throws GeneralSecurityException {
        ring = KeyRing.fresh();
        sealer = new Sealer(ring);
        box = new PersonalBox(ring, 64);
    }

    @Test
    void whatWasSealedOpensAndIsLongerThanWhatItHides() {
        for (int i = 0; i < ROUNDS; i++) {
            var place = place();
            var clear = bytes(dice.nextInt(400));

            var closed = sealer.seal(place, clear);

            assertThat(sealer.open(place, closed)).isEqualTo(clear);
            assertThat(closed.ciphertext().length).isEqualTo(clear.length + 28);
            var next = bytes(dice.nextInt(400));
            assertThat(sealer.open(
                            place, new Sealed(closed.wrappedKey(), sealer.sealAgain(place, closed.wrappedKey(), next))))
                    .isEqualTo(next);
        }
    }

    @Test
    void anyOneBitChangedIsNoticed() {
        for (int i = 0; i < ROUNDS; i++) {
            var place = place();
            var closed = sealer.seal(place, bytes(dice.nextInt(60)));
            boolean inKey = dice.nextBoolean();
            var flipped = flip(inKey ? closed.wrappedKey() : closed.ciphertext());

            assertThatThrownBy(() -> sealer.open(
                            place,
                            inKey
                                    ? new Sealed(flipped, closed.ciphertext())
                                    : new Sealed(closed.wrappedKey(), flipped)))
                    .isInstanceOf(SealBrokenException.class);
        }
    }

    @Test
    void anyOtherPlaceIsNoticed() {
        for (int i = 0; i < ROUNDS; i++) {
            var place = place();
            var other = place();
            if (other.equals(place)) continue;
            var closed = sealer.seal(place, bytes(20));

            assertThatThrownBy(() -> sealer.open(other, closed)).isInstanceOf(SealBrokenException.class);
            assertThatThrownBy(() -> sealer.sealAgain(other, closed.wrappedKey(), bytes(3)))
                    .isInstanceOf(SealBrokenException.class);
        }
    }

    @Test
    void aRotationKeepsEverythingAndARetiredKeyOpensNothing() throws GeneralSecurityException {
        for (int i = 0; i < 20; i++) {
            var place = place();
            var clear = bytes(30);
            var before = sealer.seal(place, clear);
            var mixed = ring.rotated(Instant.EPOCH);
            var settled = mixed.settled();

            assertThat(new Sealer(mixed).open(place, before)).isEqualTo(clear);
            assertThat(new Sealer(settled).open(place, new Sealer(mixed).seal(place, clear)))
                    .isEqualTo(clear);
            assertThatThrownBy(() -> new Sealer(settled).open(place, before)).isInstanceOf(SealBrokenException.class);
            assertThat(settled.keys(place.compartment())
                            .everything()
                            .decrypt(before.wrappedKey(), place.associatedData()))
                    .hasSize(32);
            assertThat(settled.mac("blind-CURP", clear)).isEqualTo(ring.mac("blind-CURP", clear));
            assertThat(settled.mac("context", clear)).isNotEqualTo(ring.mac("context", clear));
            assertThat(mixed.since(
                            place.compartment(), mixed.keys(place.compartment()).primary()))
                    .isEqualTo(Instant.EPOCH);
            assertThat(mixed.rotating()).contains(Instant.EPOCH);
            assertThat(settled.rotating()).isEmpty();
        }
    }

    @Test
    void equalValuesAndOnlyTheyHaveEqualBlindIndexesAndColumnsCannotBeCompared() {
        var blind = new BlindIndex(ring);
        var seen = new HashSet<String>();
        for (int i = 0; i < ROUNDS; i++) {
            var text = "33" + i;
            for (var column : BlindIndex.Column.values()) {
                assertThat(blind.of(column, text)).hasSize(32).isEqualTo(blind.of(column, text));
                assertThat(seen.add(Arrays.toString(blind.of(column, text)))).isTrue();
            }
        }
    }

    @Test
    void aPersonalKeyOpensWithItsSecretOnly() {
        for (int i = 0; i < 10; i++) {
            var pair = box.fresh();
            var key = uuid();
            var secret = ("secreto " + dice.nextLong()).toCharArray();
            var lock = box.lock(key, pair.privateKey(), box.stretch(secret));

            assertThat(box.open(key, lock, secret)).contains(pair.privateKey());
            assertThat(box.open(key, lock, (new String(secret) + " ").toCharArray()))
                    .isEmpty();
            assertThat(box.open(uuid(), lock, secret)).isEmpty();
            assertThat(box.open(key, new PersonalBox.Lock(lock.salt(), flip(lock.content())), secret))
                    .isEmpty();
            assertThat(box.open(key, new PersonalBox.Lock(flip(lock.salt()), lock.content()), secret))
                    .isEmpty();
        }
    }

    @Test
    void theLockTakesTheRingToo() throws GeneralSecurityException {
        var pair = box.fresh();
        var key = uuid();
        var lock = box.lock(key, pair.privateKey(), box.stretch("la misma".toCharArray()));

        assertThat(new PersonalBox(KeyRing.fresh(), 64).open(key, lock, "la misma".toCharArray()))
                .isEmpty();
        assertThat(new PersonalBox(ring, 128).open(key, lock, "la misma".toCharArray()))
                .isEmpty();
    }

    @Test
    void aNoteOpensForItsReaderAtItsPlaceOnly() {
        for (int i = 0; i < 20; i++) {
            var reader = box.fresh();
            var key = uuid();
            var note = place();
            var noteKey = box.freshNoteKey();
            var wrap = box.wrap(reader.publicKey(), key, note, noteKey);
            var closed = box.close(note, noteKey, "texto " + i);

            assertThat(box.unwrap(reader.privateKey(), key, note, wrap)).isEqualTo(noteKey);
            assertThat(box.open(note, noteKey, closed)).isEqualTo("texto " + i);
            assertThat(box.isClosed(closed)).isTrue();
            assertThat(box.isClosed(("texto " + i).getBytes(StandardCharsets.UTF_8)))
                    .isFalse();
            assertThat(box.isClosed(new byte[] {0, 'P', 1})).isFalse();
            var other = new Place(note.table(), uuid(), note.compartment());
            for (Runnable wrong : new Runnable[] {
                () -> box.unwrap(box.fresh().privateKey(), key, note, wrap),
                () -> box.unwrap(reader.privateKey(), uuid(), note, wrap),
                () -> box.unwrap(reader.privateKey(), key, other, wrap),
                () -> box.unwrap(reader.privateKey(), key, note, flip(wrap)),
                () -> box.open(other, noteKey, closed),
                () -> box.open(note, box.freshNoteKey(), closed)
            }) {
                assertThatThrownBy(wrong::run).isInstanceOf(SealBrokenException.class);
            }
        }
    }

    @Test
    void aPublicKeyIsGenuineForItsPersonAndIdOnly() {
        for (int i = 0; i < 50; i++) {
            var key = uuid();
            var person = uuid();
            var shown = box.fresh().publicKey();
            var mac = box.mac(key, person, shown);

            assertThat(box.genuine(key, person, shown, mac)).isTrue();
            assertThat(box.genuine(uuid(), person, shown, mac)).isFalse();
            assertThat(box.genuine(key, uuid(), shown, mac)).isFalse();
            assertThat(box.genuine(key, person, flip(shown), mac)).isFalse();
            assertThat(box.genuine(key, person, shown, flip(mac))).isFalse();
        }
    }

    @Test
    void aRecoveryKeyIsReadAsPeopleTypeIt() {
        for (int i = 0; i < 50; i++) {
            var printed = box.recoveryKey();
            var typed = printed.toLowerCase(java.util.Locale.ROOT)
                    .replace('0', 'o')
                    .replace('1', 'i')
                    .replace("-", "  ");

            assertThat(printed).matches("([0-9A-Z]{4}-){7}[0-9A-Z]{4}");
            assertThat(box.recoverySecret(typed)).isPresent();
            assertThat(box.recoverySecret(typed).get())
                    .isEqualTo(printed.replace("-", "").toCharArray());
            assertThat(box.recoverySecret(printed.substring(4))).isEmpty();
            assertThat(box.recoverySecret(printed.replace('-', '/'))).isEmpty();
        }
    }

    private Place place() {
        var compartments = Compartment.values();
        return new Place(TABLES[dice.nextInt(TABLES.length)], uuid(), compartments[dice.nextInt(compartments.length)]);
    }

    private UUID uuid() {
        return new UUID(dice.nextLong(), dice.nextLong());
    }

    private byte[] bytes(int length) {
        var bytes = new byte[length];
        dice.nextBytes(bytes);
        return bytes;
    }

    private byte[] flip(byte[] bytes) {
        var flipped = bytes.clone();
        int bit = dice.nextInt(bytes.length * 8);
        flipped[bit / 8] ^= (byte) (1 << (bit % 8));
        return flipped;
    }
}

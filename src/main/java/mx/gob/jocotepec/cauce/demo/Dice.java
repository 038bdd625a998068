package mx.gob.jocotepec.cauce.demo;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Chance that always falls alike: what is drawn for number {@code n} of a kind depends on the seed and on nothing drawn before. */
final class Dice {
    private static final long SEED = 0x4361756365L;
    private final SplittableRandom random;

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    static Dice of(String kind, long number) {
        return new Dice(
                new SplittableRandom(SEED * 31 + kind.hashCode() * 0x9E3779B97F4A7C15L + number * 0xD1342543DE82EF95L));
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** Both inclusive. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    double share() {
        return random.nextDouble();
    }

    String of(Weighted values) {
        return values.pick(random);
    }

    <T> T of(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** An answer of yes, no or, as often as {@code unknown} says, nobody knows. */
    String tri(double yes, double unknown) {
        double point = random.nextDouble();
        return point < unknown ? "?" : point < unknown + yes ? "YES" : "NO";
    }

    /** A version 7 id of that moment, so that rows of one time lie side by side. */
    UUID id(long millis) {
        long high = (millis << 16) | 0x7000L | (random.nextLong() & 0xFFFL);
        return new UUID(high, (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
    }
}

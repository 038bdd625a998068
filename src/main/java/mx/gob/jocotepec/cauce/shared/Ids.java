package mx.gob.jocotepec.cauce.shared;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** UUIDs of version 7 (RFC 9562): they sort by the moment they were made, which keeps indexes dense. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Clock CLOCK = Clock.systemUTC();
    /** Milliseconds in the upper 52 bits, a counter in the lower 12: it only ever grows within this process. */
    private static final AtomicLong LAST = new AtomicLong();

    private Ids() {}

    public static UUID next() {
        long now = CLOCK.millis() << 12;
        long tick = LAST.updateAndGet(last -> Math.max(last + 1, now));
        long high = (tick >>> 12) << 16 | 0x7000L | (tick & 0xFFFL);
        long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** For ids that come from outside (an address, a file): nonsense is an empty answer, never an exception. */
    public static Optional<UUID> parse(String text) {
        if (text.length() != 36) return Optional.empty();
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}

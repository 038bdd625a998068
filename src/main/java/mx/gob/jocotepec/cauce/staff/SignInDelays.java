package mx.gob.jocotepec.cauce.staff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import mx.gob.jocotepec.cauce.crypto.BlindIndex;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows down guessing, per account and per address, on every node alike. An account waits from its fifth failure on, twice as long each
 * time up to a quarter of an hour; an address, behind which a whole office may sit, from its thirtieth. A quiet hour forgives.
 */
@Component
class SignInDelays {
    private static final int ACCOUNT_FREE = 4;
    private static final int ADDRESS_FREE = 29;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration FORGIVEN_AFTER = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final BlindIndex blind;
    private final Clock clock;

    SignInDelays(JdbcClient jdbc, BlindIndex blind, Clock clock) {
        this.jdbc = jdbc;
        this.blind = blind;
        this.clock = clock;
    }

    /** @return how long to wait still; zero when it may be tried now */
    @Transactional(readOnly = true, propagation = Propagation.REQUIRES_NEW)
    public Duration wait(String username, String address) {
        var now = clock.instant();
        return jdbc.sql("select max(blocked_until) from sign_in_delay where bucket in (?, ?)")
                .params(account(username), address(address))
                .query(OffsetDateTime.class)
                .optional()
                .map(until -> Duration.between(now, until.toInstant()))
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void failed(String username, String address) {
        fail(account(username), ACCOUNT_FREE);
        fail(address(address), ADDRESS_FREE);
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void succeeded(String username) {
        jdbc.sql("delete from sign_in_delay where bucket = ?")
                .param(account(username))
                .update();
    }

    private void fail(String bucket, int free) {
        var now = clock.instant();
        int failures = jdbc.sql("""
                        insert into sign_in_delay (bucket, failures, last_at) values (?, 1, ?)
                        on conflict (bucket) do update set last_at = excluded.last_at,
                          failures = case when sign_in_delay.last_at < ? then 1 else sign_in_delay.failures + 1 end
                        returning failures""")
                .params(bucket, at(now), at(now.minus(FORGIVEN_AFTER)))
                .query(Integer.class)
                .single();
        if (failures <= free) return;
        long seconds = Math.min(LONGEST.toSeconds(), 5L << Math.min(failures - free - 1, 12));
        jdbc.sql("update sign_in_delay set blocked_until = ? where bucket = ?")
                .params(at(now.plusSeconds(seconds)), bucket)
                .update();
    }

    private String account(String username) {
        return "account:" + hash(username);
    }

    private String address(String address) {
        return "address:" + hash(address);
    }

    private String hash(String value) {
        return HexFormat.of().formatHex(blind.of(BlindIndex.Column.SIGN_IN, value), 0, 16);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

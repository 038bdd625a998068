package mx.gob.jocotepec.cauce.staff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import mx.gob.jocotepec.cauce.shared.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** One-time links to set a password. The table keeps only their hashes, so reading it lets nobody in. */
@Component
class Invitations {
    static final Duration FIRST = Duration.ofMinutes(30);
    static final Duration LATER = Duration.ofDays(3);

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** {@code staff} is empty in the one for the first administrator. */
    record Open(Optional<UUID> staff) {}

    record Made(String token, Instant until) {
        String path() {
            return "bienvenida/" + token;
        }

        @Override
        public String toString() {
            return "Made[until=" + until + "]";
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    Invitations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Earlier ones for the same person end. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Made make(@Nullable UUID staff, Duration validFor) {
        var now = clock.instant();
        end(staff);
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("insert into invitation (id, token_hash, staff_id, created_at, expires_at) values (?, ?, ?, ?, ?)")
                .params(Ids.next(), hash(token))
                .param(staff)
                .params(at(now), at(now.plus(validFor)))
                .update();
        return new Made(token, now.plus(validFor));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void end(@Nullable UUID staff) {
        jdbc.sql(
                        "update invitation set expires_at = ? where staff_id is not distinct from ? and used_at is null and expires_at > ?")
                .params(at(clock.instant()))
                .param(staff)
                .params(at(clock.instant()))
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Open> find(String token) {
        if (!TOKEN.matcher(token).matches()) return Optional.empty();
        return jdbc.sql("select staff_id from invitation where token_hash = ? and used_at is null and expires_at > ?")
                .params(hash(token), at(clock.instant()))
                .query((row, number) -> new Open(Optional.ofNullable(row.getObject(1, UUID.class))))
                .optional();
    }

    /** Of two who try at once, one succeeds. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Open> use(String token) {
        if (!TOKEN.matcher(token).matches()) return Optional.empty();
        return jdbc.sql("""
                        update invitation set used_at = ? where token_hash = ? and used_at is null and expires_at > ?
                        returning staff_id""")
                .params(at(clock.instant()), hash(token), at(clock.instant()))
                .query((row, number) -> new Open(Optional.ofNullable(row.getObject(1, UUID.class))))
                .optional();
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

package mx.gob.jocotepec.cauce.staff;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import mx.gob.jocotepec.cauce.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The sessions as the database knows them, so that every node agrees. */
@Component
class Sessions {
    /** How somebody proved who she is at the sign-in. */
    enum Way {
        PASSWORD,
        CODE,
        RECOVERY,
        PASSKEY
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    Sessions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public UUID start(UUID staff, Way way, Device device) {
        var id = Ids.next();
        var now = at(clock.instant());
        jdbc.sql("""
                        insert into staff_session (id, staff_id, way, browser, system, started_at, last_used_at, proved_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        staff,
                        way.name(),
                        device.browser().name(),
                        device.system().name(),
                        now,
                        now,
                        now)
                .update();
        return id;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Instant> provedAt(UUID session) {
        return jdbc.sql("select proved_at from staff_session where id = ? and ended_at is null")
                .param(session)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void proved(UUID session) {
        jdbc.sql("update staff_session set proved_at = ? where id = ? and ended_at is null")
                .params(at(clock.instant()), session)
                .update();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

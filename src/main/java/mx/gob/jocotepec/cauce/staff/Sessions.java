package mx.gob.jocotepec.cauce.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
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

    record Used(Instant startedAt, Instant lastUsedAt) {}

    static final Duration IDLE = Duration.ofMinutes(20);
    static final Duration LONGEST = Duration.ofHours(10);
    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    Sessions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public UUID start(UUID staff, Way way, Device device) {
        forget(staff);
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

    /** @return the moments the guard decides by; empty when the session or its account is over */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Used> open(StaffPrincipal who) {
        return jdbc.sql("""
                        select x.started_at, x.last_used_at from staff_session x join staff_account s on s.id = x.staff_id
                        where x.id = ? and x.staff_id = ? and x.ended_at is null and s.active and s.epoch = ?""")
                .params(who.session(), who.staff(), who.epoch())
                .query((row, number) -> new Used(instant(row, 1), instant(row, 2)))
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void used(UUID session) {
        jdbc.sql("update staff_session set last_used_at = ? where id = ?")
                .params(at(clock.instant()), session)
                .update();
    }

    /** @return whether it was open and hers */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean end(UUID staff, UUID session) {
        return jdbc.sql("update staff_session set ended_at = ? where id = ? and staff_id = ? and ended_at is null")
                        .params(at(clock.instant()), session, staff)
                        .update()
                == 1;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public List<OwnSession> of(UUID staff, UUID current) {
        var now = clock.instant();
        return jdbc.sql("""
                        select id, browser, system, started_at, last_used_at from staff_session
                        where staff_id = ? and ended_at is null and last_used_at > ? and started_at > ?
                        order by last_used_at desc, id""")
                .params(staff, at(now.minus(IDLE)), at(now.minus(LONGEST)))
                .query((row, number) -> new OwnSession(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        instant(row, 4),
                        instant(row, 5),
                        current.equals(row.getObject(1, UUID.class))))
                .list();
    }

    /** Those long over are forgotten. */
    private void forget(UUID staff) {
        jdbc.sql("delete from staff_session where staff_id = ? and started_at < ?")
                .params(staff, at(clock.instant().minus(KEPT)))
                .update();
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

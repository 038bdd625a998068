package mx.gob.jocotepec.cauce.staff;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import mx.gob.jocotepec.cauce.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was done to somebody's account while she was away; she is told at her next sign-in. */
@Component
class StaffNotices {
    enum Kind {
        FACTOR_RESET,
        LINK_ISSUED,
        RECOVERY_USED
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    StaffNotices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(UUID staff, Kind kind) {
        jdbc.sql("insert into staff_notice (id, staff_id, kind, at) values (?, ?, ?, ?)")
                .params(Ids.next(), staff, kind.name(), Sessions.at(clock.instant()))
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public List<AccountNotice> unseen(UUID staff) {
        return jdbc.sql("select kind, at from staff_notice where staff_id = ? and seen_at is null order by at")
                .param(staff)
                .query((row, number) -> new AccountNotice(
                        row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant()))
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void seen(UUID staff) {
        jdbc.sql("update staff_notice set seen_at = ? where staff_id = ? and seen_at is null")
                .params(Sessions.at(clock.instant()), staff)
                .update();
    }
}

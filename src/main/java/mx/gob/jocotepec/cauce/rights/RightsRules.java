package mx.gob.jocotepec.cauce.rights;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import mx.gob.jocotepec.cauce.audit.AuditTrail;
import mx.gob.jocotepec.cauce.audit.TrailEvent;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.shared.WorkingDays;
import mx.gob.jocotepec.cauce.staff.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Periods of the law and times to keep, as data: each with its source, and whether that source was confirmed. */
@Service
public class RightsRules {
    public enum Kind {
        /** Working days. */
        PERIOD,
        /** Months after which somebody looks at it; nothing is erased by itself. */
        RETENTION
    }

    public record Rule(
            String key, Kind kind, @Nullable Integer amount, String source, boolean confirmed, int version) {}

    private final JdbcClient jdbc;
    private final CurrentActor actor;
    private final AuditTrail trail;
    private final Clock clock;
    private final WorkingDays days;

    RightsRules(JdbcClient jdbc, CurrentActor actor, AuditTrail trail, Clock clock, WorkingDays days) {
        this.days = days;
        this.jdbc = jdbc;
        this.actor = actor;
        this.trail = trail;
        this.clock = clock;
    }

    @PreAuthorize("hasAuthority('RIGHTS_READ')")
    @Transactional(readOnly = true)
    public List<Rule> all() {
        return jdbc.sql("select key, kind, amount, source, confirmed, version from rights_rule order by kind, key")
                .query((row, n) -> new Rule(
                        row.getString(1),
                        Kind.valueOf(row.getString(2)),
                        row.getObject(3, Integer.class),
                        row.getString(4),
                        row.getBoolean(5),
                        row.getInt(6)))
                .list();
    }

    /** @return false where somebody else changed it meanwhile */
    @PreAuthorize("hasAuthority('RIGHTS_HANDLE')")
    @Transactional
    public boolean change(Rule rule) {
        if (rule.kind() == Kind.PERIOD && rule.amount() == null)
            throw new IllegalArgumentException("a period has days");
        if (rule.source().isBlank() || rule.source().length() > 300) throw new IllegalArgumentException("source");
        int rows = jdbc.sql("""
                        update rights_rule set amount = ?, source = ?, confirmed = ?, changed_at = ?, changed_by = ?, version = version + 1
                        where key = ? and version = ?""")
                .param(rule.amount())
                .param(rule.source().strip())
                .param(rule.confirmed())
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(actor.get().staff().value())
                .param(rule.key())
                .param(rule.version())
                .update();
        if (rows == 0) return false;
        trail.record(TrailEvent.of("RIGHTS_RULE_CHANGED")
                .with("rule=" + rule.key() + ";amount=" + rule.amount() + ";confirmed=" + rule.confirmed()));
        return true;
    }

    /** The last day of a period that begins on the day. */
    LocalDate due(String period, LocalDate from) {
        int amount = jdbc.sql("select amount from rights_rule where key = ? and kind = 'PERIOD'")
                .param(period)
                .query(Integer.class)
                .single();
        return days.plus(from, amount);
    }

    /** The last day to answer: the period of the state law holds once somebody has confirmed it, and then the shorter of the two. */
    LocalDate answerDue(LocalDate from) {
        int amount = jdbc.sql(
                        "select min(amount) from rights_rule where key = 'ANSWER' or (key = 'ANSWER_STATE' and confirmed)")
                .query(Integer.class)
                .single();
        return days.plus(from, amount);
    }

    /** Months, or null where no time is set yet. */
    @Nullable
    Integer months(String retention) {
        return jdbc
                .sql("select amount from rights_rule where key = ? and kind = 'RETENTION'")
                .param(retention)
                .query((row, n) -> row.getObject(1, Integer.class))
                .stream()
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Office.ZONE);
    }
}

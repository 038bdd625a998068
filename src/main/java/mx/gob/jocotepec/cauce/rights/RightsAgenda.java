package mx.gob.jocotepec.cauce.rights;

import mx.gob.jocotepec.cauce.staff.CurrentActor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What of the deadlines of the law waits for somebody, in numbers for the start page. */
@Service
public class RightsAgenda {
    private static final int SOON_DAYS = 5;

    private final JdbcClient jdbc;
    private final RightsRules rules;
    private final CurrentActor actor;

    RightsAgenda(JdbcClient jdbc, RightsRules rules, CurrentActor actor) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.actor = actor;
    }

    /**
     * @param late ARCO requests whose day has passed
     * @param soon those whose day is today or one of the five that follow
     * @param breaches not closed, of which somebody has still to be told; none for whoever may not see them
     * @param toErase proposals of others that wait for a second person
     */
    public record Waiting(int late, int soon, int breaches, int toErase) {}

    @PreAuthorize("hasAuthority('RIGHTS_READ')")
    @Transactional(readOnly = true)
    public Waiting waiting() {
        var today = rules.today();
        return jdbc.sql("""
                        with due as (
                          select case state when 'ANSWERED' then effect_due when 'DATA_ASKED' then data_due else answer_due end as day
                          from rights_request where state in ('RECEIVED', 'DATA_ASKED', 'ANSWERED'))
                        select
                          (select count(*) from due where day < ?),
                          (select count(*) from due where day between ? and ?),
                          (select count(*) from breach b where b.closed_at is null
                             and (b.people_told_at is null or b.authority_told_at is null)),
                          (select count(*) from erasure e where e.confirmed_at is null and e.withdrawn_at is null
                             and e.proposed_by <> ?)""")
                .params(
                        today,
                        today,
                        today.plusDays(SOON_DAYS),
                        actor.get().staff().value())
                .query((row, n) -> new Waiting(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)))
                .single();
    }
}

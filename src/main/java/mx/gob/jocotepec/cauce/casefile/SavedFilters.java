package mx.gob.jocotepec.cauce.casefile;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import mx.gob.jocotepec.cauce.shared.Ids;
import mx.gob.jocotepec.cauce.staff.CurrentActor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Filters of the list of cases that somebody wants to keep. Her own; they hold keys, never a name searched for. */
@Service
public class SavedFilters {
    /** @param query as the address of the list carries it, such as {@code riesgo=HIGH&estado=REGISTERED} */
    public record SavedFilter(UUID id, String name, String query) {}

    private final JdbcClient jdbc;
    private final CurrentActor actor;
    private final Clock clock;

    SavedFilters(JdbcClient jdbc, CurrentActor actor, Clock clock) {
        this.jdbc = jdbc;
        this.actor = actor;
        this.clock = clock;
    }

    @PreAuthorize("hasAuthority('CASE_READ')")
    @Transactional(readOnly = true)
    public List<SavedFilter> mine() {
        return jdbc.sql("select id, name, query from saved_filter order by name limit 50")
                .query((row, n) ->
                        new SavedFilter(row.getObject("id", UUID.class), row.getString("name"), row.getString("query")))
                .list();
    }

    @PreAuthorize("hasAuthority('CASE_READ')")
    @Transactional
    public void save(String name, String query) {
        jdbc.sql("insert into saved_filter (id, staff_id, name, query, created_at) values (?, ?, ?, ?, ?)")
                .params(
                        Ids.next(),
                        actor.get().staff().value(),
                        name.strip(),
                        query,
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    @PreAuthorize("hasAuthority('CASE_READ')")
    @Transactional
    public void remove(UUID id) {
        jdbc.sql("delete from saved_filter where id = ?").param(id).update();
    }
}

package mx.gob.jocotepec.cauce.staff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mx.gob.jocotepec.cauce.audit.ActorNames;
import mx.gob.jocotepec.cauce.shared.AreaId;
import mx.gob.jocotepec.cauce.shared.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who works here, by name: for lists, timelines and choices. */
@Service
public class StaffDirectory implements ActorNames {
    public record Colleague(StaffId id, String name, AreaId area) {}

    private final JdbcClient jdbc;

    StaffDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Ids nobody has are left out. */
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public Map<StaffId, String> names(Collection<StaffId> ids) {
        if (ids.isEmpty()) return Map.of();
        var wanted = ids.stream().map(StaffId::value).distinct().toArray(UUID[]::new);
        var names = new HashMap<StaffId, String>();
        jdbc.sql("select id, display_name from staff_account where id = any (?)")
                .param(wanted)
                .query(row -> {
                    names.put(StaffId.of(row.getObject(1, UUID.class)), row.getString(2));
                });
        return names;
    }

    @Override
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public Map<UUID, String> all() {
        var names = new HashMap<UUID, String>();
        jdbc.sql("select id, display_name from staff_account").query(row -> {
            names.put(row.getObject(1, UUID.class), row.getString(2));
        });
        return names;
    }

    /** Every name an account has or had, also of disabled ones: whoever was renamed is still who he was. */
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public Map<UUID, List<String>> namesEver() {
        var names = new HashMap<UUID, List<String>>();
        jdbc.sql("select id, display_name from staff_account union select staff_id, name from staff_name_past")
                .query(row -> {
                    names.computeIfAbsent(row.getObject(1, UUID.class), none -> new ArrayList<>())
                            .add(row.getString(2));
                });
        return names;
    }

    /** Those who can sign in, by name. */
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public List<Colleague> active() {
        return jdbc.sql("select id, display_name, area_id from staff_account where active order by display_name, id")
                .query((row, number) -> new Colleague(
                        StaffId.of(row.getObject(1, UUID.class)),
                        row.getString(2),
                        AreaId.of(row.getObject(3, UUID.class))))
                .list();
    }
}

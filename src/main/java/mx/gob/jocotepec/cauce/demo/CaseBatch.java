package mx.gob.jocotepec.cauce.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Some cases in a row, sealed and ready to be written; their trail still waits for its place in the chains. */
final class CaseBatch {
    private final Map<Target, CopyRows> rows = new EnumMap<>(Target.class);
    final List<Told> told = new ArrayList<>();
    int cases;
    /** Nothing told by a later batch is earlier. */
    Instant last = Instant.MIN;

    CopyRows rows(Target target) {
        return rows.computeIfAbsent(target, key -> new CopyRows());
    }

    CopyRows row(Target target) {
        return rows(target).row(target.width());
    }
}

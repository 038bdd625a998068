package mx.gob.jocotepec.cauce.demo;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry of the trail that has no place in a chain yet. */
record Told(
        Instant at,
        DemoStaff.Member by,
        String action,
        @Nullable String subjectKind,
        @Nullable UUID subject,
        UUID caseId,
        UUID person,
        String detail)
        implements Comparable<Told> {
    @Override
    public int compareTo(Told other) {
        return at.compareTo(other.at);
    }
}

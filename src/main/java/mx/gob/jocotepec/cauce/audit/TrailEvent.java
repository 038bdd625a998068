package mx.gob.jocotepec.cauce.audit;

import java.util.UUID;
import java.util.regex.Pattern;
import mx.gob.jocotepec.cauce.shared.CaseId;
import mx.gob.jocotepec.cauce.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What is to be recorded. Who acts, from which area and when is added by the database from the signed context.
 *
 * @param action an upper case key such as {@code CASE_OPENED}
 * @param detail keys, numbers and enumerations only: letters, digits and {@code = , . : ; / _ -}; empty for nothing
 */
public record TrailEvent(
        String action,
        @Nullable String subjectKind,
        @Nullable UUID subject,
        @Nullable CaseId caseId,
        @Nullable PersonId personId,
        String detail) {
    private static final Pattern ACTION = Pattern.compile("[A-Z][A-Z0-9_]{2,39}");
    private static final Pattern DETAIL = Pattern.compile("[A-Za-z0-9=,.:;/_ -]{0,500}");

    /** @throws IllegalArgumentException where the detail could carry somebody's words; the text is not repeated */
    public TrailEvent {
        if (!ACTION.matcher(action).matches()) throw new IllegalArgumentException("not an action key");
        if (!DETAIL.matcher(detail).matches()) throw new IllegalArgumentException("trail detail is not made of keys");
    }

    public static TrailEvent of(String action) {
        return new TrailEvent(action, null, null, null, null, "");
    }

    public TrailEvent on(String kind, UUID id) {
        return new TrailEvent(action, kind, id, caseId, personId, detail);
    }

    public TrailEvent inCase(CaseId id, PersonId person) {
        return new TrailEvent(action, subjectKind, subject, id, person, detail);
    }

    public TrailEvent about(PersonId person) {
        return new TrailEvent(action, subjectKind, subject, caseId, person, detail);
    }

    public TrailEvent with(String keys) {
        return new TrailEvent(action, subjectKind, subject, caseId, personId, keys);
    }
}

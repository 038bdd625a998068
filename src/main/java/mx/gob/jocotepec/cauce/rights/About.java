package mx.gob.jocotepec.cauce.rights;

import java.util.UUID;
import mx.gob.jocotepec.cauce.shared.CaseId;
import mx.gob.jocotepec.cauce.shared.PersonId;
import org.jspecify.annotations.Nullable;

/** Which case a request is about. */
record About(UUID caseId, UUID person) {
    static @Nullable About of(@Nullable UUID caseId, @Nullable UUID person) {
        return caseId == null || person == null ? null : new About(caseId, person);
    }

    CaseId ref() {
        return CaseId.of(caseId);
    }

    PersonId personRef() {
        return PersonId.of(person);
    }
}

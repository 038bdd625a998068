package mx.gob.jocotepec.cauce.casefile;

import java.time.Instant;
import java.util.Map;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A case to register.
 *
 * @param person whose new case it is, when she is known already and within reach; otherwise she is registered too
 * @param parts what was answered, by compartment; {@link Sections} names the fields
 * @param privacyNotice whether the simplified notice was given now
 * @param prosecutorNotifiedAt never depends on consent; null: not yet, which shows as a duty
 */
public record NewCase(
        @Nullable PersonId person,
        Map<Compartment, Answers> parts,
        boolean privacyNotice,
        CaseHead.Consent consent,
        @Nullable Instant prosecutorNotifiedAt,
        String contactManner) {
    public NewCase {
        parts = Map.copyOf(parts);
    }

    Answers part(Compartment compartment) {
        return parts.getOrDefault(compartment, Answers.NONE);
    }
}

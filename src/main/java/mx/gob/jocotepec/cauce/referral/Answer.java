package mx.gob.jocotepec.cauce.referral;

import java.time.LocalDate;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import org.jspecify.annotations.Nullable;

/**
 * A counter-referral.
 *
 * @param service what was done for her
 * @param pending what is left to do; may be blank
 * @param next when she is expected again
 * @param responsible who goes on with it; may be blank
 */
public record Answer(
        ReferralResult result,
        Sensitive service,
        Sensitive pending,
        @Nullable LocalDate next,
        Sensitive responsible) {}

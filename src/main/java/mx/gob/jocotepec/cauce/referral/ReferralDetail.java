package mx.gob.jocotepec.cauce.referral;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.shared.AgreementId;
import mx.gob.jocotepec.cauce.shared.ReferralId;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import org.jspecify.annotations.Nullable;

/**
 * An opened referral; opening it stands in the trail.
 *
 * @param exception key of the legal exception; null: she consented
 * @param words what the parties wrote; empty for an area that rejected it, or from which it was taken, and once it is erased
 * @param steps what the actor can do with it now
 */
public record ReferralDetail(
        ReferralLine line,
        Set<Compartment> compartments,
        @Nullable String exception,
        @Nullable AgreementId agreement,
        @Nullable String agreementNumber,
        @Nullable ReferralId replaces,
        @Nullable ReferralId replacedBy,
        Optional<Words> words,
        boolean erased,
        List<Moment> history,
        Set<ReferralStep> steps) {
    public ReferralDetail {
        history = List.copyOf(history);
    }

    /**
     * @param answer once it is answered
     * @param closing why it was rejected or cancelled, where somebody wrote it
     */
    public record Words(
            Sensitive reason,
            Sensitive summary,
            Optional<Answer> answer,
            Optional<Sensitive> closing,
            List<Note> notes) {}

    /** A comment, the oldest first. */
    public record Note(Instant at, String by, String area, Sensitive text) {}

    /** Something that happened with it. @param by name of the member of staff; blank when unknown */
    public record Moment(ReferralStatus status, Instant at, String by) {}
}

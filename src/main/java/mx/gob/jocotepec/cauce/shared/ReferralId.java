package mx.gob.jocotepec.cauce.shared;

import java.util.UUID;

/** A referral (canalización). */
public record ReferralId(UUID value) {
    public static ReferralId of(UUID value) {
        return new ReferralId(value);
    }

    public static ReferralId next() {
        return new ReferralId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

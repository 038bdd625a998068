package mx.gob.jocotepec.cauce.referral;

import java.util.Set;
import mx.gob.jocotepec.cauce.agreement.Counterpart;
import mx.gob.jocotepec.cauce.casefile.RiskLevel;
import org.jspecify.annotations.Nullable;

/**
 * What the board of the Dirección is narrowed to; an empty set, null or 0 narrows nothing.
 *
 * @param to who was asked
 * @param olderThanDays sent more than so many days ago
 */
public record BoardQuery(
        Set<ReferralStatus> states, @Nullable Counterpart to, Set<RiskLevel> risk, Only only, int olderThanDays) {
    public static final BoardQuery ALL = new BoardQuery(Set.of(), null, Set.of(), Only.ALL, 0);

    public BoardQuery {
        states = Set.copyOf(states);
        risk = Set.copyOf(risk);
    }
}

package mx.gob.jocotepec.cauce.referral;

/**
 * What waits for the actor: for the Dirección everywhere, for others in their own area.
 *
 * @param toAccept new ones for her own area
 * @param overdue late to be accepted or answered
 * @param answersToday counter-referrals expected today
 * @param rejected rejected by the other side and not taken up again
 */
public record Waiting(int toAccept, int overdue, int answersToday, int rejected) {}

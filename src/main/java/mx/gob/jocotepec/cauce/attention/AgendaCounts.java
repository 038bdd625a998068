package mx.gob.jocotepec.cauce.attention;

/**
 * What waits in the agenda.
 *
 * @param today the actor's appointments still to come or to record today
 * @param unrecorded hers of earlier days, without a word on whether she came
 * @param missed women her area waited for in vain in the last thirty days, with nothing arranged since
 */
public record AgendaCounts(int today, int unrecorded, int missed) {}

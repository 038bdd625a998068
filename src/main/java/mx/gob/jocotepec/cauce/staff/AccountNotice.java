package mx.gob.jocotepec.cauce.staff;

import java.time.Instant;

/**
 * Something that was done to one's account.
 *
 * @param kind the end of its text's key
 */
public record AccountNotice(String kind, Instant at) {}

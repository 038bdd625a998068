package mx.gob.jocotepec.cauce.attention;

import mx.gob.jocotepec.cauce.shared.StaffId;

/** Somebody of the actor's area who attends. */
public record Colleague(StaffId id, String name) {}

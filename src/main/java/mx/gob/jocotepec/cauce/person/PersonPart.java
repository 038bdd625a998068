package mx.gob.jocotepec.cauce.person;

import java.time.Instant;
import mx.gob.jocotepec.cauce.shared.Answers;

/** One opened compartment with the version to send back when it is changed. */
public record PersonPart(Answers answers, int version, Instant updatedAt) {}

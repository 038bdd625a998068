package mx.gob.jocotepec.cauce.casefile;

import java.time.Instant;
import mx.gob.jocotepec.cauce.shared.AreaId;
import mx.gob.jocotepec.cauce.shared.CaseId;

/** A case was registered. */
public record CaseFileOpened(CaseId id, AreaId area, Instant at) {}

package mx.gob.jocotepec.cauce.casefile;

import mx.gob.jocotepec.cauce.shared.CaseId;
import mx.gob.jocotepec.cauce.shared.PersonId;

/** What other modules keep of a case; the folio is for the screen and says nothing about the person. */
public record CaseRef(CaseId id, PersonId person, String folio) {}

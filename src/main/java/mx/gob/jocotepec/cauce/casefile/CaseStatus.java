package mx.gob.jocotepec.cauce.casefile;

/** Where a case stands. */
public enum CaseStatus {
    REGISTERED,
    IN_FOLLOW_UP,
    CLOSED
}

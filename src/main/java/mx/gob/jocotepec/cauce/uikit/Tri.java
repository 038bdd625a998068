package mx.gob.jocotepec.cauce.uikit;

/** An answer that may honestly be unknown. */
public enum Tri {
    YES,
    NO,
    UNKNOWN
}

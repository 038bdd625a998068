package mx.gob.jocotepec.cauce.shared;

/** Yes, no, or nobody knows: a value of its own. */
public enum Tri {
    YES,
    NO,
    UNKNOWN
}

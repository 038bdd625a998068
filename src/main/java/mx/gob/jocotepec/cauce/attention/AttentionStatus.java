package mx.gob.jocotepec.cauce.attention;

/** What became of an appointment; who comes without one starts as attended. */
public enum AttentionStatus {
    SCHEDULED,
    ATTENDED,
    NO_SHOW,
    CANCELLED
}

package mx.gob.jocotepec.cauce.attention;

/** How she was attended; the catalog ATTENTION_MODE names them. */
public enum AttentionMode {
    IN_PERSON,
    TELEPHONE,
    HOME,
    OTHER
}

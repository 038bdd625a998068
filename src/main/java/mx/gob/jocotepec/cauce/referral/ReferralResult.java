package mx.gob.jocotepec.cauce.referral;

/** What came of a referral, in a word that can be counted. */
public enum ReferralResult {
    ATTENDED,
    /** Attended, and the work goes on there. */
    CONTINUES,
    /** Only part of what was asked for. */
    PARTLY,
    DID_NOT_COME,
    DECLINED_BY_HER,
    NOT_POSSIBLE
}

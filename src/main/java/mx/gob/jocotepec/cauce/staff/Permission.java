package mx.gob.jocotepec.cauce.staff;

/**
 * What a service method can ask for. A permission says that a role does this kind of work at all; whether on this case is decided by
 * grants and walls, in the database.
 */
public enum Permission {
    CASE_REGISTER,
    CASE_READ,
    CASE_EDIT,
    CASE_CLOSE,
    CASE_SHARE,
    RISK_ASSESS,
    WALL_SET,
    EMERGENCY_OPEN,
    ACCESS_REVIEW,
    REFERRAL_READ,
    REFERRAL_SEND,
    REFERRAL_ANSWER,
    REFERRAL_OVERSEE,
    ATTENTION_READ,
    ATTENTION_RECORD,
    AGREEMENT_READ,
    AGREEMENT_EDIT,
    FOLLOW_UP,
    PLAN_VIEW,
    PLAN_EDIT,
    PLAN_CLOSE,
    CATALOG_EDIT,
    STAFF_MANAGE,
    STAFF_CONFIRM,
    TRAIL_READ,
    INSTALLATION_READ,
    RIGHTS_READ,
    RIGHTS_RECEIVE,
    RIGHTS_HANDLE,
    ERASE_CONFIRM
}

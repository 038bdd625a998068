package mx.gob.jocotepec.cauce.demo;

/** The tables written in bulk, each after those it points to, with the columns in the order {@link CaseRows} writes them. */
enum Target {
    PERSON("person", "id, curp_index, created_at, created_by"),
    PERSON_PHONE("person_phone", "person_id, phone_index"),
    PERSON_PART("person_part", "person_id, compartment, wrapped_key, sealed, updated_at, updated_by"),
    CASE_FILE(
            "case_file",
            "id, folio, person_id, area_id, opened_at, opened_by, status, risk_level, risk_assessed_at, contact_manner, facts_on, facts_time,"
                    + " age_at_facts, locality, violence_types, setting, relationship, danger, weapons, threats, injuries, minors_present,"
                    + " public_servant, prosecutor_notified_at, privacy_notice_at, consent, consent_at, last_activity_at, closed_at,"
                    + " closed_by, closure_reason"),
    CASE_PART("case_part", "case_id, compartment, wrapped_key, sealed, updated_at, updated_by"),
    CASE_GRANT(
            "case_grant",
            "id, case_id, person_id, audience, audience_kind, compartments, source, source_id, from_at, until_at, granted_by"),
    RISK_ASSESSMENT(
            "risk_assessment",
            "id, case_id, person_id, at, assessed_by, instrument, score, answered, critical, suggested, level, next_due_at, wrapped_key,"
                    + " sealed"),
    CASE_EVENT("case_event", "id, case_id, person_id, at, by_staff, by_area, kind, detail, ref_id"),
    REFERRAL(
            "referral",
            "id, case_id, person_id, from_area, to_area, to_institution, agreement_id, service, urgency, risk_at_sending, compartments, consent,"
                    + " exception_key, status, sent_at, sent_by, accept_due_at, answer_due_at, accepted_at, accepted_by, rejected_at,"
                    + " rejected_by, reject_reason, attended_at, answered_at, answered_by, result, cancelled_at, cancelled_by,"
                    + " wrapped_key, sealed, answer_sealed"),
    ATTENTION(
            "attention",
            "id, case_id, person_id, referral_id, discipline, area_id, staff_id, kind, mode, walk_in, status, starts_at, minutes,"
                    + " recorded_at, recorded_by, wrapped_key, sealed"),
    ATTENTION_RESERVED(
            "attention_reserved",
            "attention_id, case_id, person_id, discipline, author, wrapped_key, sealed, updated_at"),
    TRAIL_ENTRY(
            "trail_entry",
            "chain, seq, at, actor_kind, actor, area, action, outcome, subject_kind, subject, case_id, person_id, detail, hash");

    private final String table;
    private final String columns;
    private final int width;

    Target(String table, String columns) {
        this.table = table;
        this.columns = columns;
        this.width = columns.split(",").length;
    }

    String table() {
        return table;
    }

    int width() {
        return width;
    }

    String copy() {
        return "copy cauce." + table + " (" + columns + ") from stdin (format binary)";
    }
}

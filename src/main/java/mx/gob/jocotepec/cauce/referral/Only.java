package mx.gob.jocotepec.cauce.referral;

/** What a list is cut down to; the counts of the start page open exactly these. */
public enum Only {
    ALL,
    /** Late to be accepted or answered. */
    OVERDUE,
    /** Counter-referral expected today, not late yet. */
    ANSWER_TODAY,
    /** Rejected, and nobody took the case up again. */
    NOT_TAKEN_UP;

    private static final String LATE = """
            (r.status = 'SENT' and r.accept_due_at < :now or r.status in ('ACCEPTED', 'IN_ATTENTION') and r.answer_due_at < :now)""";

    /** A condition on the referral {@code r} with the parameters {@code now} and {@code today}. */
    String condition() {
        return switch (this) {
            case ALL -> "true";
            case OVERDUE -> LATE;
            case ANSWER_TODAY ->
                "(r.status in ('ACCEPTED', 'IN_ATTENTION') and r.answer_due_at >= :now and r.answer_due_at <= :today)";
            case NOT_TAKEN_UP ->
                "(r.status = 'REJECTED' and not exists (select from referral n where n.replaces_id = r.id))";
        };
    }
}

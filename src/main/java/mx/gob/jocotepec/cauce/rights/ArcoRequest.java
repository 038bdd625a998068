package mx.gob.jocotepec.cauce.rights;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request of somebody about her own data, without her words: what deadlines are kept by.
 *
 * @param answerDue last day to answer @param dataDue last day for her to complete it @param effectDue last day to do what was granted
 * @param folio of the case it is about; none for who may not know, or where it is about no case
 */
public record ArcoRequest(
        UUID id,
        String number,
        Kind kind,
        Requester requester,
        Identified identified,
        Instant receivedAt,
        State state,
        LocalDate answerDue,
        boolean extended,
        @Nullable LocalDate dataDue,
        @Nullable Answer answer,
        @Nullable LocalDate effectDue,
        @Nullable String folio,
        int version) {
    public enum Kind {
        ACCESS,
        RECTIFICATION,
        CANCELLATION,
        OPPOSITION
    }

    public enum Requester {
        HOLDER,
        REPRESENTATIVE,
        HEIR
    }

    /** By what the person was identified. */
    public enum Identified {
        INE,
        PASSPORT,
        OTHER_ID,
        KNOWN,
        PENDING
    }

    public enum State {
        RECEIVED,
        /** Something was missing and asked for; the time to answer begins anew when it comes. */
        DATA_ASKED,
        ANSWERED,
        EFFECTIVE,
        NOT_COMPETENT,
        WITHDRAWN,
        /** What was missing did not come. */
        LAPSED;

        public boolean isOpen() {
            return this == RECEIVED || this == DATA_ASKED || this == ANSWERED;
        }
    }

    public enum Answer {
        GRANTED,
        PARTLY,
        REFUSED
    }

    /** The day that counts now, if any. */
    public @Nullable LocalDate due() {
        return switch (state) {
            case RECEIVED -> answerDue;
            case DATA_ASKED -> dataDue;
            case ANSWERED -> effectDue;
            case EFFECTIVE, NOT_COMPETENT, WITHDRAWN, LAPSED -> null;
        };
    }
}

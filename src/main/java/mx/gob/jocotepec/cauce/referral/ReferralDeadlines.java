package mx.gob.jocotepec.cauce.referral;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import mx.gob.jocotepec.cauce.casefile.RiskLevel;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.shared.WorkingDays;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a referral may wait. Settings of the office, no norm.
 *
 * @param accept for the receiving area to take it, 1 to 240 hours
 * @param acceptImmediate the same when she must be received at once, 30 minutes to 24 hours
 * @param answerDays working days until the counter-referral, 1 to 60
 * @param answerDaysGrave the same for high and extreme risk
 */
@ConfigurationProperties("cauce.referral")
record ReferralDeadlines(
        @DefaultValue("48h") Duration accept,
        @DefaultValue("4h") Duration acceptImmediate,
        @DefaultValue("10") int answerDays,
        @DefaultValue("3") int answerDaysGrave) {
    /** @throws IllegalArgumentException outside the bounds */
    ReferralDeadlines {
        within("accept", accept, Duration.ofHours(1), Duration.ofHours(240));
        within("accept-immediate", acceptImmediate, Duration.ofMinutes(30), Duration.ofHours(24));
        within("answer-days", answerDays);
        within("answer-days-grave", answerDaysGrave);
    }

    /** High or extreme risk and what is urgent is taken the same day; what is immediate sooner, also past midnight. */
    Due of(Instant sent, RiskLevel risk, Urgency urgency, WorkingDays days) {
        var acceptDue = sent.plus(accept);
        if (urgency == Urgency.IMMEDIATE) acceptDue = earlier(acceptDue, sent.plus(acceptImmediate));
        else if (risk.isGrave() || urgency == Urgency.PRIORITY) acceptDue = earlier(acceptDue, endOfDay(sent));
        return new Due(acceptDue, days.deadline(sent, risk.isGrave() ? answerDaysGrave : answerDays));
    }

    /** Until when it is to be accepted, and answered. */
    record Due(Instant accept, Instant answer) {}

    private static Instant endOfDay(Instant moment) {
        return moment.atZone(Office.ZONE)
                .toLocalDate()
                .atTime(LocalTime.of(23, 59, 59))
                .atZone(Office.ZONE)
                .toInstant();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static void within(String setting, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException("cauce.referral." + setting + " outside " + least + " to " + most);
        }
    }

    private static void within(String setting, int days) {
        if (days < 1 || days > 60) throw new IllegalArgumentException("cauce.referral." + setting + " outside 1 to 60");
    }
}

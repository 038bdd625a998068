package mx.gob.jocotepec.cauce.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import mx.gob.jocotepec.cauce.casefile.RiskLevel;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.shared.WorkingDays;
import org.junit.jupiter.api.Test;

class ReferralDeadlinesTests {
    private static final WorkingDays DAYS = new WorkingDays();

    private final ReferralDeadlines deadlines = new ReferralDeadlines(Duration.ofHours(48), Duration.ofHours(4), 10, 3);

    @Test
    void ordinaryOnesAreAcceptedWithinTwoDaysAndAnsweredAfterTenWorkingDays() {
        var due = deadlines.of(at("2026-01-09T10:00"), RiskLevel.MEDIUM, Urgency.NORMAL, DAYS);

        assertThat(due.accept()).isEqualTo(at("2026-01-11T10:00"));
        assertThat(due.answer()).isEqualTo(at("2026-01-23T23:59:59"));
    }

    @Test
    void aFridayOfHighRiskIsAcceptedTheSameDayAndAnsweredOnWednesday() {
        var due = deadlines.of(at("2026-01-09T10:00"), RiskLevel.HIGH, Urgency.NORMAL, DAYS);

        assertThat(due.accept()).isEqualTo(at("2026-01-09T23:59:59"));
        assertThat(due.answer()).isEqualTo(at("2026-01-14T23:59:59"));
    }

    @Test
    void holidaysAreNoWorkingDays() {
        var due = deadlines.of(at("2026-01-30T10:00"), RiskLevel.EXTREME, Urgency.NORMAL, DAYS);

        // Monday 2 February is a holiday: Tuesday, Wednesday, Thursday
        assertThat(due.answer()).isEqualTo(at("2026-02-05T23:59:59"));
    }

    @Test
    void whatIsImmediateIsAcceptedWithinFourHoursAlsoPastMidnight() {
        var due = deadlines.of(at("2026-01-09T22:30"), RiskLevel.EXTREME, Urgency.IMMEDIATE, DAYS);

        assertThat(due.accept()).isEqualTo(at("2026-01-10T02:30"));
    }

    @Test
    void priorityIsAcceptedTheSameDay() {
        assertThat(deadlines
                        .of(at("2026-01-09T10:00"), RiskLevel.LOW, Urgency.PRIORITY, DAYS)
                        .accept())
                .isEqualTo(at("2026-01-09T23:59:59"));
    }

    @Test
    void theOfficesDaysOffDoNotCount() {
        var closed = new WorkingDays(Set.of(LocalDate.of(2026, 1, 12)));

        var due = deadlines.of(at("2026-01-09T10:00"), RiskLevel.MEDIUM, Urgency.NORMAL, closed);

        assertThat(due.answer())
                .isAfter(deadlines
                        .of(at("2026-01-09T10:00"), RiskLevel.MEDIUM, Urgency.NORMAL, DAYS)
                        .answer());
    }

    @Test
    void refusesSettingsOutsideTheirBounds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReferralDeadlines(Duration.ofDays(30), Duration.ofHours(4), 10, 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReferralDeadlines(Duration.ofHours(48), Duration.ofHours(4), 0, 3));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Office.ZONE).toInstant();
    }
}

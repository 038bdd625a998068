package mx.gob.jocotepec.cauce.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mx.gob.jocotepec.cauce.casefile.Duties.Kind;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.AreaId;
import mx.gob.jocotepec.cauce.shared.CaseId;
import mx.gob.jocotepec.cauce.shared.PersonId;
import mx.gob.jocotepec.cauce.shared.Tri;
import org.junit.jupiter.api.Test;

class DutiesTests {
    /** 12:00 in Jocotepec. */
    private static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");

    private static CaseHead head(
            CaseStatus status,
            Integer age,
            LocalDate on,
            LocalTime time,
            List<String> types,
            RiskLevel risk,
            Instant assessed) {
        return new CaseHead(
                new CaseRef(CaseId.next(), PersonId.next(), "CAU-2026-00001"),
                status,
                risk,
                assessed,
                "A. B.",
                age,
                null,
                AreaId.next(),
                "Área",
                NOW,
                on,
                time,
                types,
                Tri.UNKNOWN,
                Tri.UNKNOWN,
                null,
                NOW,
                CaseHead.Consent.GIVEN,
                null,
                null,
                Set.of(),
                false,
                0);
    }

    private static CaseHead sexual(LocalDate on, LocalTime time) {
        return head(CaseStatus.REGISTERED, 30, on, time, List.of("SEXUAL"), RiskLevel.LOW, NOW);
    }

    @Test
    void anIncidentAfterTheAssessmentAsksForANewOne() {
        var before = head(
                CaseStatus.IN_FOLLOW_UP,
                30,
                LocalDate.of(2026, 11, 20),
                null,
                List.of(),
                RiskLevel.LOW,
                Instant.parse("2026-11-20T20:00:00Z"));
        var after = head(
                CaseStatus.IN_FOLLOW_UP,
                30,
                LocalDate.of(2026, 11, 21),
                null,
                List.of(),
                RiskLevel.LOW,
                Instant.parse("2026-11-20T20:00:00Z"));

        assertThat(Duties.of(before, NOW)).extracting(Duties.Duty::kind).doesNotContain(Kind.RISK_DUE);
        assertThat(Duties.of(after, NOW)).extracting(Duties.Duty::kind).contains(Kind.RISK_DUE);
    }

    @Test
    void whileItIsTypedSheIsAMinorByHerBirthOrCurpToo() {
        var born = new Answers(Map.of("birth", "2010-01-01"));
        var curp = new Answers(Map.of("curp", "HEGG560427MVZRRL04"));
        var told = new Answers(Map.of("age", "17"));

        assertThat(Duties.isMinor(born, Answers.NONE, NOW)).isTrue();
        assertThat(Duties.isMinor(curp, Answers.NONE, NOW)).isFalse();
        assertThat(Duties.isMinor(told, Answers.NONE, NOW)).isTrue();
        assertThat(Duties.isMinor(Answers.NONE, Answers.NONE, NOW)).isFalse();
    }

    @Test
    void agesThatContradictEachOtherAreNoticed() {
        var agree = new Answers(Map.of("age", "16", "birth", "2010-01-01"));
        var told = new Answers(Map.of("age", "34", "birth", "2010-01-01"));
        var curp = new Answers(Map.of("birth", "2010-01-01", "curp", "HEGG560427MVZRRL04"));

        assertThat(Duties.agesDiffer(agree, Answers.NONE, NOW)).isFalse();
        assertThat(Duties.agesDiffer(told, Answers.NONE, NOW)).isTrue();
        assertThat(Duties.agesDiffer(curp, Answers.NONE, NOW)).isTrue();
        assertThat(Duties.agesDiffer(Answers.NONE, Answers.NONE, NOW)).isFalse();
    }

    @Test
    void theSecondWindowIsToldWhenTheFirstIsOver() {
        var facts = new Answers(Map.of("on", "2026-11-19", "time", "10:00"));

        assertThat(Duties.windows(facts, NOW)).extracting(Duties.Duty::kind).containsExactly(Kind.CONTRACEPTION_WINDOW);
    }

    @Test
    void theWindowsRunFromTheHourOfTheFacts() {
        var duties = Duties.of(sexual(LocalDate.of(2026, 11, 22), LocalTime.of(6, 0)), NOW);

        assertThat(duties)
                .filteredOn(duty -> duty.kind() == Kind.PROPHYLAXIS_WINDOW)
                .singleElement()
                .satisfies(duty -> assertThat(Duration.between(NOW, duty.due())).isEqualTo(Duration.ofHours(66)));
        assertThat(duties).extracting(Duties.Duty::kind).contains(Kind.CONTRACEPTION_WINDOW);
    }

    @Test
    void anUnknownHourNeverMakesAWindowSeemLonger() {
        var duties = Duties.of(sexual(LocalDate.of(2026, 11, 22), null), NOW);

        assertThat(duties)
                .filteredOn(duty -> duty.kind() == Kind.PROPHYLAXIS_WINDOW)
                .singleElement()
                .satisfies(duty -> assertThat(Duration.between(NOW, duty.due())).isEqualTo(Duration.ofHours(60)));
    }

    @Test
    void aWindowThatIsOverIsNotPromised() {
        assertThat(Duties.of(sexual(LocalDate.of(2026, 11, 19), LocalTime.of(11, 59)), NOW))
                .extracting(Duties.Duty::kind)
                .doesNotContain(Kind.PROPHYLAXIS_WINDOW)
                .contains(Kind.CONTRACEPTION_WINDOW);
        assertThat(Duties.of(sexual(LocalDate.of(2026, 11, 17), null), NOW))
                .extracting(Duties.Duty::kind)
                .doesNotContain(Kind.CONTRACEPTION_WINDOW);
    }

    @Test
    void forAMinorTheNoticeIsSaidMoreUrgently() {
        var minor = head(CaseStatus.REGISTERED, 17, null, null, List.of(), RiskLevel.LOW, NOW);
        var adult = head(CaseStatus.REGISTERED, 18, null, null, List.of(), RiskLevel.LOW, NOW);

        assertThat(Duties.of(minor, NOW)).extracting(Duties.Duty::kind).containsExactly(Kind.PROSECUTOR_NOTICE_MINOR);
        assertThat(Duties.of(adult, NOW)).extracting(Duties.Duty::kind).containsExactly(Kind.PROSECUTOR_NOTICE);
    }

    @Test
    void riskIsDueAfterThePeriodOfItsLevel() {
        var threeDays = NOW.minus(Duration.ofDays(3)).minusSeconds(1);
        assertThat(Duties.of(
                        head(CaseStatus.IN_FOLLOW_UP, 30, null, null, List.of(), RiskLevel.EXTREME, threeDays), NOW))
                .extracting(Duties.Duty::kind)
                .contains(Kind.RISK_DUE);
        assertThat(Duties.of(head(CaseStatus.IN_FOLLOW_UP, 30, null, null, List.of(), RiskLevel.HIGH, threeDays), NOW))
                .extracting(Duties.Duty::kind)
                .doesNotContain(Kind.RISK_DUE);
    }

    @Test
    void aClosedCaseAsksForNothing() {
        assertThat(Duties.of(
                        head(
                                CaseStatus.CLOSED,
                                10,
                                LocalDate.of(2026, 11, 22),
                                null,
                                List.of("SEXUAL"),
                                RiskLevel.NONE,
                                null),
                        NOW))
                .isEmpty();
    }
}

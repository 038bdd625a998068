package mx.gob.jocotepec.cauce.casefile;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.shared.Tri;
import org.jspecify.annotations.Nullable;

/** What the law or the calendar asks for in a case, computed from its head; never stored, so never stale. */
public final class Duties {
    /** HIV prophylaxis (NOM-046, to be confirmed). */
    private static final Duration PROPHYLAXIS = Duration.ofHours(72);

    /** Emergency contraception (NOM-046, to be confirmed). */
    private static final Duration CONTRACEPTION = Duration.ofHours(120);

    /** The type of violence that opens the windows of health care. */
    public static final String SEXUAL = "SEXUAL";

    private static final int MAJORITY = 18;

    /** The most urgent first. */
    public enum Kind {
        PROPHYLAXIS_WINDOW,
        CONTRACEPTION_WINDOW,
        PROSECUTOR_NOTICE_MINOR,
        PROSECUTOR_NOTICE,
        WALL_TO_CHECK,
        RISK_MISSING,
        RISK_DUE,
        CONSENT_PENDING,
        NOTICE_PENDING
    }

    /** @param due when it runs out or was due; null where the norm says "at once" */
    public record Duty(Kind kind, @Nullable Instant due) {}

    private Duties() {}

    public static List<Duty> of(CaseHead head, Instant now) {
        var duties = new ArrayList<Duty>();
        if (!head.isOpen()) return duties;
        if (head.violenceTypes().contains(SEXUAL)) duties.addAll(windows(head.factsOn(), head.factsTime(), now));
        if (head.prosecutorNotifiedAt() == null) {
            duties.add(new Duty(isMinor(head.age()) ? Kind.PROSECUTOR_NOTICE_MINOR : Kind.PROSECUTOR_NOTICE, null));
        }
        if (head.publicServant() == Tri.YES) duties.add(new Duty(Kind.WALL_TO_CHECK, null));
        var assessed = head.riskAssessedAt();
        if (head.risk() == RiskLevel.NONE || assessed == null) {
            duties.add(new Duty(Kind.RISK_MISSING, head.openedAt()));
        } else if (assessed.plus(head.risk().reassessedAfter()).isBefore(now)) {
            duties.add(new Duty(Kind.RISK_DUE, assessed.plus(head.risk().reassessedAfter())));
        } else if (head.factsOn() != null && head.factsOn().isAfter(LocalDate.ofInstant(assessed, Office.ZONE))) {
            // a new incident asks for a new look, whatever was found before it
            duties.add(new Duty(
                    Kind.RISK_DUE, head.factsOn().atStartOfDay(Office.ZONE).toInstant()));
        }
        if (head.privacyNoticeAt() == null) duties.add(new Duty(Kind.NOTICE_PENDING, null));
        if (head.consent() == CaseHead.Consent.PENDING) duties.add(new Duty(Kind.CONSENT_PENDING, null));
        return duties;
    }

    /** The windows of health care that are still open for facts that are being typed. */
    public static List<Duty> windows(Answers facts, Instant now) {
        return windows(
                CaseColumns.date(facts, "on").orElse(null),
                CaseColumns.time(facts, "time").orElse(null),
                now);
    }

    /** Whether she was a minor at the facts, by what is being typed: her birth, her CURP, or the age she tells. */
    public static boolean isMinor(Answers identity, Answers facts, Instant now) {
        return isMinor(CaseColumns.age(identity, facts, LocalDate.ofInstant(now, Office.ZONE))
                .orElse(null));
    }

    /** Whether the age she tells is another one than that of her birth or CURP, or these two differ; the date counts then. */
    public static boolean agesDiffer(Answers identity, Answers facts, Instant now) {
        var today = LocalDate.ofInstant(now, Office.ZONE);
        return Stream.of("age", "birth", "curp")
                        .filter(key -> identity.known(key).isPresent())
                        .map(key -> new Answers(Map.of(key, identity.known(key).orElse(""))))
                        .flatMap(one -> CaseColumns.age(one, facts, today).stream())
                        .distinct()
                        .count()
                > 1;
    }

    private static boolean isMinor(@Nullable Integer age) {
        return age != null && age < MAJORITY;
    }

    /** The day's begin counts where the hour is not known, so that none seems longer. */
    private static List<Duty> windows(@Nullable LocalDate day, @Nullable LocalTime time, Instant now) {
        if (day == null) return List.of();
        var facts = day.atTime(time == null ? LocalTime.MIDNIGHT : time)
                .atZone(Office.ZONE)
                .toInstant();
        return Stream.of(
                        new Duty(Kind.PROPHYLAXIS_WINDOW, facts.plus(PROPHYLAXIS)),
                        new Duty(Kind.CONTRACEPTION_WINDOW, facts.plus(CONTRACEPTION)))
                .filter(window -> window.due() != null && window.due().isAfter(now))
                .toList();
    }
}

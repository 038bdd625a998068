package mx.gob.jocotepec.cauce.casefile;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.shared.Tri;
import org.jspecify.annotations.Nullable;

/** What the law or the calendar asks for in a case, computed from its head; never stored, so never stale. */
public final class Duties {
    /** HIV prophylaxis (NOM-046, to be confirmed). */
    private static final Duration PROPHYLAXIS = Duration.ofHours(72);

    /** Emergency contraception (NOM-046, to be confirmed). */
    private static final Duration CONTRACEPTION = Duration.ofHours(120);

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
        if (head.violenceTypes().contains("SEXUAL")) addWindows(head, now, duties);
        if (head.prosecutorNotifiedAt() == null) {
            var age = head.age();
            boolean minor = age != null && age < MAJORITY;
            duties.add(new Duty(minor ? Kind.PROSECUTOR_NOTICE_MINOR : Kind.PROSECUTOR_NOTICE, null));
        }
        if (head.publicServant() == Tri.YES) duties.add(new Duty(Kind.WALL_TO_CHECK, null));
        var assessed = head.riskAssessedAt();
        if (head.risk() == RiskLevel.NONE || assessed == null) {
            duties.add(new Duty(Kind.RISK_MISSING, head.openedAt()));
        } else if (assessed.plus(head.risk().reassessedAfter()).isBefore(now)) {
            duties.add(new Duty(Kind.RISK_DUE, assessed.plus(head.risk().reassessedAfter())));
        }
        if (head.privacyNoticeAt() == null) duties.add(new Duty(Kind.NOTICE_PENDING, null));
        if (head.consent() == CaseHead.Consent.PENDING) duties.add(new Duty(Kind.CONSENT_PENDING, null));
        return duties;
    }

    /** End of the windows for somebody attended now; the day's begin counts where the hour is not known, so that none seems longer. */
    private static void addWindows(CaseHead head, Instant now, List<Duty> duties) {
        var day = head.factsOn();
        if (day == null) return;
        var time = head.factsTime() == null ? LocalTime.MIDNIGHT : head.factsTime();
        var facts = day.atTime(time).atZone(Office.ZONE).toInstant();
        if (facts.plus(PROPHYLAXIS).isAfter(now)) {
            duties.add(new Duty(Kind.PROPHYLAXIS_WINDOW, facts.plus(PROPHYLAXIS)));
        }
        if (facts.plus(CONTRACEPTION).isAfter(now)) {
            duties.add(new Duty(Kind.CONTRACEPTION_WINDOW, facts.plus(CONTRACEPTION)));
        }
    }
}

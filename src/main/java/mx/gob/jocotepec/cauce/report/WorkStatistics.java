package mx.gob.jocotepec.cauce.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import mx.gob.jocotepec.cauce.report.WorkFigures.ReferralCell;
import mx.gob.jocotepec.cauce.shared.AreaId;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.shared.StaffId;
import mx.gob.jocotepec.cauce.staff.CurrentActor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The numbers behind the pictures of the Dirección, without the women from whom the asker is kept away. One statement, whatever the number
 * of months; the pictures of one page, and she who opens it again within the next half minute, share the answer. Only totals are kept, and
 * only for her whose right to them was asked.
 */
@Service
public class WorkStatistics {
    private static final int LONGEST = 120;
    private static final Duration KEPT = Duration.ofSeconds(30);

    /** Of one person: what is counted leaves out those from whom she is kept away. */
    private record Asked(StaffId by, YearMonth last, int months) {}

    private record Answered(WorkFigures figures, Instant at) {}

    private final Map<Asked, Answered> answers = new ConcurrentHashMap<>();
    private final JdbcClient jdbc;
    private final CurrentActor actor;
    private final Clock clock;

    WorkStatistics(JdbcClient jdbc, CurrentActor actor, Clock clock) {
        this.jdbc = jdbc;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * @param months 1 to 120, up to and including {@code last}
     * @throws IllegalArgumentException outside that range
     */
    @PreAuthorize("hasAuthority('FOLLOW_UP')")
    @Transactional(readOnly = true)
    public WorkFigures upTo(YearMonth last, int months) {
        if (months < 1 || months > LONGEST) throw new IllegalArgumentException("months outside 1 to 120");
        var now = clock.instant();
        answers.values().removeIf(answer -> isOld(answer, now));
        var asked = new Asked(actor.get().staff(), last, months);
        return answers.computeIfAbsent(asked, none -> new Answered(count(last, months), now)).figures;
    }

    private static boolean isOld(Answered answer, Instant now) {
        return now.isBefore(answer.at) || !now.isBefore(answer.at.plus(KEPT));
    }

    private WorkFigures count(YearMonth last, int months) {
        var first = last.minusMonths(months - 1L);
        var casesByMonth = new LinkedHashMap<YearMonth, Long>();
        for (int i = 0; i < months; i++) casesByMonth.put(first.plusMonths(i), 0L);
        var figures =
                new WorkFigures(casesByMonth, new HashMap<>(), new HashMap<>(), new HashMap<>(), new LinkedHashMap<>());
        jdbc.sql("select chart, category, series, n from case_statistics(:bounds::timestamptz[])")
                .param(
                        "bounds",
                        IntStream.rangeClosed(0, months)
                                .mapToObj(i -> begin(first.plusMonths(i)))
                                .toArray(String[]::new))
                .query(row -> {
                    var category = row.getString("category");
                    long n = row.getLong("n");
                    switch (row.getString("chart")) {
                        case "CASES_BY_SPAN" -> casesByMonth.put(first.plusMonths(Integer.parseInt(category) - 1L), n);
                        case "CASES_BY_TYPE" -> figures.casesByType().put(category, n);
                        case "CASES_BY_RISK" -> figures.casesByRisk().put(category, n);
                        case "CASES_BY_AREA" -> figures.casesByArea().put(area(category), n);
                        case "REFERRALS" ->
                            figures.referrals()
                                    .put(
                                            new ReferralCell(
                                                    category.isEmpty() ? null : area(category),
                                                    row.getString("series")),
                                            n);
                        default -> throw new IllegalStateException("a picture nobody asked for");
                    }
                });
        return new WorkFigures(
                Collections.unmodifiableMap(casesByMonth),
                Map.copyOf(figures.casesByType()),
                Map.copyOf(figures.casesByRisk()),
                Map.copyOf(figures.casesByArea()),
                Collections.unmodifiableMap(figures.referrals()));
    }

    private static String begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(Office.ZONE).toInstant().toString();
    }

    private static AreaId area(String id) {
        return AreaId.of(UUID.fromString(id));
    }
}

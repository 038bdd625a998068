package mx.gob.jocotepec.cauce.report;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mx.gob.jocotepec.cauce.plan.IndicatorCounter;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.shared.Quarter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The plan's figures, counted over every case by the database's counting functions, which decide who may ask. */
@Component
class CaseCounts implements IndicatorCounter {
    private static final String WOMEN = "women_attended";
    private static final List<String> COUNTED = List.of(
            "cases_registered",
            WOMEN,
            "attentions_psychology",
            "attentions_legal",
            "attentions_social_work",
            "attentions_medical",
            "referrals_sent",
            "referrals_answered",
            "referrals_answered_on_time",
            "agreements_signed",
            "agreements_in_force",
            "agreements_civil",
            "areas_in_use");

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseCounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Map<Quarter, Long>> countByQuarter(int year) {
        var counts = new LinkedHashMap<String, Map<Quarter, Long>>();
        COUNTED.forEach(key -> counts.put(key, new HashMap<>()));
        var quarters = Quarter.ofYear(year);
        var limits = Stream.concat(
                        quarters.stream(), Stream.of(quarters.getLast().next()))
                .toList();
        jdbc.sql("select counter, quarter, n from indicator_counts(:bounds::timestamptz[], :days::date[], :today)")
                .param(
                        "bounds",
                        limits.stream().map(limit -> limit.start().toString()).toArray(String[]::new))
                .param(
                        "days",
                        limits.stream()
                                .map(limit -> limit.firstDay().toString())
                                .toArray(String[]::new))
                .param("today", LocalDate.ofInstant(clock.instant(), Office.ZONE))
                .query(row -> {
                    var counted = counts.get(row.getString("counter"));
                    if (counted != null) counted.put(new Quarter(year, row.getInt("quarter")), row.getLong("n"));
                });
        return counts;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Long> countYear(int year) {
        var women = jdbc.sql("select women_between(:since, :until)")
                .param("since", at(new Quarter(year, 1).start()))
                .param("until", at(new Quarter(year, 4).end()))
                .query(Long.class)
                .single();
        return Map.of(WOMEN, women);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

package mx.gob.jocotepec.cauce.audit.ui;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mx.gob.jocotepec.cauce.uikit.Dates;
import mx.gob.jocotepec.cauce.uikit.Texts;

/**
 * What an entry of the trail says besides its action, in words: {@code part=FACTS} as "Parte: hechos". Words that other modules have for
 * their keys are used as they stand; what has none stays as it was written, and what was left empty is left out.
 */
final class TrailWords {
    static final String KEY = "audit.detail.key.";
    private static final String VALUE = "audit.detail.value.";
    private static final Pattern BETWEEN = Pattern.compile("[,;](?=[A-Za-z][A-Za-z0-9]*=)");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** Where the values of a key have words already, the likelier first. */
    private static final Map<String, List<String>> BORROWED = Map.ofEntries(
            Map.entry("part", List.of("casefile.part.")),
            Map.entry("compartment", List.of("casefile.part.")),
            Map.entry("compartments", List.of("casefile.part.")),
            Map.entry("level", List.of("casefile.risk.")),
            Map.entry("roles", List.of("staff.role.")),
            Map.entry("first", List.of("staff.role.")),
            Map.entry("ground", List.of("rights.ground.")),
            Map.entry("manner", List.of("casefile.attempt.manner.")),
            Map.entry("result", List.of("oversight.close.", "referral.ReferralResult.")),
            Map.entry("urgency", List.of("referral.Urgency.")),
            Map.entry("why", List.of("rights.block.why.")),
            Map.entry("state", List.of("rights.state.")),
            Map.entry("step", List.of("rights.breach.do.")),
            Map.entry("kind", List.of("rights.kind.", "rights.breach.kind.")),
            Map.entry("reason", List.of("casefile.wall.reason.", "referral.refused.", "rights.file.")),
            Map.entry("action", List.of("audit.action.")),
            Map.entry("outcome", List.of("audit.outcome.")),
            Map.entry("", List.of("casefile.consent.", "audit.closure.")));

    private final Map<String, String> texts;
    private final Map<String, String> people;

    /** @param people names by the id of the account as it stands in a detail */
    TrailWords(Texts texts, Locale locale, Map<String, String> people) {
        this.texts = texts.getAllTranslations(locale);
        this.people = people;
    }

    String of(String detail) {
        return BETWEEN.splitAsStream(detail).flatMap(this::pair).collect(Collectors.joining(" · "));
    }

    private Stream<String> pair(String part) {
        int at = part.indexOf('=');
        if (at < 0) return part.isBlank() ? Stream.empty() : Stream.of(values("", part));
        var key = part.substring(0, at);
        var value = part.substring(at + 1);
        if (value.isBlank() || value.equals("null")) return Stream.empty();
        return Stream.of(texts.getOrDefault(KEY + key, key) + ": " + values(key, value));
    }

    private String values(String key, String value) {
        return Arrays.stream(value.split(",")).map(one -> value(key, one)).collect(Collectors.joining(", "));
    }

    private String value(String key, String value) {
        var own = Optional.ofNullable(texts.get(VALUE + value));
        return BORROWED.getOrDefault(key, List.of()).stream()
                .map(prefix -> texts.get(prefix + value))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .or(() -> own)
                .or(() -> Optional.ofNullable(people.get(value)))
                .orElseGet(() -> DAY.matcher(value).matches() ? Dates.date(LocalDate.parse(value)) : value);
    }
}

package mx.gob.jocotepec.cauce.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.Curp;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.shared.Tri;

/** What is counted and filtered of the answers, and what is wrong with them. */
final class CaseColumns {
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private CaseColumns() {}

    static Optional<LocalDate> date(Answers answers, String key) {
        return answers.known(key).flatMap(CaseColumns::parseDate);
    }

    static Optional<LocalTime> time(Answers answers, String key) {
        try {
            return answers.known(key).map(LocalTime::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static Tri tri(Answers answers, String key) {
        return answers.known(key)
                .map(value -> switch (value) {
                    case "YES" -> Tri.YES;
                    case "NO" -> Tri.NO;
                    default -> Tri.UNKNOWN;
                })
                .orElse(Tri.UNKNOWN);
    }

    /** Age at the facts, or today where their date is unknown: from the date of birth, the CURP, or as told. */
    static Optional<Integer> age(Answers identity, Answers facts, LocalDate today) {
        var at = date(facts, "on").orElse(today);
        return birth(identity)
                .map(birth -> Period.between(birth, at).getYears())
                .or(() -> number(identity, "age"))
                .filter(age -> age >= 0 && age <= 120);
    }

    static Optional<LocalDate> birth(Answers identity) {
        return date(identity, "birth")
                .or(() -> identity.known("curp")
                        .map(Curp::parse)
                        .flatMap(result ->
                                result instanceof Curp.Valid(var curp) ? curp.birthDate() : Optional.empty()));
    }

    /** Field to message key. Only what cannot be true is refused; what is missing or unverified is not. */
    static Map<String, String> problems(Map<String, Answers> bySection, Clock clock) {
        var today = LocalDate.now(clock.withZone(Office.ZONE));
        var problems = new HashMap<String, String>();
        bySection.forEach((section, answers) -> Sections.find(section)
                .ifPresent(known -> known.fields()
                        .forEach(field -> answers.known(field.key())
                                .flatMap(value -> problem(field, value, today))
                                .ifPresent(problem -> problems.put(section + "." + field.key(), problem)))));
        return problems;
    }

    private static Optional<String> problem(Sections.Field field, String value, LocalDate today) {
        return switch (field.type()) {
            case DATE -> {
                var date = parseDate(value);
                if (date.isEmpty()) yield Optional.of("casefile.problem.date");
                if (date.get().isAfter(today)) yield Optional.of("casefile.problem.future");
                yield date.get().isBefore(EARLIEST) ? Optional.of("casefile.problem.date") : Optional.empty();
            }
            case NUMBER -> {
                var number = parseNumber(value);
                yield number.isEmpty() || number.get() < 0 || number.get() > 120
                        ? Optional.of("casefile.problem.number")
                        : Optional.empty();
            }
            case TEXT, PHONE -> value.length() > 200 ? Optional.of("casefile.problem.long") : Optional.empty();
            // a doubtful CURP or telephone never stands in the way: the screen warns, the office clears it up later
            case CURP, NARRATIVE, TIME, TRI, CHOICE, MANY -> Optional.empty();
        };
    }

    static Optional<Integer> number(Answers answers, String key) {
        return answers.known(key).flatMap(CaseColumns::parseNumber);
    }

    static List<String> types(Answers facts) {
        return facts.list("types");
    }

    private static Optional<Integer> parseNumber(String text) {
        try {
            return Optional.of(Integer.parseInt(text.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> parseDate(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}

package mx.gob.jocotepec.cauce.staff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import me.gosimple.nbvcxz.Nbvcxz;
import me.gosimple.nbvcxz.resources.ConfigurationBuilder;
import mx.gob.jocotepec.cauce.shared.SpanishText;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Long enough and not guessable; no rules of composition. What remains of a password after the words everybody tries, the person's own
 * user name, years and runs such as 1234 or aaaa are taken away must still be something, and it is not among those that leaked.
 */
@Component
public class PasswordRules {
    public static final int SHORTEST = 12;
    public static final int LONGEST = 128;

    private static final int DIFFERENT_LEFT = 6;

    /** About ten to the eleventh guesses, after known words, names, keyboards, dates and what is written for letters. */
    private static final double BITS = 36;

    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final Pattern REPEATED = Pattern.compile("(.)\\1{2,}");
    private static final List<String> RUNS = List.of("01234567890", "09876543210", "abcdefghijklmnopqrstuvwxyz");

    public enum Problem {
        TOO_SHORT,
        TOO_LONG,
        COMMON
    }

    /** How hard it is to guess, told calmly. */
    public enum Strength {
        FAIR,
        GOOD,
        VERY_GOOD
    }

    private final List<String> words;

    /** 100,000 passwords that leaked elsewhere, as the library nbvcxz carries them (MIT); nothing is asked of anybody outside. */
    private final Set<String> leaked;

    private final Nbvcxz estimate = new Nbvcxz(new ConfigurationBuilder()
            .setMinimumEntropy(BITS)
            .setMaxLength(LONGEST)
            .setCombinationAlgorithmTimeout(200L)
            .createConfiguration());

    PasswordRules() {
        try {
            leaked = lines(new ClassPathResource("dictionaries/passwords.txt", Nbvcxz.class.getClassLoader()))
                    .collect(Collectors.toUnmodifiableSet());
            words = lines(new ClassPathResource("common-passwords.txt"))
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(PasswordRules::plain)
                    .distinct()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(ClassPathResource list) throws IOException {
        return list.getContentAsString(StandardCharsets.UTF_8).lines().map(String::strip);
    }

    public Optional<Problem> check(String username, String password) {
        if (password.length() < SHORTEST) return Optional.of(Problem.TOO_SHORT);
        if (password.length() > LONGEST) return Optional.of(Problem.TOO_LONG);
        if (leaked.contains(plain(password)) || leaked.contains(password)) return Optional.of(Problem.COMMON);
        boolean guessable = Stream.of(
                        plain(password), plain(unmasked(password)), unmasked(withoutSeries(plain(password))))
                .map(text -> without(username, text))
                .anyMatch(left -> left.chars().distinct().count() < DIFFERENT_LEFT);
        if (!guessable) guessable = estimate.estimate(password).getEntropy() < BITS;
        return guessable ? Optional.of(Problem.COMMON) : Optional.empty();
    }

    /** Of a password that was accepted. */
    public Strength strength(String username, String password) {
        int left = without(username, plain(password)).length();
        return left >= 20 ? Strength.VERY_GOOD : left >= 14 ? Strength.GOOD : Strength.FAIR;
    }

    private String without(String username, String text) {
        var left = text;
        var own = plain(username);
        if (own.length() >= 3) left = left.replace(own, "");
        for (var part : own.split("[._-]", -1)) if (part.length() >= 3) left = left.replace(part, "");
        for (var word : words) left = left.replace(word, "");
        return withoutSeries(left);
    }

    private static String withoutSeries(String text) {
        var left = REPEATED.matcher(YEAR.matcher(text).replaceAll("")).replaceAll("");
        for (var run : RUNS) left = withoutRuns(left, run);
        return left;
    }

    private static String withoutRuns(String text, String run) {
        var left = text;
        for (int length = run.length(); length >= 3; length--) {
            for (int start = 0; start + length <= run.length(); start++) {
                left = left.replace(run.substring(start, start + length), "");
            }
        }
        return left;
    }

    private static String plain(String text) {
        return SpanishText.fold(text).replace(" ", "");
    }

    /** The letters behind "p4ssw0rd". */
    private static String unmasked(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('7', 't')
                .replace('@', 'a')
                .replace('$', 's');
    }
}

package mx.gob.jocotepec.cauce.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mx.gob.jocotepec.cauce.referral.ReferralStatus;
import mx.gob.jocotepec.cauce.referral.ReferralStep;
import mx.gob.jocotepec.cauce.uikit.Texts;
import org.junit.jupiter.api.Test;

/** Whatever the code writes into the trail can be read in words: a new action needs its {@code audit.action.…} text. */
class TrailWordsTests {
    private static final Path MAIN = Path.of("src/main/java");
    private static final Pattern CALL = Pattern.compile("TrailEvent\\s*\\.of\\(([^)]*)\\)");
    private static final Pattern LITERAL = Pattern.compile("\"([A-Z][A-Z0-9]*(?:_[A-Z0-9]*)*)\"");
    /** Actions put together from a beginning and one of these. */
    private static final Map<String, List<String>> ENDINGS = Map.of(
            "CATALOG_", List.of("ADDED", "RENAMED", "RETIRED"),
            "REFERRAL_",
                    Stream.concat(names(ReferralStep.values()), names(ReferralStatus.values()))
                            .toList());

    /** Constants in those files that are no actions. */
    private static final Set<String> OTHER_WORDS = Set.of(
            "ANSWER_EXTENSION",
            "ASK_FOR_DATA",
            "COMPLETE_DATA",
            "NOT_COMPETENT",
            "RIGHTS_REQUEST",
            "PERSONAL_KEY",
            "PLAN_MET",
            "REFERRED_OUT");

    @Test
    void everyActionThatTheCodeRecordsIsToldInWords() throws IOException {
        var known = new Texts().getAllTranslations(Texts.SPANISH).keySet();
        var missing = new TreeSet<String>();
        int calls = 0;
        try (var files = Files.walk(MAIN)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                var code = Files.readString(file);
                var all = CALL.matcher(code).results().toList();
                calls += all.size();
                for (var call : all) {
                    var literals = literals(call.group(1)).toList();
                    literals.stream().flatMap(TrailWordsTests::actions).forEach(missing::add);
                    // the action comes from elsewhere in the file: all that looks like one is asked for
                    if (literals.isEmpty()) {
                        literals(code)
                                .filter(word -> word.contains("_") && !word.endsWith("_"))
                                .forEach(missing::add);
                    }
                }
            }
        }
        missing.removeAll(OTHER_WORDS);
        missing.removeIf(action -> known.contains("audit.action." + action));

        assertThat(calls).isGreaterThan(40);
        assertThat(missing).isEmpty();
    }

    private static Stream<String> literals(String code) {
        return LITERAL.matcher(code).results().map(match -> match.group(1));
    }

    private static Stream<String> actions(String literal) {
        if (!literal.endsWith("_")) return Stream.of(literal);
        var endings = ENDINGS.get(literal);
        assertThat(endings).as("what follows " + literal).isNotNull();
        return endings.stream().map(ending -> literal + ending);
    }

    private static Stream<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name);
    }
}

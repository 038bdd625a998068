package mx.gob.jocotepec.cauce.audit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.uikit.Texts;
import org.junit.jupiter.api.Test;

/** The detail of an entry is told in words: a new key needs its {@code audit.detail.key.…} text. */
class TrailDetailTests {
    private static final Path MAIN = Path.of("src/main/java");
    private static final Pattern STARTS = Pattern.compile("\"([,;]?[A-Za-z][A-Za-z0-9]*=[^\"\\s]*)\"");
    private static final Pattern KEY = Pattern.compile("(?:^|[,;])([A-Za-z][A-Za-z0-9]*)=");

    /** Parameters of addresses and headers, not of entries. */
    private static final Set<String> ELSEWHERE = Set.of("currentSchema", "telephone");

    private final TrailWords words = new TrailWords(new Texts(), Texts.SPANISH, Map.of("7b0c", "Ana Prueba"));

    @Test
    void everyKeyThatTheCodeRecordsHasItsWord() throws IOException {
        var known = new Texts().getAllTranslations(Texts.SPANISH).keySet();
        var keys = new TreeSet<String>();
        try (var files = Files.walk(MAIN)) {
            for (var file : files.filter(TrailDetailTests::mayRecord).toList()) {
                STARTS.matcher(Files.readString(file))
                        .results()
                        .map(literal -> literal.group(1))
                        .flatMap(literal -> KEY.matcher(literal).results().map(MatchResult.class::cast))
                        .forEach(key -> keys.add(key.group(1)));
            }
        }
        keys.removeAll(ELSEWHERE);

        assertThat(keys).hasSizeGreaterThan(50).contains("part", "from", "actor", "kind");
        keys.removeIf(key -> known.contains(TrailWords.KEY + key));
        assertThat(keys).isEmpty();
    }

    private static boolean mayRecord(Path file) {
        var path = file.toString();
        return path.endsWith(".java") && !path.contains("/ui/") && !path.contains("/demo/");
    }

    @Test
    void leavesOutWhatIsEmptyAndNamesTheRest() {
        assertThat(words.of("from=2026-11-18;until=null;actor=7b0c;action=SIGN_IN;outcome=null;folio=null"))
                .isEqualTo("Desde: 18 nov 2026 · Quién: Ana Prueba · Acción: Entrar");
        assertThat(words.of("by=NAME,rows=1")).isEqualTo("Por: nombre · Resultados: 1");
        assertThat(words.of("way=PASSWORD")).isEqualTo("Con: contraseña");
        assertThat(words.of("compartments=FACTS,IDENTITY")).isEqualTo("Partes: hechos, datos personales");
        assertThat(words.of("GIVEN")).isEqualTo("Sí, está de acuerdo");
        assertThat(words.of("")).isEmpty();
    }

    @Test
    void whatHasNoWordStaysAsItWasWritten() {
        assertThat(words.of("strange=THING")).isEqualTo("strange: THING");
    }

    @Test
    void everyPartOfACaseHasItsWord() {
        assertThat(Arrays.stream(Compartment.values()).filter(Compartment.granted()::contains))
                .allSatisfy(part -> assertThat(words.of("part=" + part)).doesNotContain(part.name()));
    }
}

package mx.gob.jocotepec.cauce.uikit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTests {
    private static final Path MAIN = Path.of("src/main/java");
    private static final Path BUNDLES = Path.of("src/main/resources/vaadin-i18n");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    /** Look like keys of texts and are names of drafts. */
    private static final Set<String> OTHER_NAMES = Set.of("attention.new", "attention.appointment");

    private final Texts texts = new Texts();
    private final Set<String> spanish = texts.getAllTranslations(Texts.SPANISH).keySet();

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(new TreeSet<>(texts.getAllTranslations(Texts.ENGLISH).keySet()))
                .isEqualTo(new TreeSet<>(spanish));
    }

    @Test
    void keysBeginWithTheNameOfTheirFile() throws IOException {
        var wrong = new ArrayList<String>();
        try (var files = Files.list(BUNDLES)) {
            for (var file : files.toList()) {
                var module = file.getFileName().toString().replaceAll("(_en)?\\.properties$", "");
                Files.readAllLines(file).stream()
                        .filter(line -> !line.isBlank()
                                && !line.startsWith("#")
                                && !line.startsWith(module + ".")
                                && !line.startsWith("timeline.")) // each module names its own events there
                        .forEach(line -> wrong.add(file.getFileName() + ": " + line));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyTextCanBeFormatted() {
        for (var locale : List.of(Texts.SPANISH, Texts.ENGLISH)) {
            texts.getAllTranslations(locale).forEach((key, text) -> {
                assertThat(text).as(key).isNotBlank().doesNotContain("'");
                assertThat(new MessageFormat(text, locale).format(new Object[] {1, 2, 3}))
                        .as(key)
                        .isNotBlank();
            });
        }
    }

    @Test
    void everyKeyThatTheScreensNameExists() {
        var modules =
                spanish.stream().map(key -> key.substring(0, key.indexOf('.'))).collect(Collectors.toSet());
        var shape = Pattern.compile("(?:" + String.join("|", modules) + ")(?:\\.[A-Za-z0-9_]+)+\\.?");

        var missing = inScreens(line -> literals(line)
                .filter(literal -> shape.matcher(literal).matches() && !OTHER_NAMES.contains(literal))
                .filter(literal -> literal.endsWith(".")
                        ? spanish.stream().noneMatch(key -> key.startsWith(literal))
                        : !spanish.contains(literal)));

        assertThat(missing).isEmpty();
    }

    @Test
    void noScreenSpeaksFromItsCode() {
        var accent = Pattern.compile("[áéíóúñÁÉÍÓÚÑ¿¡]");

        assertThat(inScreens(line ->
                        literals(line).filter(literal -> accent.matcher(literal).find())))
                .isEmpty();
    }

    @Test
    void aMissingKeyIsSeen() {
        assertThat(texts.getTranslation("uikit.nothing", Texts.SPANISH)).isEqualTo("!uikit.nothing!");
        assertThat(texts.getTranslation("uikit.save", Locale.UK)).isEqualTo("Save");
        assertThat(texts.getTranslation("uikit.save", Locale.GERMAN)).isEqualTo("Guardar");
    }

    private static Stream<String> literals(String line) {
        var code = line.strip();
        if (code.startsWith("//") || code.startsWith("*") || code.startsWith("/*")) return Stream.empty();
        return LITERAL.matcher(code).results().map(found -> found.group(1));
    }

    /** What the function finds in the lines of ui packages, uikit and shell, each with its file. */
    private static List<String> inScreens(Function<String, Stream<String>> find) {
        try (var files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().matches(".*[/\\\\](ui|uikit|shell)[/\\\\][^/\\\\]+"))
                    .flatMap(file -> lines(file).stream().flatMap(find).map(found -> file.getFileName() + ": " + found))
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

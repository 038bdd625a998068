package mx.gob.jocotepec.cauce.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of docs/asvs.md: complete, with one of four answers each, and naming nothing that is not there. */
class AsvsTableTests {
    private static final Path TABLE = Path.of("docs/asvs.md");
    private static final List<String> ANSWERS = List.of("yes", "in part", "no", "does not apply");
    private static final Pattern ROW =
            Pattern.compile("\\| (\\d+\\.\\d+\\.\\d+) \\| ([123]) \\| (.+) \\| (.+) \\| (.+) \\|");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern JAVA = Pattern.compile("([A-Z]\\w*[a-z]\\w*)(?:\\.([a-z]\\w+))?");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https)([^)#]*)(?:#([^)]+))?\\)");

    private record Row(String number, String level, String asks, String answer, String evidence) {}

    private final List<Row> rows = rows();
    private final Map<String, String> sources = sources();

    @Test
    void everyRequirementOfLevelsOneAndTwoIsAnsweredOnce() throws IOException {
        var standard = Files.readAllLines(Path.of("src/test/resources/asvs-5.0.0.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toMap(words -> words[0], words -> words[1]));

        assertThat(rows).extracting(Row::number).doesNotHaveDuplicates();
        assertThat(rows).allSatisfy(row -> assertThat(standard).containsEntry(row.number, row.level));
        assertThat(standard.keySet().stream()
                        .filter(number -> !standard.get(number).equals("3")))
                .allSatisfy(number -> assertThat(rows).extracting(Row::number).contains(number));
    }

    @Test
    void everyAnswerIsOneOfFourAndSaysWhy() {
        assertThat(rows).allSatisfy(row -> {
            assertThat(ANSWERS).as(row.number).contains(row.answer);
            assertThat(row.evidence).as(row.number).isNotBlank();
        });
        assertThat(rows.stream().filter(row -> row.answer.equals("yes")))
                .allSatisfy(row -> assertThat(named(row)).as(row.number).isNotEmpty());
    }

    @Test
    void whatIsNamedExists() {
        assertThat(rows).allSatisfy(row -> assertThat(named(row)).as(row.number).allMatch(this::exists));
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        for (var link : LINK.matcher(Files.readString(TABLE)).results().toList()) {
            var file = Path.of("docs").resolve(link.group(1));
            assertThat(file).exists();
            if (link.group(2) == null) continue;
            var headings = Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith("#"))
                    .map(line -> line.replaceFirst("#+ ", "")
                            .toLowerCase(java.util.Locale.ROOT)
                            .replaceAll("[^a-z0-9 -]", "")
                            .replace(' ', '-'));
            assertThat(headings).as(link.group()).contains(link.group(2));
        }
    }

    @Test
    void theTotalsAgree() throws IOException {
        var table = Files.readString(TABLE);
        for (var level : List.of("1", "2", "3", "all")) {
            var counts = ANSWERS.stream()
                    .map(answer -> String.valueOf(count(level, answer)))
                    .collect(Collectors.joining(" | "));
            var all = rows.stream()
                    .filter(row -> level.equals("all") || row.level.equals(level))
                    .count();
            assertThat(table).contains("| " + level + " | " + counts + " | " + all + " |\n");
        }
    }

    private long count(String level, String answer) {
        return rows.stream()
                .filter(row -> row.answer.equals(answer) && (level.equals("all") || row.level.equals(level)))
                .count();
    }

    /** Classes, tests and files in code style; settings, headers and commands are not looked up. */
    private static List<String> named(Row row) {
        var named = new ArrayList<String>();
        for (var code : CODE.matcher(row.evidence).results().toList()) {
            var text = code.group(1);
            if (JAVA.matcher(text).matches() || text.matches("[\\w./-]+\\.(md|xml|js|txt)")) named.add(text);
        }
        return named;
    }

    private boolean exists(String name) {
        var java = JAVA.matcher(name);
        if (!java.matches()) return Files.isRegularFile(Path.of(name));
        var source = sources.get(java.group(1));
        return source != null && (java.group(2) == null || source.contains("void " + java.group(2) + "("));
    }

    private static List<Row> rows() {
        try {
            return Files.readAllLines(TABLE).stream()
                    .map(ROW::matcher)
                    .filter(java.util.regex.Matcher::matches)
                    .map(row -> new Row(row.group(1), row.group(2), row.group(3), row.group(4), row.group(5)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> sources() {
        var sources = new HashMap<String, String>();
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sources;
    }
}

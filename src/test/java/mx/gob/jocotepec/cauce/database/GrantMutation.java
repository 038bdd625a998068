package mx.gob.jocotepec.cauce.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import mx.gob.jocotepec.cauce.database.GrantMutants.Mutant;
import mx.gob.jocotepec.cauce.database.GrantScene.Probe;
import org.junit.jupiter.api.Test;

/**
 * How many mistakes in the rules of the database {@link GrantRulesTests} would notice: each is made, those of its probes that come near
 * it are tried until somebody gets another answer, and it is taken back. Takes minutes, so it is asked for by name:
 * {@code mvn test -Dtest=GrantMutation}; {@code -Dmutants=<pattern>} takes only those whose name it finds.
 *
 * <p>What nobody noticed is told in target/grant-mutants.txt; what is known to change nothing stands with the reason in
 * src/test/resources/grants/same.txt.
 */
class GrantMutation {
    private static final int AIM = 85;
    private static final Path REPORT = Path.of("target/grant-mutants.txt");
    private static final Path SAME = Path.of("src/test/resources/grants/same.txt");
    /** Rules that others ask: everything comes near them. */
    private static final Pattern GENERAL =
            Pattern.compile("function (actor|audience|readable|walled|emergency|unclaimed|only_the)|view ");

    /** Functions that no probe calls by name, and what the probes that reach them name: the table of a trigger, the functions that ask. */
    private static final Map<String, String> REACHED_BY = Map.ofEntries(
            Map.entry("staff_account_guard", "staff_account"),
            Map.entry("invitation_guard", "invitation"),
            Map.entry("end_sessions", "staff_account"),
            Map.entry("directs", "(raise_wall|propose_wall|decide_wall)"),
            Map.entry("direction_left", "(raise_wall|propose_wall|decide_wall|walls_without_direction)"),
            Map.entry("wall_waits", "(raise_wall|propose_wall)"),
            Map.entry("wall_stands", "(raise_wall|propose_wall|decide_wall)"),
            Map.entry("erase_request", "(erase_case|erase_request_again)"),
            Map.entry("passkey_counts_on", "staff_passkey"),
            Map.entry("begins_without_passkeys", "staff_passkey"),
            Map.entry("direction_stays", "update area set"),
            Map.entry("shut_referrals", "into case_block"),
            Map.entry("shut_with_its_case", "into referral"),
            Map.entry("begins_alone", "invitation"),
            Map.entry("walled_folios", "trail_entry"));

    private final Map<Probe, Map<String, String>> right = new LinkedHashMap<>();
    private final List<String> noticed = new ArrayList<>();
    private final List<String> unnoticed = new ArrayList<>();
    private final List<String> impossible = new ArrayList<>();

    @Test
    void mistakesInTheRulesAreNoticed() throws SQLException, IOException {
        var wanted = Pattern.compile(System.getProperty("mutants", ""));
        try (var scene = new GrantScene(TestDatabase.fresh("grant_rules"))) {
            for (var probe : scene.probes()) right.put(probe, scene.answers(probe));
            for (var mutant : GrantMutants.of(scene.database())) {
                if (wanted.matcher(mutant.name()).find()) attempt(scene, mutant);
            }
            report();
            // every mistake was taken back: the answers are the right ones again
            for (var probe : scene.probes())
                assertThat(scene.answers(probe)).as(probe.name()).isEqualTo(right.get(probe));
        }

        assertThat(share()).as("of a hundred noticed, see %s", REPORT).isGreaterThanOrEqualTo(AIM);
    }

    /** @param right what everybody is answered without it @return the first probe that notices the mistake, and who got another answer */
    static Optional<String> noticedBy(GrantScene scene, Mutant mutant, Map<Probe, Map<String, String>> right)
            throws SQLException {
        scene.run("savepoint mistake");
        try {
            scene.run(mutant.statement());
            for (var probe : near(scene, mutant)) {
                var answers = scene.answers(probe);
                var before = right.getOrDefault(probe, Map.of());
                var other = answers.keySet().stream()
                        .filter(who -> !answers.get(who).equals(before.get(who)))
                        .findFirst();
                if (other.isPresent()) return Optional.of(probe.name() + " ← " + other.get());
            }
            return Optional.empty();
        } finally {
            scene.run("rollback to savepoint mistake; release savepoint mistake");
        }
    }

    private void attempt(GrantScene scene, Mutant mutant) throws SQLException {
        try {
            noticedBy(scene, mutant, right)
                    .ifPresentOrElse(
                            by -> noticed.add(mutant.name() + "  by " + by), () -> unnoticed.add(mutant.name()));
        } catch (SQLException e) {
            impossible.add(
                    mutant.name() + "  " + e.getMessage().lines().findFirst().orElse(""));
        }
    }

    static List<Probe> near(GrantScene scene, Mutant mutant) {
        var words = mutant.place().split(" ");
        var name = words[0].equals("policy") ? words[3] : REACHED_BY.getOrDefault(words[1], words[1]);
        var subject = Pattern.compile("\\b" + name + "\\b");
        var general = GENERAL.matcher(mutant.place()).find();
        return scene.probes().stream()
                .filter(probe -> general || subject.matcher(probe.toString()).find())
                .sorted(Comparator.comparing(
                        probe -> !subject.matcher(probe.name()).find()))
                .toList();
    }

    private long share() throws IOException {
        var reasons = reasons();
        var missed =
                unnoticed.stream().filter(name -> same(reasons, name).isEmpty()).count();
        return noticed.isEmpty() && missed == 0 ? 100 : 100 * noticed.size() / (noticed.size() + missed);
    }

    private static Map<Pattern, String> reasons() throws IOException {
        var reasons = new LinkedHashMap<Pattern, String>();
        for (var line : Files.readAllLines(SAME)) {
            var parts = line.split(" :: ", 2);
            if (parts.length == 2) reasons.put(Pattern.compile(parts[0]), parts[1]);
        }
        return reasons;
    }

    private static Optional<String> same(Map<Pattern, String> reasons, String name) {
        return reasons.entrySet().stream()
                .filter(reason -> reason.getKey().matcher(name).find())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private void report() throws IOException {
        var reasons = reasons();
        var same = unnoticed.stream()
                .filter(name -> same(reasons, name).isPresent())
                .toList();
        var text = new StringBuilder("noticed %d, unnoticed %d, changing nothing %d, not SQL %d: %d %%%n"
                .formatted(noticed.size(), unnoticed.size() - same.size(), same.size(), impossible.size(), share()));
        unnoticed.stream()
                .filter(name -> !same.contains(name))
                .forEach(name -> text.append("UNNOTICED ").append(name).append('\n'));
        same.forEach(name -> text.append("same      ")
                .append(name)
                .append("  ")
                .append(same(reasons, name).orElse(""))
                .append('\n'));
        impossible.forEach(name -> text.append("not SQL   ").append(name).append('\n'));
        noticed.forEach(name -> text.append("noticed   ").append(name).append('\n'));
        Files.writeString(REPORT, text);
    }
}

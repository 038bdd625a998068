package mx.gob.jocotepec.cauce.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import mx.gob.jocotepec.cauce.database.GrantMutants.Mutant;
import mx.gob.jocotepec.cauce.database.GrantScene.Probe;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** That the search for mistakes nobody notices is able to: it makes them everywhere, and one that is noticed counts as such. */
class GrantMutantsTests {
    private static GrantScene scene;

    @BeforeAll
    static void aTown() throws SQLException {
        scene = new GrantScene(TestDatabase.fresh("grant_mutants"));
    }

    @AfterAll
    static void over() throws SQLException {
        scene.close();
    }

    @Test
    void everyPolicyOfTheApplicationAndEveryDecidingFunctionIsTried() throws SQLException {
        var places = new HashSet<String>();
        for (var mutant : GrantMutants.of(scene.database()))
            places.add(mutant.place().replaceAll(" (using|with check)$", ""));

        assertThat(places)
                .contains(
                        "policy wall on case_file",
                        "policy granted on case_grant",
                        "view held_grant",
                        "function actor",
                        "function may_grant",
                        "function break_glass",
                        "function end_referral_grant",
                        "function propose_wall",
                        "function decide_staff_request",
                        "function staff_account_guard",
                        "function erase_case");
        assertThat(places).noneMatch(place -> GrantMutants.NOT_RULES.containsKey(place.replace("function ", "")));
    }

    @Test
    void whatIsLeftOutExists() throws SQLException {
        try (var names = scene.database().createStatement();
                var rows =
                        names.executeQuery("select proname from pg_proc where pronamespace = 'cauce'::regnamespace")) {
            var found = new HashSet<String>();
            while (rows.next()) found.add(rows.getString(1));
            assertThat(found).containsAll(GrantMutants.NOT_RULES.keySet());
        }
    }

    @Test
    void aMissingWallIsNoticedAndTakenBack() throws SQLException {
        var missing = GrantMutants.of(scene.database()).stream()
                .filter(mutant -> mutant.name().equals("policy wall on case_grant · dropped"))
                .findFirst()
                .orElseThrow();
        var nothing = new Mutant(missing.place(), "none", "select 1");
        var right = rightAnswers(missing);

        assertThat(GrantMutation.noticedBy(scene, missing, right)).isPresent();
        assertThat(GrantMutation.noticedBy(scene, nothing, right)).isEmpty();
    }

    private static Map<Probe, Map<String, String>> rightAnswers(Mutant mutant) throws SQLException {
        var right = new HashMap<Probe, Map<String, String>>();
        for (var probe : GrantMutation.near(scene, mutant)) right.put(probe, scene.answers(probe));
        return right;
    }
}

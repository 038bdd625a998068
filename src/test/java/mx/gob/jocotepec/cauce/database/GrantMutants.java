package mx.gob.jocotepec.cauce.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The rules that decide in the database who sees and does what, each with one mistake: policies of the runtime role, the view of the
 * grants held now, and the functions. They are read from the migrated database, so that the rules of every migration are in it.
 */
final class GrantMutants {
    /** A mistake: where, which, and the statement that makes it. */
    record Mutant(String place, String mistake, String statement) {
        String name() {
            return place + " · " + mistake;
        }
    }

    /** Functions that decide about nobody's access, and why. */
    static final Map<String, String> NOT_RULES = Map.ofEntries(
            Map.entry("agreement_use", "counts"),
            Map.entry("aggressor_feed", "reads pages; who may is asked by only_the_system"),
            Map.entry("case_statistics", "counts: CountingTests"),
            Map.entry("count_reading", "counts readings: Threat09MassExtractionTests"),
            Map.entry("erasable", "names columns: ErasureTests"),
            Map.entry("erase_again", "destroys again after a restore: ErasureTests"),
            Map.entry("erase_sealed", "destroys what erase_case lets it: ErasureTests"),
            Map.entry("first_has_begun", "marks that a first password was set: SecondPersonTests"),
            Map.entry("forget_exports", "takes away files whose time is over"),
            Map.entry("indicator_counts", "counts: CountingTests"),
            Map.entry("keep_name", "copies names: WallProposalsTests"),
            Map.entry("keep_past", "copies versions"),
            Map.entry("mark_person", "marks what the name index reads again"),
            Map.entry("needs_actor", "asks who acts: Threat04RuntimeRoleTests"),
            Map.entry("next_folio", "numbers"),
            Map.entry("no_shorter_than", "bounds spans of counting: CountingTests"),
            Map.entry("only_for", "asks the role of who counts: CountingTests"),
            Map.entry("plan_not_closed", "figures of the plan: PlansTests"),
            Map.entry("plan_only_while_closing", "figures of the plan: PlansTests"),
            Map.entry("read_allowed", "numbers of the budget: ReadLimitsTests"),
            Map.entry("trail_append", "writes the trail: Threat07TrailTamperTests"),
            Map.entry("trail_text", "writes the trail: Threat07TrailTamperTests"),
            Map.entry("waiting_cases", "counts what is within reach by held_grant"),
            Map.entry("wall_check_needed", "notes an account to be compared"),
            Map.entry("women_between", "counts: CountingTests"));

    private final List<Mutant> mutants = new ArrayList<>();

    private GrantMutants() {}

    /** @param database a connection that may read the catalogs, with the schema of Cauce in its path */
    static List<Mutant> of(Connection database) throws SQLException {
        var all = new GrantMutants();
        all.policies(database);
        all.views(database);
        all.functions(database);
        return List.copyOf(all.mutants);
    }

    private void policies(Connection database) throws SQLException {
        // those of the helper roles only let the functions work
        var query = """
                select tablename, policyname, permissive, cmd, qual, with_check from pg_policies
                where schemaname = 'cauce' and not roles && '{cauce_guard,cauce_counter}'::name[] order by 1, 2""";
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                var table = rows.getString(1);
                var policy = rows.getString(2);
                var place = "policy " + policy + " on " + table;
                var alter = "alter policy " + Sql.name(policy) + " on cauce." + Sql.name(table);
                if (rows.getString(3).equals("RESTRICTIVE")) {
                    mutants.add(new Mutant(place, "dropped", "drop policy " + policy + " on cauce." + table));
                }
                condition(place + " using", alter + " using ", rows.getString(5), rows.getString(3));
                condition(place + " with check", alter + " with check ", rows.getString(6), rows.getString(3));
            }
        }
    }

    private void condition(String place, String alter, String condition, String kind) {
        if (condition == null || condition.equals("true")) return;
        if (!kind.equals("RESTRICTIVE")) mutants.add(new Mutant(place, "everything → true", alter + "(true)"));
        for (var mutation : SqlMutator.mutations(condition)) {
            mutants.add(new Mutant(place, mutation.name(), alter + "(" + mutation.text() + ")"));
        }
    }

    private void views(Connection database) throws SQLException {
        var query = "select viewname, definition from pg_views where schemaname = 'cauce' order by 1";
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                for (var mutation : SqlMutator.mutations(rows.getString(2))) {
                    mutants.add(new Mutant(
                            "view " + rows.getString(1),
                            mutation.name(),
                            "create or replace view cauce." + rows.getString(1) + " as " + mutation.text()));
                }
            }
        }
    }

    private void functions(Connection database) throws SQLException {
        var query = """
                select p.proname, pg_get_functiondef(p.oid), p.prosrc from pg_proc p join pg_language l on l.oid = p.prolang
                where p.pronamespace = 'cauce'::regnamespace and l.lanname in ('sql', 'plpgsql') order by 1""";
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                if (NOT_RULES.containsKey(rows.getString(1))) continue;
                for (var mutation : SqlMutator.mutations(rows.getString(3))) {
                    mutants.add(new Mutant(
                            "function " + rows.getString(1),
                            mutation.name(),
                            rows.getString(2).replace(rows.getString(3), mutation.text())));
                }
            }
        }
    }
}

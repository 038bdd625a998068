package mx.gob.jocotepec.cauce.rights;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mx.gob.jocotepec.cauce.casefile.CaseClosing;
import mx.gob.jocotepec.cauce.casefile.CaseFiles;
import mx.gob.jocotepec.cauce.casefile.CaseHead;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.casefile.NewCase;
import mx.gob.jocotepec.cauce.casefile.RegisterOutcome;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.database.TestDatabase;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.Role;
import org.springframework.boot.test.context.TestComponent;

/** Cases for tests of rights, and a look at their rows past row security. */
@TestComponent
class RightsScene {
    private final CaseFiles cases;
    private final CaseClosing closing;
    private final Acting acting;

    RightsScene(CaseFiles cases, CaseClosing closing, Acting acting) {
        this.acting = acting;
        this.cases = cases;
        this.closing = closing;
    }

    CaseRef caseOf(Acting.Someone officer) {
        var request = new NewCase(
                null,
                Map.of(
                        Compartment.IDENTITY,
                        new Answers(Map.of("given", "Marta", "surname1", "Ibarra", "curp", "SABC560626MDFLRN01")),
                        Compartment.CONTACT,
                        new Answers(Map.of("phone", "3871234567")),
                        Compartment.AGGRESSOR,
                        new Answers(Map.of("name", "Uno")),
                        Compartment.FACTS,
                        new Answers(Map.of("types", "PSYCHOLOGICAL"))),
                true,
                CaseHead.Consent.GIVEN,
                null,
                "IN_PERSON");
        return ((RegisterOutcome.Registered) officer.does(() -> cases.register(request))).ref();
    }

    /** By somebody else than who blocks it afterwards. */
    void close(CaseRef ref) {
        acting.someone(Acting.DIRECTION, Role.DIRECTION).does(() -> closing.close(ref, "PLAN_MET", false));
    }

    static void superuser(String... statements) {
        try (var connection = TestDatabase.shared().asSuperuser();
                var work = connection.createStatement()) {
            work.execute("set search_path = cauce, public");
            for (var statement : statements) work.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<String> list(String query) {
        try (var connection = TestDatabase.shared().asSuperuser();
                var work = connection.createStatement()) {
            work.execute("set search_path = cauce, public");
            var found = new ArrayList<String>();
            try (var rows = work.executeQuery(query)) {
                while (rows.next()) found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tables, with their columns, that still hold something of the case or of its person. */
    static List<String> stillSealed(CaseRef ref) {
        var columns = list("""
                select c.relname || ' ' || k.attname || ' ' || a.attname
                from pg_class c join pg_attribute a on a.attrelid = c.oid and a.atttypid = 'bytea'::regtype and not a.attisdropped
                join pg_attribute k on k.attrelid = c.oid and k.attname in ('case_id', 'person_id') and not k.attisdropped
                where c.relnamespace = 'cauce'::regnamespace and c.relkind = 'r' and c.relname <> 'trail_entry'""");
        var held = new ArrayList<String>();
        for (var column : columns) {
            var parts = column.split(" ");
            var id =
                    parts[1].equals("case_id") ? ref.id().value() : ref.person().value();
            held.addAll(list("select '%s.%s' from %s where %s = '%s' and length(%s) > 0 limit 1"
                    .formatted(parts[0], parts[2], parts[0], parts[1], id, parts[2])));
        }
        return held.stream().distinct().sorted().toList();
    }
}

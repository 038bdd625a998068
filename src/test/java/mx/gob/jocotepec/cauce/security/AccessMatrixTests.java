package mx.gob.jocotepec.cauce.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import mx.gob.jocotepec.cauce.casefile.CaseEvents;
import mx.gob.jocotepec.cauce.casefile.CaseFiles;
import mx.gob.jocotepec.cauce.casefile.CaseHead;
import mx.gob.jocotepec.cauce.casefile.CaseLists;
import mx.gob.jocotepec.cauce.casefile.CaseQuery;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.casefile.NewCase;
import mx.gob.jocotepec.cauce.casefile.RegisterOutcome;
import mx.gob.jocotepec.cauce.casefile.Walls;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.AreaId;
import mx.gob.jocotepec.cauce.shared.Folio;
import mx.gob.jocotepec.cauce.shared.Ids;
import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.Permission;
import mx.gob.jocotepec.cauce.staff.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who may do what, as one reads it in docs/access-matrix.md: which role may call which service method, and what a role gets of a case by
 * its relation to it, tried against the database. A new method, another right or another answer changes the file, so that nobody
 * changes access unseen. {@code -Dmatrix.update=true} writes it anew.
 */
@SpringBootTest
@Import(Acting.class)
class AccessMatrixTests {
    private static final Path FILE = Path.of("docs/access-matrix.md");
    private static final Pattern AUTHORITY = Pattern.compile("'([A-Z_]+)'");

    @Autowired
    mx.gob.jocotepec.cauce.casefile.CaseClosing closing;

    @Autowired
    CaseFiles cases;

    @Autowired
    CaseLists lists;

    @Autowired
    CaseEvents events;

    @Autowired
    mx.gob.jocotepec.cauce.casefile.CaseGrants grants;

    @Autowired
    Walls walls;

    @Autowired
    Acting acting;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void accessIsAsTheCheckedInMatrixSays() throws IOException {
        var now =
                "# Who may do what\n\nWritten and compared by `AccessMatrixTests`; `-Dmatrix.update=true` writes it anew.\n\n"
                        + methods() + "\n" + relations();

        if (Boolean.getBoolean("matrix.update")) Files.writeString(FILE, now);

        assertThat(now).isEqualTo(Files.readString(FILE));
    }

    private static String methods() {
        var rows = new TreeMap<String, String>();
        new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("mx.gob.jocotepec.cauce")
                        .stream()
                        .filter(type -> type.isAnnotatedWith(Service.class))
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC)
                                && method.isAnnotatedWith(PreAuthorize.class))
                        .forEach(method -> rows.merge(
                                method.getOwner().getPackageName().replaceFirst(".*cauce\\.", "") + "."
                                        + method.getOwner().getSimpleName() + "." + method.getName(),
                                marks(method.getAnnotationOfType(PreAuthorize.class)
                                        .value()),
                                AccessMatrixTests::together));
        var text = new StringBuilder("## Role × service method\n\n| method |");
        Arrays.stream(Role.values())
                .forEach(role -> text.append(' ').append(role).append(" |"));
        text.append("\n|---|").append("---|".repeat(Role.values().length)).append('\n');
        rows.forEach((method, marks) ->
                text.append("| ").append(method).append(" | ").append(marks).append(" |\n"));
        return text.toString();
    }

    /** Overloads stand in one row; they must agree. */
    private static String together(String one, String other) {
        return one.equals(other) ? one : "overloads differ: " + one + " / " + other;
    }

    private static String marks(String expression) {
        return String.join(
                " | ",
                Arrays.stream(Role.values())
                        .map(role -> may(role, expression) ? "yes" : "–")
                        .toList());
    }

    private static boolean may(Role role, String expression) {
        if (expression.equals("isAuthenticated()") || expression.equals("permitAll()")) return true;
        var wanted = AUTHORITY
                .matcher(expression)
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(wanted).as(expression).isNotEmpty();
        return wanted.stream().map(Permission::valueOf).anyMatch(role::allows);
    }

    private String relations() {
        var text = new StringBuilder("## Role × relation to the case × operation\n\n");
        text.append(
                        "Relations: *registered* by the own area; *oversight* of the Dirección; *referred* to the own area with identity, ")
                .append(
                        "contact and facts; *ended*, such a referral taken back; *none*; *walled*, kept away by name although the own area ")
                .append("registered it.\n\n| role | relation | ");
        boolean first = true;
        for (var role : Role.values()) {
            for (var relation : Relation.values()) {
                var answers = answers(role, relation);
                if (answers.isEmpty()) continue;
                if (first) {
                    text.append(String.join(" | ", answers.keySet())).append(" |\n|---|---|");
                    text.append("---|".repeat(answers.size())).append('\n');
                    first = false;
                }
                text.append("| ")
                        .append(role)
                        .append(" | ")
                        .append(relation.name().toLowerCase(java.util.Locale.ROOT))
                        .append(" | ")
                        .append(String.join(" | ", answers.values()))
                        .append(" |\n");
            }
        }
        return text.toString();
    }

    private enum Relation {
        REGISTERED,
        OVERSIGHT,
        REFERRED,
        ENDED,
        NONE,
        WALLED
    }

    private Map<String, String> answers(Role role, Relation relation) {
        boolean direction = role == Role.DIRECTION;
        // the Dirección sees every case, so it has no "none"; only it has oversight
        if ((relation == Relation.OVERSIGHT) != direction && relation == Relation.OVERSIGHT) return Map.of();
        if (direction && (relation == Relation.NONE || relation == Relation.REFERRED || relation == Relation.ENDED))
            return Map.of();
        AreaId own = direction ? Acting.DIRECTION : Acting.HEALTH;
        var somebody = acting.someone(own, role);
        boolean ownCase = relation == Relation.REGISTERED || relation == Relation.WALLED;
        var clerk = acting.someone(
                ownCase ? own : Acting.POLICE, direction && ownCase ? Role.DIRECTION : Role.FIRST_CONTACT);
        var surname = "Matriz" + Ids.next().toString().substring(24).replaceAll("[0-9]", "");
        var ref = clerk.does(() -> register(surname));
        if (relation == Relation.REFERRED || relation == Relation.ENDED) {
            var source = Ids.next();
            clerk.runs(() -> transaction.executeWithoutResult(status -> grants.shareForReferral(
                    ref, own, java.util.Set.of(Compartment.IDENTITY, Compartment.CONTACT, Compartment.FACTS), source)));
            if (relation == Relation.ENDED) {
                endGrants(source);
            }
        }
        if (relation == Relation.WALLED) {
            assertThat(clerk.does(() -> walls.raise(ref, somebody.id(), Walls.Reason.AGGRESSOR)))
                    .isNotEqualTo(Walls.Raised.NOT_RAISED);
        }
        var answers = new LinkedHashMap<String, String>();
        answers.put(
                "open",
                said(
                        somebody,
                        () -> cases.findByFolio(Folio.parse(ref.folio()).orElseThrow())
                                .isPresent()));
        for (var compartment : Compartment.granted()) {
            if (compartment == Compartment.CLINICAL) continue; // written by attentions only
            answers.put(
                    "read " + compartment,
                    said(somebody, () -> cases.read(ref, compartment).isPresent()));
        }
        answers.put(
                "change FACTS",
                said(
                        somebody,
                        () -> cases.save(ref, Compartment.FACTS, new Answers(Map.of("place", "x")), 0)
                                instanceof mx.gob.jocotepec.cauce.person.SaveOutcome.Saved));
        answers.put(
                "list",
                said(
                        somebody,
                        () -> lists.page(CaseQuery.ALL, 0, 200).stream()
                                .anyMatch(line -> line.ref().equals(ref))));
        answers.put(
                "search",
                said(
                        somebody,
                        () -> lists.search(surname, 0, 200).stream()
                                .anyMatch(line -> line.ref().equals(ref))));
        answers.put(
                "timeline", said(somebody, () -> !events.timeline(ref, 0, 10).isEmpty()));
        answers.put("who has read", said(somebody, () -> !cases.readers(ref).isEmpty()));
        answers.put(
                "close",
                said(
                        somebody,
                        () -> closing.close(ref, "OWN_DECISION", true)
                                instanceof mx.gob.jocotepec.cauce.casefile.CloseOutcome.Closed));
        return answers;
    }

    /** As a rejected or cancelled referral leaves it. */
    private static void endGrants(java.util.UUID source) {
        try (var owner = mx.gob.jocotepec.cauce.database.TestDatabase.shared().asSuperuser();
                var end = owner.prepareStatement(
                        "update cauce.case_grant set until_at = clock_timestamp() where source_id = ?")) {
            end.setObject(1, source);
            end.executeUpdate();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private CaseRef register(String surname) {
        return ((RegisterOutcome.Registered) cases.register(new NewCase(
                        null,
                        Map.of(Compartment.IDENTITY, new Answers(Map.of("given", "Prueba", "surname1", surname))),
                        true,
                        CaseHead.Consent.GIVEN,
                        null,
                        "IN_PERSON")))
                .ref();
    }

    private static String said(Acting.Someone somebody, Supplier<Boolean> work) {
        try {
            return somebody.does(work) ? "yes" : "nothing";
        } catch (AccessDeniedException e) {
            return "denied";
        }
    }
}

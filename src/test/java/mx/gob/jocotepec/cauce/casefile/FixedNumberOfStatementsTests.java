package mx.gob.jocotepec.cauce.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.database.Statements;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.Folio;
import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** What people do most takes as many statements for a case of years as for one of today. The signing of the context is not counted. */
@SpringBootTest
@Import({Acting.class, Statements.class})
class FixedNumberOfStatementsTests {
    @Autowired
    CaseFiles cases;

    @Autowired
    CaseLists lists;

    @Autowired
    Acting acting;

    Acting.Someone officer;

    @BeforeEach
    void somebody() {
        officer = acting.someone(Acting.POLICE, Role.FIRST_CONTACT);
    }

    @Test
    void openingACaseIsOneStatementWhateverItsHistory() {
        var ref = register("Amparo");
        var folio = Folio.parse(ref.folio()).orElseThrow();
        assertThat(sent(() -> cases.findByFolio(folio))).hasSize(1);

        for (int version = 0; version < 12; version++) {
            int stored = version;
            var facts = new Answers(Map.of("narrative", "Versión " + version));
            officer.does(() -> cases.save(ref, Compartment.FACTS, facts, stored));
        }

        assertThat(sent(() -> cases.findByFolio(folio))).hasSize(1);
    }

    @Test
    void registeringIsNineStatementsHoweverManyTelephonesAndParts() {
        var request = RegisterAndFindTests.aCase("Beatriz", "Solano");

        assertThat(sent(() -> cases.register(request))).hasSize(9);
    }

    @Test
    void aPageOfTheListIsTwoStatementsHoweverLong() {
        var few = sent(() -> lists.page(CaseQuery.ALL, 0, 1));
        for (int i = 0; i < 8; i++) register("Carmela");

        assertThat(sent(() -> lists.page(CaseQuery.ALL, 0, 50)))
                .hasSameSizeAs(few)
                .hasSize(2);
    }

    @Test
    void aSearchTakesTheSameStatementsForOneFoundAndForMany() {
        register("Dominga");
        var one = sent(() -> lists.search("Dominga Solano", 0, 50));
        for (int i = 0; i < 8; i++) register("Dominga");

        var many = sent(() -> lists.search("Dominga Solano", 0, 50));

        assertThat(many.size()).isLessThanOrEqualTo(one.size()).isLessThanOrEqualTo(5);
    }

    private List<String> sent(Supplier<?> work) {
        return Statements.of(() -> officer.does(work));
    }

    private CaseRef register(String given) {
        var request = RegisterAndFindTests.aCase(given, "Solano");
        return ((RegisterOutcome.Registered) officer.does(() -> cases.register(request))).ref();
    }
}

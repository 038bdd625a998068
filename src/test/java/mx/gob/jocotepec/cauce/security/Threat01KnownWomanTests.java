package mx.gob.jocotepec.cauce.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import mx.gob.jocotepec.cauce.casefile.CaseFiles;
import mx.gob.jocotepec.cauce.casefile.CaseGrants;
import mx.gob.jocotepec.cauce.casefile.CaseHead;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.casefile.NewCase;
import mx.gob.jocotepec.cauce.casefile.RegisterOutcome;
import mx.gob.jocotepec.cauce.casefile.RiskAssessments;
import mx.gob.jocotepec.cauce.casefile.RiskLevel;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.Ids;
import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/** A woman who is known already: what a part of her case opens, and what a new case of hers opens and keeps. */
@SpringBootTest
@Import(Acting.class)
class Threat01KnownWomanTests {
    @Autowired
    CaseFiles cases;

    @Autowired
    CaseGrants grants;

    @Autowired
    RiskAssessments risks;

    @Autowired
    Acting acting;

    @Autowired
    TransactionTemplate transaction;

    Acting.Someone neighbour;
    Acting.Someone officer;
    CaseRef hers;

    @BeforeEach
    void aCaseOfAnotherArea() {
        neighbour = acting.someone(Acting.DIF, Role.FIRST_CONTACT);
        officer = acting.someone(Acting.POLICE, Role.FIRST_CONTACT);
        hers = registered(
                neighbour,
                null,
                Map.of("given", "Marta", "surname1", "Ruelas", "birth", "2010-06-01"),
                Map.of("phone", "3871234567", "street", "Calle Secreta 5"),
                "2026-01-05");
    }

    @Test
    void aReferralOfOnePartIsNoWayIntoTheOthers() {
        share(Compartment.IDENTITY);

        assertThatThrownBy(() -> registered(officer, hers, Map.of("given", "Marta"), Map.of(), "2026-02-01"))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(officer.does(() -> cases.read(hers, Compartment.CONTACT))).isEmpty();
    }

    @Test
    void aNewCaseOpensNoMoreOfHerThanWasOpen() {
        share(Compartment.IDENTITY, Compartment.CONTACT);

        var second = registered(officer, hers, Map.of("given", "Marta"), Map.of(), "2026-02-01");

        assertThat(officer.does(() -> cases.head(second.id())).orElseThrow().compartments())
                .contains(Compartment.IDENTITY, Compartment.CONTACT, Compartment.FACTS)
                .doesNotContain(Compartment.SOCIAL);
        assertThat(officer.does(() -> cases.read(second, Compartment.SOCIAL))).isEmpty();
    }

    @Test
    void whatIsTypedForHerIsKeptAndTheEarlierStays() {
        share(Compartment.IDENTITY, Compartment.CONTACT);

        var second = registered(
                officer,
                hers,
                Map.of("given", "Martita", "nickname", "la Güera"),
                Map.of("phone", "3339990000", "hours", "?"),
                "2026-02-01");

        var contact =
                officer.does(() -> cases.read(second, Compartment.CONTACT)).orElseThrow();
        assertThat(contact.answers().values())
                .containsEntry("phone", "3339990000")
                .containsEntry("street", "Calle Secreta 5")
                .doesNotContainKey("hours");
        assertThat(neighbour.does(() -> cases.past(hers, Compartment.CONTACT)))
                .anySatisfy(part -> assertThat(part.answers().get("phone")).hasValue("3871234567"));
        var identity =
                officer.does(() -> cases.read(second, Compartment.IDENTITY)).orElseThrow();
        assertThat(identity.answers().values()).containsEntry("given", "Marta").containsEntry("nickname", "la Güera");
    }

    @Test
    void aKnownMinorIsAMinorInHerNewCase() {
        share(Compartment.IDENTITY, Compartment.CONTACT);

        var second = registered(officer, hers, Map.of("given", "Marta"), Map.of(), "2026-02-01");

        assertThat(officer.does(() -> cases.head(second.id())).orElseThrow().age())
                .isEqualTo(15);
    }

    @Test
    void theAnswersOfAnAssessmentAreToldWithTheFactsOnly() {
        neighbour.does(() -> risks.assess(hers, new Answers(Map.of("weaponThreats", "YES")), RiskLevel.HIGH));
        var assessment = neighbour.does(() -> risks.of(hers)).getFirst().id();
        share(Compartment.IDENTITY);

        assertThat(officer.does(() -> risks.of(hers))).isEmpty();
        assertThat(officer.does(() -> risks.read(hers, assessment)).isEmpty()).isTrue();
        share(Compartment.FACTS);
        assertThat(officer.does(() -> risks.of(hers))).hasSize(1);
    }

    private void share(Compartment... parts) {
        neighbour.runs(() -> transaction.executeWithoutResult(
                status -> grants.shareForReferral(hers, Acting.POLICE, EnumSet.copyOf(Set.of(parts)), Ids.next())));
    }

    private CaseRef registered(
            Acting.Someone by, CaseRef same, Map<String, String> identity, Map<String, String> contact, String on) {
        var parts = new HashMap<Compartment, Answers>();
        parts.put(Compartment.IDENTITY, new Answers(identity));
        parts.put(Compartment.CONTACT, new Answers(contact));
        parts.put(Compartment.SOCIAL, new Answers(same == null ? Map.of("occupation", "OTHER") : Map.of()));
        parts.put(Compartment.FACTS, new Answers(Map.of("on", on, "types", "PHYSICAL")));
        return ((RegisterOutcome.Registered) by.does(() -> cases.register(new NewCase(
                        same == null ? null : same.person(), parts, true, CaseHead.Consent.GIVEN, null, "IN_PERSON"))))
                .ref();
    }
}

package mx.gob.jocotepec.cauce.referral;

import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import mx.gob.jocotepec.cauce.agreement.Counterpart;
import mx.gob.jocotepec.cauce.casefile.CaseFiles;
import mx.gob.jocotepec.cauce.casefile.CaseHead.Consent;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.casefile.NewCase;
import mx.gob.jocotepec.cauce.casefile.RegisterOutcome;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.database.TestDatabase;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.AreaId;
import mx.gob.jocotepec.cauce.shared.InstitutionId;
import mx.gob.jocotepec.cauce.shared.ReferralId;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.Acting.Someone;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;

/** Cases and referrals for tests; each is varied by a {@code with} of its own. */
@TestComponent
@Import(Acting.class)
class ReferralFixture {
    static final Counterpart PROSECUTOR =
            new Counterpart.OfInstitution(InstitutionId.of(UUID.fromString("00000000-0000-7000-8000-000000000101")));

    private final CaseFiles cases;
    private final Referrals referrals;

    ReferralFixture(CaseFiles cases, Referrals referrals) {
        this.cases = cases;
        this.referrals = referrals;
    }

    static Counterpart to(AreaId area) {
        return new Counterpart.OfArea(area);
    }

    CaseRef registered(Someone by, Consent consent) {
        var request = new NewCase(
                null,
                Map.of(
                        Compartment.IDENTITY,
                                new Answers(
                                        Map.of("given", "Marta", "surname1", "Gómez", "surname2", "Luna", "age", "34")),
                        Compartment.FACTS, new Answers(Map.of("on", "2026-01-05", "types", "PHYSICAL"))),
                true,
                consent,
                null,
                "IN_PERSON");
        return ((RegisterOutcome.Registered) by.does(() -> cases.register(request))).ref();
    }

    CaseRef registered(Someone by) {
        return registered(by, Consent.GIVEN);
    }

    ReferralId sent(Someone by, NewReferral request) {
        return ((ReferralOutcome.Sent) by.does(() -> referrals.send(request))).id();
    }

    static Request aReferral(CaseRef about) {
        return new Request(new NewReferral(
                about.id(),
                to(Acting.PSYCHOLOGY),
                "PSYCHOLOGICAL",
                Urgency.NORMAL,
                EnumSet.of(Compartment.IDENTITY, Compartment.CONTACT, Compartment.FACTS),
                new ConsentBasis.OfTheCase(),
                Sensitive.of("Necesita acompañamiento"),
                Sensitive.of("Lo mínimo"),
                null));
    }

    /** A request in the making. */
    record Request(NewReferral asked) {
        Request to(Counterpart to, String service) {
            return new Request(new NewReferral(
                    asked.caseId(),
                    to,
                    service,
                    asked.urgency(),
                    asked.compartments(),
                    asked.consent(),
                    asked.reason(),
                    asked.summary(),
                    asked.replaces()));
        }

        Request consent(ConsentBasis consent) {
            return new Request(new NewReferral(
                    asked.caseId(),
                    asked.to(),
                    asked.service(),
                    asked.urgency(),
                    asked.compartments(),
                    consent,
                    asked.reason(),
                    asked.summary(),
                    asked.replaces()));
        }

        Request sharing(Set<Compartment> compartments) {
            return new Request(new NewReferral(
                    asked.caseId(),
                    asked.to(),
                    asked.service(),
                    asked.urgency(),
                    compartments,
                    asked.consent(),
                    asked.reason(),
                    asked.summary(),
                    asked.replaces()));
        }

        Request because(String reason) {
            return new Request(new NewReferral(
                    asked.caseId(),
                    asked.to(),
                    asked.service(),
                    asked.urgency(),
                    asked.compartments(),
                    asked.consent(),
                    Sensitive.of(reason),
                    asked.summary(),
                    asked.replaces()));
        }

        Request replacing(ReferralId id) {
            return new Request(new NewReferral(
                    asked.caseId(),
                    asked.to(),
                    asked.service(),
                    asked.urgency(),
                    asked.compartments(),
                    asked.consent(),
                    asked.reason(),
                    asked.summary(),
                    id));
        }
    }

    /** What time does: moves both deadlines into the past. */
    static void makeOverdue(ReferralId id) {
        superuser(
                "update referral set accept_due_at = now() - interval '1 hour', answer_due_at = now() - interval '1 hour' where id = '"
                        + id + "'");
    }

    static void superuser(String statement) {
        try (var connection = TestDatabase.shared().asSuperuser();
                var open = connection.createStatement()) {
            open.execute("set search_path = cauce");
            open.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static long count(String query) {
        try (var connection = TestDatabase.shared().asSuperuser();
                var open = connection.createStatement()) {
            open.execute("set search_path = cauce");
            try (var rows = open.executeQuery(query)) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

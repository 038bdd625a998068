package mx.gob.jocotepec.cauce.attention;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import mx.gob.jocotepec.cauce.casefile.CaseFiles;
import mx.gob.jocotepec.cauce.casefile.CaseGrants;
import mx.gob.jocotepec.cauce.casefile.CaseHead;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.casefile.NewCase;
import mx.gob.jocotepec.cauce.casefile.RegisterOutcome;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.AreaId;
import mx.gob.jocotepec.cauce.shared.AttentionId;
import mx.gob.jocotepec.cauce.shared.Ids;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import mx.gob.jocotepec.cauce.staff.Acting;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** Cases and attentions for tests. */
@TestComponent
public class AttentionScene {
    private static final Sensitive NOTHING = Sensitive.of("");

    private final CaseFiles cases;
    private final CaseGrants grants;
    private final Attentions attentions;
    private final TransactionTemplate transaction;

    AttentionScene(CaseFiles cases, CaseGrants grants, Attentions attentions, TransactionTemplate transaction) {
        this.cases = cases;
        this.grants = grants;
        this.attentions = attentions;
        this.transaction = transaction;
    }

    public CaseRef caseOf(Acting.Someone officer) {
        var request = new NewCase(
                null,
                Map.of(
                        Compartment.IDENTITY,
                        new Answers(Map.of("given", "Marta", "surname1", "Ibarra", "age", "29")),
                        Compartment.FACTS,
                        new Answers(Map.of("types", "PSYCHOLOGICAL"))),
                true,
                CaseHead.Consent.GIVEN,
                null,
                "IN_PERSON");
        return ((RegisterOutcome.Registered) officer.does(() -> cases.register(request))).ref();
    }

    /** Opens the case to an area, as a referral does. */
    public void share(Acting.Someone officer, CaseRef ref, AreaId with) {
        officer.runs(() -> transaction.executeWithoutResult(status -> grants.shareForReferral(
                ref, with, Set.of(Compartment.IDENTITY, Compartment.FACTS, Compartment.CLINICAL), Ids.next())));
    }

    public AttentionId recorded(Acting.Someone by, NewAttention request) {
        return ((AttentionOutcome.Saved) by.does(() -> attentions.record(request))).id();
    }

    public static Instant hours(long fromNow) {
        return Instant.now().plus(fromNow, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MINUTES);
    }

    public static NewAttention walkIn(CaseRef ref, Discipline discipline, String note) {
        return attention(ref, discipline, hours(-1), note, "", null);
    }

    public static NewAttention withReserved(CaseRef ref, Discipline discipline, String note, String reserved) {
        return attention(ref, discipline, hours(-1), note, reserved, null);
    }

    public static NewAttention attention(
            CaseRef ref, Discipline discipline, Instant at, String note, String reserved, @Nullable Instant next) {
        return new NewAttention(
                ref.id(),
                null,
                0,
                discipline,
                "ORIENTATION",
                AttentionMode.IN_PERSON,
                true,
                at,
                50,
                Sensitive.of(note),
                reserved.isEmpty() ? NOTHING : Sensitive.of(reserved),
                next,
                next != null);
    }

    public static NewAttention ofAppointment(CaseRef ref, Discipline discipline, AttentionId appointment, int version) {
        return new NewAttention(
                ref.id(),
                appointment,
                version,
                discipline,
                "ORIENTATION",
                AttentionMode.TELEPHONE,
                true,
                hours(0),
                30,
                Sensitive.of("Se habló por teléfono."),
                NOTHING,
                null,
                false);
    }

    public static NewAppointment appointment(CaseRef ref, Discipline discipline, Instant at) {
        return new NewAppointment(ref.id(), at, discipline, "FOLLOW_UP", AttentionMode.IN_PERSON, null);
    }
}

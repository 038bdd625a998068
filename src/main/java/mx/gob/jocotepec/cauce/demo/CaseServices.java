package mx.gob.jocotepec.cauce.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import mx.gob.jocotepec.cauce.casefile.RiskLevel;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.crypto.Place;
import mx.gob.jocotepec.cauce.crypto.Sealer;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.shared.WorkingDays;
import org.jspecify.annotations.Nullable;

/** What is done for a woman after her case was opened: referrals on their way or at their end, and the attentions under them. */
final class CaseServices {
    /** Receiver, service and weight. */
    private static final Weighted TARGETS = Weighted.of(
            "2 PSYCHOLOGICAL 40,3 LEGAL 22,4 SOCIAL_WORK 15,6 CHILD_PROTECTION 7,7 MEDICAL 7,5 POLICE_PROTECTION 4,101 PROSECUTOR 4,102 LEGAL 2");

    private static final Weighted REJECTED =
            Weighted.of("NO_CAPACITY 4,OUTSIDE_COMPETENCE 2,INFORMATION_MISSING 3,DECLINED_BY_HER 2");
    private static final Weighted RESULT =
            Weighted.of("ATTENDED 55,CONTINUES 22,PARTLY 9,DID_NOT_COME 9,DECLINED_BY_HER 3,NOT_POSSIBLE 2");
    private static final Weighted WHY = Weighted.of(
            "Se solicita atención a la brevedad. 3,La usuaria acepta el servicio y conoce el trámite. 4,Requiere seguimiento del área. 3");
    private static final Weighted DONE = Weighted.of(
            "Se brindó la atención solicitada. 5,Se atendió y continúa en seguimiento. 4,Se dio orientación y se entregó información. 3");
    private static final Weighted NOTES = Weighted.of(
            "Se escuchó a la usuaria y se acordaron los siguientes pasos. 4,Sesión sin incidencias; se refuerza su red de apoyo. 4,"
                    + "Se revisó su plan de seguridad. 3,Se explicaron sus derechos y las opciones que tiene. 3");
    private static final Weighted RESERVED = Weighted.of(
            "Nota reservada de demostración: hipótesis de trabajo y plan de sesiones. 3,Nota reservada de demostración: avances y puntos "
                    + "por retomar. 3");
    private static final WorkingDays WORKING_DAYS = new WorkingDays();
    private static final List<String> BASIC = List.of("AGGRESSOR", "CONTACT", "FACTS", "IDENTITY", "SOCIAL");
    private static final Map<UUID, String> DISCIPLINE = Map.of(
            Places.PSYCHOLOGY,
            "PSYCHOLOGY",
            Places.LEGAL,
            "LEGAL",
            Places.SOCIAL_WORK,
            "SOCIAL_WORK",
            Places.HEALTH,
            "MEDICAL");
    private static final Map<String, String> KIND = Map.of(
            "PSYCHOLOGY",
            "THERAPY",
            "LEGAL",
            "LEGAL_ADVICE",
            "SOCIAL_WORK",
            "SOCIAL_STUDY",
            "MEDICAL",
            "MEDICAL_EXAMINATION");
    /** Of the newest cases, how many show every state a referral can be in. */
    private static final int SHOWN = 36;

    /** What is older has been answered: an office that follows its referrals has none a year late. */
    private static final Duration STILL_WAITING = Duration.ofDays(60);

    private static final int ALWAYS_WAITING = 18;

    /** How a referral ends; the last three stay where they are, past their term if need be. */
    private enum Fate {
        ANSWERED,
        REJECTED,
        CANCELLED,
        STAYS_SENT,
        STAYS_ACCEPTED,
        STAYS_IN_ATTENTION
    }

    private final Sealer sealer;
    private final CaseStory story;
    private final Dice dice;
    private final RiskLevel risk;
    private final String consent;

    CaseServices(Sealer sealer, CaseStory story, Dice dice, RiskLevel risk, String consent) {
        this.sealer = sealer;
        this.story = story;
        this.dice = dice;
        this.risk = risk;
        this.consent = consent;
    }

    void run() {
        if (dice.chance(0.45)) {
            var discipline = disciplineOf(story.author());
            attention(story.opened(), story.author(), discipline, "FIRST_CONTACT", null, 0);
        }
        boolean shown = story.fromTheEnd() < SHOWN;
        double willing = consent.equals("GIVEN") ? 0.82 : 0.35;
        if (!shown && !dice.chance(willing)) return;
        refer(shown ? fateShown() : fate(), shown && story.fromTheEnd() % 6 < 3);
        if (dice.chance(0.2)) refer(fate(), false);
    }

    /** The newest few wait in any case, however few there are. */
    private boolean isOld() {
        return story.isBefore(STILL_WAITING) && story.fromTheEnd() >= ALWAYS_WAITING;
    }

    private Fate fateShown() {
        return switch (story.fromTheEnd() % 6) {
            case 0 -> isOld() ? Fate.ANSWERED : Fate.STAYS_SENT;
            case 1 -> isOld() ? Fate.ANSWERED : Fate.STAYS_ACCEPTED;
            case 2 -> isOld() ? Fate.ANSWERED : Fate.STAYS_IN_ATTENTION;
            case 4 -> Fate.REJECTED;
            case 5 -> Fate.CANCELLED;
            default -> Fate.ANSWERED;
        };
    }

    private Fate fate() {
        double point = dice.share();
        if (point < 0.86) return Fate.ANSWERED;
        if (point < 0.93) return Fate.REJECTED;
        if (point < 0.96) return Fate.CANCELLED;
        if (isOld()) return Fate.ANSWERED;
        return point < 0.97 ? Fate.STAYS_SENT : Fate.STAYS_IN_ATTENTION;
    }

    private void refer(Fate fate, boolean toPsychology) {
        var target = (toPsychology ? "2 PSYCHOLOGICAL" : dice.of(TARGETS)).split(" ");
        var receiver = switch (target[0]) {
            case "101" -> Places.PROSECUTOR;
            case "102" -> Places.JUSTICE_CENTRE;
            default -> Places.area(Integer.parseInt(target[0]));
        };
        var author = story.author();
        if (receiver.equals(author.area())) receiver = Places.PSYCHOLOGY;
        var service = receiver.equals(Places.PSYCHOLOGY) ? "PSYCHOLOGICAL" : target[1];
        boolean area = DemoStaff.works(receiver);
        var sent = story.opened().plusSeconds(60L * dice.between(15, dice.chance(0.8) ? 240 : 4000));
        if (story.isFuture(sent)) sent = story.now();
        var urgency = risk == RiskLevel.EXTREME ? "IMMEDIATE" : risk == RiskLevel.HIGH ? "PRIORITY" : "NORMAL";
        var by = area ? DemoStaff.of(receiver, dice) : DemoStaff.first(Places.DIRECTION);
        var id = dice.id(sent.toEpochMilli());
        var course = course(fate, sent, id, by, service);
        var due = due(sent, urgency);
        var place = new Place("referral", id, Compartment.REFERRAL);
        var request = sealer.seal(
                place, json(Map.of("kind", "REQUEST", "reason", dice.of(WHY), "summary", "Caso de demostración.")));
        var reply = course.reply.isEmpty() ? null : sealer.sealAgain(place, request.wrappedKey(), json(course.reply));
        var compartments = compartments(receiver);
        boolean exception = !consent.equals("GIVEN");
        var status = course.status;

        story.batch()
                .row(Target.REFERRAL)
                .uuid(id)
                .uuid(story.id())
                .uuid(story.person())
                .uuid(author.area())
                .uuid(area ? receiver : null)
                .uuid(area ? null : receiver)
                .uuid(
                        area
                                ? null
                                : DemoAgreements.backing(
                                        receiver, service, LocalDate.ofInstant(sent, Office.ZONE), story.now()))
                .text(service)
                .text(urgency)
                .text(risk.name())
                .texts(compartments)
                .text(exception ? "EXCEPTION" : "GIVEN")
                .text(exception ? "DEFENCE_OF_RIGHTS" : null)
                .text(status)
                .at(sent)
                .uuid(author.id())
                .at(due.accept)
                .at(due.answer)
                .at(course.accepted)
                .uuid(course.accepted == null ? null : by.id())
                .at(status.equals("REJECTED") ? course.ended : null)
                .uuid(status.equals("REJECTED") ? by.id() : null)
                .text(course.rejectReason)
                .at(course.attended)
                .at(status.equals("ANSWERED") ? course.ended : null)
                .uuid(status.equals("ANSWERED") ? by.id() : null)
                .text(course.result)
                .at(status.equals("CANCELLED") ? course.ended : null)
                .uuid(status.equals("CANCELLED") ? author.id() : null)
                .bytes(request.wrappedKey())
                .bytes(request.ciphertext())
                .bytes(reply);
        var keys = "service=" + service + ";to=" + Places.key(receiver);
        story.tell(
                sent,
                author,
                "REFERRAL_SENT",
                keys,
                "REFERRAL",
                id,
                keys + ";urgency=" + urgency + ";consent=" + (exception ? "DEFENCE_OF_RIGHTS" : "CASE"));
        if (area) share(receiver, compartments, id, sent, course);
        course.told.forEach(Runnable::run);
        story.wait(Set.of("SENT", "ACCEPTED", "IN_ATTENTION").contains(status));
        if (area && course.attended != null) attend(by, id, course);
        if (area && receiver.equals(Places.PSYCHOLOGY) && story.fromTheEnd() < SHOWN && course.ended == null) {
            appoint(DemoStaff.first(Places.PSYCHOLOGY), id);
        }
    }

    /** Where a referral stands now. */
    private static final class Course {
        private String status = "SENT";
        private @Nullable Instant accepted;
        private @Nullable Instant attended;
        private @Nullable Instant ended;
        private @Nullable String rejectReason;
        private @Nullable String result;
        private Map<String, String> reply = Map.of();
        private final List<Runnable> told = new ArrayList<>();
    }

    private Course course(Fate fate, Instant sent, UUID id, DemoStaff.Member by, String service) {
        var course = new Course();
        if (fate == Fate.STAYS_SENT) return course;
        var first = sent.plusSeconds(60L * dice.between(30, 2600));
        if (story.isFuture(first)) return course;
        if (fate == Fate.REJECTED || fate == Fate.CANCELLED) {
            course.ended = first;
            course.status = fate.name();
            var key = dice.of(REJECTED);
            if (fate == Fate.REJECTED) course.rejectReason = key;
            course.reply = Map.of("kind", fate.name(), "text", "Se informa el motivo al área que canaliza.");
            var who = fate == Fate.REJECTED ? by : story.author();
            var more = fate == Fate.REJECTED ? "reason=" + key : "";
            step(course, first, who, fate.name(), id, service, more);
            return course;
        }
        course.accepted = first;
        course.status = "ACCEPTED";
        step(course, first, by, "ACCEPTED", id, service, "");
        var attended = first.plusSeconds(3600L * dice.between(5, 120));
        if (fate == Fate.STAYS_ACCEPTED || story.isFuture(attended)) return course;
        course.attended = attended;
        course.status = "IN_ATTENTION";
        step(course, attended, by, "IN_ATTENTION", id, service, "");
        var answered = attended.plusSeconds(3600L * dice.between(2, dice.chance(0.8) ? 150 : 500));
        if (fate == Fate.STAYS_IN_ATTENTION || story.isFuture(answered)) return course;
        var result = dice.of(RESULT);
        course.ended = answered;
        course.result = result;
        course.status = "ANSWERED";
        course.reply = Map.of("kind", "ANSWERED", "service", dice.of(DONE), "responsible", by.name());
        step(course, answered, by, "ANSWERED", id, service, "result=" + result);
        return course;
    }

    private void step(
            Course course, Instant at, DemoStaff.Member by, String then, UUID id, String service, String more) {
        var keys = "service=" + service + (more.isEmpty() ? "" : ";" + more);
        course.told.add(() -> story.tell(at, by, "REFERRAL_" + then, keys, "REFERRAL", id, more));
    }

    private void share(UUID to, List<String> compartments, UUID referral, Instant sent, Course course) {
        var until = switch (course.status) {
            case "REJECTED", "CANCELLED" -> course.ended;
            case "ANSWERED" ->
                "CONTINUES".equals(course.result) || course.ended == null
                        ? null
                        : course.ended.plus(Duration.ofDays(30));
            default -> null;
        };
        story.batch()
                .row(Target.CASE_GRANT)
                .uuid(dice.id(sent.toEpochMilli()))
                .uuid(story.id())
                .uuid(story.person())
                .uuid(to)
                .text("AREA")
                .texts(compartments)
                .text("REFERRAL")
                .uuid(referral)
                .at(sent)
                .at(until)
                .uuid(story.author().id());
        story.trail(sent, story.author(), "CASE_SHARED", "AREA", to, "compartments=" + String.join(",", compartments));
    }

    private void attend(DemoStaff.Member by, UUID referral, Course course) {
        var discipline = disciplineOf(by);
        int sessions = discipline.equals("PSYCHOLOGY") ? dice.between(1, 5) : dice.between(1, 2);
        var at = java.util.Objects.requireNonNull(course.attended);
        story.trail(at, by, "CASE_OPENED", "CASE", story.id(), "");
        for (int n = 0; n < sessions && !story.isFuture(at.plusSeconds(7200)); n++) {
            double reserved = discipline.equals("PSYCHOLOGY") ? 0.4 : discipline.equals("LEGAL") ? 0.15 : 0;
            attention(at, by, discipline, KIND.getOrDefault(discipline, "FOLLOW_UP"), referral, reserved);
            at = at.plus(Duration.ofDays(7)).plusSeconds(1800L * dice.between(-2, 2));
        }
    }

    private void attention(
            Instant at, DemoStaff.Member by, String discipline, String kind, @Nullable UUID referral, double reserved) {
        boolean came = referral == null || dice.chance(0.88);
        var id = dice.id(at.toEpochMilli());
        var note = sealer.seal(
                new Place("attention", id, Compartment.ATTENTION),
                json(came ? Map.of("note", dice.of(NOTES)) : Map.of()));
        int minutes = dice.between(4, 14) * 5;
        var recorded = at.plusSeconds(came ? 60L * minutes : 1800);
        if (story.isFuture(recorded)) recorded = story.now();
        story.batch()
                .row(Target.ATTENTION)
                .uuid(id)
                .uuid(story.id())
                .uuid(story.person())
                .uuid(referral)
                .text(discipline)
                .uuid(by.area())
                .uuid(by.id())
                .text(kind)
                .text(dice.chance(0.88) ? "IN_PERSON" : "TELEPHONE")
                .flag(referral == null)
                .text(came ? "ATTENDED" : "NO_SHOW")
                .at(at)
                .small(came ? minutes : null)
                .at(recorded)
                .uuid(by.id())
                .bytes(note.wrappedKey())
                .bytes(note.ciphertext());
        var keys = "kind=" + kind + ";discipline=" + discipline;
        story.tell(recorded, by, came ? "ATTENTION_RECORDED" : "ATTENTION_NO_SHOW", keys, "ATTENTION", id, keys);
        if (came) story.followUp();
        if (!came || !dice.chance(reserved)) return;
        var sealed = sealer.sealText(new Place("attention_reserved", id, Compartment.RESERVED), dice.of(RESERVED));
        story.batch()
                .row(Target.ATTENTION_RESERVED)
                .uuid(id)
                .uuid(story.id())
                .uuid(story.person())
                .text(discipline)
                .uuid(by.id())
                .bytes(sealed.wrappedKey())
                .bytes(sealed.ciphertext())
                .at(recorded);
    }

    /** Today and on the working days after it. */
    private void appoint(DemoStaff.Member by, UUID referral) {
        int slot = story.fromTheEnd() / 6 * 2 + story.fromTheEnd() % 6 % 2;
        var day = story.now().atZone(Office.ZONE).toLocalDate();
        if (slot >= 3) day = WORKING_DAYS.plus(day, 1 + (slot - 3) % 5);
        var at = day.atTime(LocalTime.of(slot < 3 ? 10 + slot * 3 : 9 + slot % 7, slot % 2 * 30))
                .atZone(Office.ZONE)
                .toInstant();
        var made = story.now().minusSeconds(600);
        if (made.isBefore(story.opened())) made = story.now();
        var id = dice.id(made.toEpochMilli());
        story.batch()
                .row(Target.ATTENTION)
                .uuid(id)
                .uuid(story.id())
                .uuid(story.person())
                .uuid(referral)
                .text("PSYCHOLOGY")
                .uuid(by.area())
                .uuid(by.id())
                .text("THERAPY")
                .text("IN_PERSON")
                .flag(false)
                .text("SCHEDULED")
                .at(at)
                .small(null)
                .at(made)
                .uuid(by.id())
                .bytes(null)
                .bytes(null);
        var keys = "kind=THERAPY;discipline=PSYCHOLOGY";
        story.tell(made, by, "ATTENTION_SCHEDULED", keys, "ATTENTION", id, keys);
    }

    private record Due(Instant accept, Instant answer) {}

    /** As the module of referrals sets them when nobody changes its settings. */
    private Due due(Instant sent, String urgency) {
        var endOfDay = sent.atZone(Office.ZONE)
                .toLocalDate()
                .atTime(LocalTime.of(23, 59, 59))
                .atZone(Office.ZONE)
                .toInstant();
        var accept = switch (urgency) {
            case "IMMEDIATE" -> sent.plus(Duration.ofHours(4));
            case "PRIORITY" -> endOfDay;
            default -> sent.plus(Duration.ofHours(48));
        };
        return new Due(accept, WORKING_DAYS.deadline(sent, risk.isGrave() ? 3 : 10));
    }

    private static List<String> compartments(UUID receiver) {
        var all = new ArrayList<>(BASIC);
        if (receiver.equals(Places.PSYCHOLOGY)) all.add("CLINICAL");
        if (receiver.equals(Places.LEGAL)) all.add("LEGAL");
        all.sort(null);
        return all;
    }

    private static String disciplineOf(DemoStaff.Member by) {
        if (by.area().equals(Places.DIRECTION) && by.role() == mx.gob.jocotepec.cauce.staff.Role.DIRECTION)
            return "DIRECTION";
        if (by.role() == mx.gob.jocotepec.cauce.staff.Role.SOCIAL_WORK) return "SOCIAL_WORK";
        return DISCIPLINE.getOrDefault(by.area(), "FIRST_CONTACT");
    }

    private static byte[] json(Map<String, String> values) {
        return new Answers(values).toJson();
    }
}

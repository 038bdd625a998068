package mx.gob.jocotepec.cauce.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mx.gob.jocotepec.cauce.casefile.RiskInstrument;
import mx.gob.jocotepec.cauce.casefile.RiskLevel;
import mx.gob.jocotepec.cauce.crypto.BlindIndex;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.crypto.Place;
import mx.gob.jocotepec.cauce.crypto.Sealer;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.Office;

/**
 * Invents case after case and writes its rows, sealed, granted and told like those that people register. What case {@code n} says
 * depends on {@code n}, on how many there are and on the day alone, so threads may share the work.
 */
final class CaseRows {
    private static final Weighted MANNER = Weighted.of("IN_PERSON 60,TELEPHONE 14,PATROL 16,MESSAGE 6,HOME 4");
    private static final Weighted CONSENT = Weighted.of("GIVEN 82,PENDING 12,REFUSED 6");
    private static final Weighted CLOSURE =
            Weighted.of("PLAN_MET 52,OWN_DECISION 20,UNREACHABLE 14,REFERRED_OUT 8,MOVED 6");
    private static final List<String> OF_AREA =
            List.of("IDENTITY", "CONTACT", "SOCIAL", "FACTS", "AGGRESSOR", "LEGAL", "CLINICAL");
    private static final List<String> OF_DIRECTION =
            List.of("IDENTITY", "CONTACT", "SOCIAL", "FACTS", "AGGRESSOR", "LEGAL");
    private static final double COMES_BACK = 0.07;

    private final Sealer sealer;
    private final BlindIndex blind;
    private final Calendar calendar;
    private final int[] folios;

    /** @param folios by case, its number within its year */
    CaseRows(Sealer sealer, BlindIndex blind, Calendar calendar, int[] folios) {
        this.sealer = sealer;
        this.blind = blind;
        this.calendar = calendar;
        this.folios = folios;
    }

    CaseBatch write(int from, int to) {
        var batch = new CaseBatch();
        for (int number = from; number < to; number++) write(number, batch);
        batch.cases = to - from;
        batch.last = calendar.opened(to - 1);
        return batch;
    }

    /** The case whose registration brought the woman of this one: itself, or an earlier one to which she came back. */
    static int firstCase(int number) {
        var dice = Dice.of("back", number);
        if (number < 10 || !dice.chance(COMES_BACK)) return number;
        int before = dice.between(0, number - 1);
        return Dice.of("back", before).chance(COMES_BACK) ? number : before;
    }

    InventedPerson person(int number) {
        int first = firstCase(number);
        return InventedPerson.number(first, LocalDate.ofInstant(calendar.opened(first), Office.ZONE));
    }

    private void write(int number, CaseBatch batch) {
        var dice = Dice.of("case", number);
        var opened = calendar.opened(number);
        var person = person(number);
        var area = area(dice, person, opened.atZone(Office.ZONE).getHour());
        var author = DemoStaff.of(area, dice);
        var facts = InventedFacts.of(dice, person, opened, area.equals(Places.POLICE));
        var story =
                new CaseStory(number, dice, calendar, opened, dice.id(opened.toEpochMilli()), person, author, batch);
        if (firstCase(number) == number) person(person, author, opened, batch);

        grant(batch, dice, story, area, OF_AREA, "REGISTERED", author);
        if (!area.equals(Places.DIRECTION)) {
            grant(batch, dice, story, Places.DIRECTION, OF_DIRECTION, "OVERSIGHT", author);
        }
        parts(batch, story, facts, author);
        var folio = "CAU-%d-%05d".formatted(opened.atZone(Office.ZONE).getYear(), folios[number]);
        story.tell(opened, author, "CASE_REGISTERED", "", "CASE", story.id(), "folio=" + folio);
        var assessed = assess(story, dice, facts, author, batch);
        var risk = assessed.level();
        var consent = dice.of(CONSENT);
        var notified = notified(story, dice, author);
        new CaseServices(sealer, story, dice, risk, consent).run();
        var closed = story.mayClose() && dice.chance(0.9) ? opened.plus(Duration.ofDays(dice.between(60, 150))) : null;
        if (closed != null && (closed.isAfter(calendar.now()) || closed.isBefore(story.lastActivity()))) closed = null;
        if (closed == null) assessAgain(assessed, story, dice, author, batch);
        var director = DemoStaff.first(Places.DIRECTION);
        var reason = closed == null ? null : dice.of(CLOSURE);
        if (closed != null && reason != null) story.tell(closed, director, "CASE_CLOSED", reason, null, null, reason);
        var noticed = dice.chance(0.88);

        batch.row(Target.CASE_FILE)
                .uuid(story.id())
                .text(folio)
                .uuid(person.id())
                .uuid(area)
                .at(opened)
                .uuid(author.id())
                .text(closed != null ? "CLOSED" : story.isFollowedUp() ? "IN_FOLLOW_UP" : "REGISTERED")
                .text(risk.name())
                .at(story.assessedAt())
                .text(area.equals(Places.POLICE) ? "PATROL" : dice.of(MANNER))
                .date(facts.on())
                .time(facts.time())
                .small(person.ageOn(facts.on()))
                .text(facts.facts().get("locality").orElse(null))
                .texts(facts.types())
                .text(facts.facts().get("setting").orElse(null))
                .text(facts.aggressor().known("relationship").orElse(null))
                .text(InventedFacts.column(facts.facts(), "danger"))
                .text(InventedFacts.column(facts.facts(), "weapons"))
                .text(InventedFacts.column(facts.facts(), "threats"))
                .text(InventedFacts.column(facts.facts(), "injuries"))
                .text(InventedFacts.column(facts.facts(), "minorsPresent"))
                .text(InventedFacts.column(facts.aggressor(), "publicServant"))
                .at(notified)
                .at(noticed ? opened : null)
                .text(consent)
                .at(consent.equals("PENDING") ? null : opened)
                .at(story.lastActivity())
                .at(closed)
                .uuid(closed == null ? null : director.id())
                .text(reason);
    }

    private static UUID area(Dice dice, InventedPerson person, int hour) {
        if (hour < 8 || hour >= 18) return dice.chance(0.82) ? Places.POLICE : Places.HEALTH;
        double point = dice.share();
        var delegation = Places.DELEGATION.get(person.locality());
        if (delegation != null && point < 0.22) return Places.area(delegation);
        if (point < 0.46) return Places.POLICE;
        if (point < 0.64) return Places.DIF;
        if (point < 0.78) return Places.HEALTH;
        return point < 0.93 ? Places.DIRECTION : Places.SOCIAL_WORK;
    }

    private void person(InventedPerson person, DemoStaff.Member author, Instant at, CaseBatch batch) {
        var curp = person.curp();
        batch.row(Target.PERSON)
                .uuid(person.id())
                .bytes(curp == null ? null : blind.of(BlindIndex.Column.CURP, curp))
                .at(at)
                .uuid(author.id());
        batch.row(Target.PERSON_PHONE).uuid(person.id()).bytes(blind.of(BlindIndex.Column.PHONE, person.phone()));
        var parts = Map.of(
                Compartment.IDENTITY, person.identity(),
                Compartment.CONTACT, person.contact(),
                Compartment.SOCIAL, person.social());
        for (var compartment : List.of(Compartment.IDENTITY, Compartment.CONTACT, Compartment.SOCIAL)) {
            var answers = java.util.Objects.requireNonNull(parts.get(compartment));
            part(batch, Target.PERSON_PART, person.id(), compartment, answers, at, author);
        }
    }

    private void parts(CaseBatch batch, CaseStory story, InventedFacts facts, DemoStaff.Member author) {
        part(batch, Target.CASE_PART, story.id(), Compartment.FACTS, facts.facts(), story.opened(), author);
        part(batch, Target.CASE_PART, story.id(), Compartment.AGGRESSOR, facts.aggressor(), story.opened(), author);
        part(batch, Target.CASE_PART, story.id(), Compartment.LEGAL, facts.legal(), story.opened(), author);
    }

    private void part(
            CaseBatch batch,
            Target target,
            UUID row,
            Compartment compartment,
            Answers answers,
            Instant at,
            DemoStaff.Member author) {
        var sealed = sealer.seal(new Place(target.table(), row, compartment), answers.toJson());
        batch.row(target)
                .uuid(row)
                .text(compartment.name())
                .bytes(sealed.wrappedKey())
                .bytes(sealed.ciphertext())
                .at(at)
                .uuid(author.id());
    }

    private static void grant(
            CaseBatch batch,
            Dice dice,
            CaseStory story,
            UUID audience,
            List<String> compartments,
            String source,
            DemoStaff.Member by) {
        batch.row(Target.CASE_GRANT)
                .uuid(dice.id(story.opened().toEpochMilli()))
                .uuid(story.id())
                .uuid(story.person())
                .uuid(audience)
                .text("AREA")
                .texts(compartments)
                .text(source)
                .uuid(null)
                .at(story.opened())
                .at(null)
                .uuid(by.id());
    }

    private static @org.jspecify.annotations.Nullable Instant notified(
            CaseStory story, Dice dice, DemoStaff.Member author) {
        var at = story.opened().plusSeconds(60L * dice.between(20, 1500));
        if (!dice.chance(0.74) || story.isFuture(at)) return null;
        story.tell(at, author, "PROSECUTOR_NOTIFIED", "", null, null, "");
        return at;
    }

    private Assessed assess(CaseStory story, Dice dice, InventedFacts facts, DemoStaff.Member author, CaseBatch batch) {
        var at = story.opened().plusSeconds(60L * dice.between(8, 70));
        if (!dice.chance(0.9) || story.isFuture(at)) return new Assessed(Answers.NONE, RiskLevel.NONE);
        var answers = new HashMap<String, String>();
        double gravity = dice.share() * dice.share() * 0.75;
        RiskInstrument.FACTORS.keySet().forEach(factor -> answers.put(factor, dice.tri(gravity, 0.1)));
        RiskInstrument.CRITICAL.forEach(flag -> answers.put(flag, dice.tri(gravity * 0.12, 0.05)));
        if (facts.types().contains("SEXUAL")) answers.put("sexualAggression", "YES");
        var given = new Answers(answers);
        var suggestion = RiskInstrument.score(given).suggestion();
        var assessed = new Assessed(
                given,
                suggestion == RiskInstrument.Suggestion.INSUFFICIENT
                        ? RiskLevel.MEDIUM
                        : RiskLevel.valueOf(suggestion.name()));
        write(assessed, at, story, dice, author, batch);
        return assessed;
    }

    /** Most cases that are still open were looked at again in time, with the same answers. */
    private void assessAgain(Assessed first, CaseStory story, Dice dice, DemoStaff.Member author, CaseBatch batch) {
        var term = first.level().reassessedAfter();
        if (first.level() == RiskLevel.NONE || !story.isBefore(term) || !dice.chance(0.85)) return;
        var ago = term.multipliedBy(dice.between(5, 90)).dividedBy(100);
        write(first, story.now().minus(ago), story, dice, author, batch);
    }

    private void write(
            Assessed assessed, Instant at, CaseStory story, Dice dice, DemoStaff.Member author, CaseBatch batch) {
        var score = RiskInstrument.score(assessed.answers());
        var level = assessed.level();
        var id = dice.id(at.toEpochMilli());
        var sealed = sealer.seal(
                new Place("risk_assessment", id, Compartment.FACTS),
                assessed.answers().toJson());
        batch.row(Target.RISK_ASSESSMENT)
                .uuid(id)
                .uuid(story.id())
                .uuid(story.person())
                .at(at)
                .uuid(author.id())
                .text(RiskInstrument.VERSION)
                .small(score.sum())
                .small(score.answered())
                .flag(score.critical())
                .text(score.suggestion().name())
                .text(level.name())
                .at(at.plus(level.reassessedAfter()))
                .bytes(sealed.wrappedKey())
                .bytes(sealed.ciphertext());
        story.assessed(at);
        story.tell(at, author, "RISK_ASSESSED", level.name(), null, null, "level=" + level, id);
    }

    /** @param level NONE where nobody asked yet */
    private record Assessed(Answers answers, RiskLevel level) {}
}

package mx.gob.jocotepec.cauce.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case while it is invented: who and when, and what its timeline and the trail are told. Nothing happens after now. */
final class CaseStory {
    private final int number;
    private final Dice dice;
    private final Calendar calendar;
    private final Instant opened;
    private final UUID id;
    private final InventedPerson person;
    private final DemoStaff.Member author;
    private final CaseBatch batch;
    private Instant lastActivity;
    private @Nullable Instant assessedAt;
    private boolean followedUp;
    private boolean waiting;

    CaseStory(
            int number,
            Dice dice,
            Calendar calendar,
            Instant opened,
            UUID id,
            InventedPerson person,
            DemoStaff.Member author,
            CaseBatch batch) {
        this.number = number;
        this.dice = dice;
        this.calendar = calendar;
        this.opened = opened;
        this.id = id;
        this.person = person;
        this.author = author;
        this.batch = batch;
        this.lastActivity = opened;
    }

    void tell(
            Instant at,
            DemoStaff.Member by,
            String what,
            String keys,
            @Nullable String subjectKind,
            @Nullable UUID subject,
            String detail) {
        tell(at, by, what, keys, subjectKind, subject, detail, id.equals(subject) ? null : subject);
    }

    /** @param keys for the timeline @param detail for the trail @param reference for the timeline */
    void tell(
            Instant at,
            DemoStaff.Member by,
            String what,
            String keys,
            @Nullable String subjectKind,
            @Nullable UUID subject,
            String detail,
            @Nullable UUID reference) {
        batch.row(Target.CASE_EVENT)
                .uuid(dice.id(at.toEpochMilli()))
                .uuid(id)
                .uuid(person.id())
                .at(at)
                .uuid(by.id())
                .uuid(by.area())
                .text(what)
                .text(keys)
                .uuid(reference);
        trail(at, by, what, subjectKind, subject, detail);
        if (at.isAfter(lastActivity)) lastActivity = at;
    }

    /** For the trail only. */
    void trail(
            Instant at,
            DemoStaff.Member by,
            String what,
            @Nullable String subjectKind,
            @Nullable UUID subject,
            String detail) {
        batch.told.add(new Told(at, by, what, subjectKind, subject, id, person.id(), detail));
    }

    boolean isFuture(Instant at) {
        return at.isAfter(calendar.now());
    }

    /** Whether it was opened longer ago than that. */
    boolean isBefore(Duration ago) {
        return opened.isBefore(calendar.now().minus(ago));
    }

    Instant now() {
        return calendar.now();
    }

    /** How many cases were opened after this one. */
    int fromTheEnd() {
        return calendar.cases() - 1 - number;
    }

    void assessed(Instant at) {
        assessedAt = at;
    }

    void followUp() {
        followedUp = true;
    }

    /** A referral waits for somebody: the case stays open. */
    void wait(boolean still) {
        waiting |= still;
    }

    boolean mayClose() {
        return !waiting;
    }

    boolean isFollowedUp() {
        return followedUp;
    }

    @Nullable
    Instant assessedAt() {
        return assessedAt;
    }

    Instant lastActivity() {
        return lastActivity;
    }

    Instant opened() {
        return opened;
    }

    UUID id() {
        return id;
    }

    UUID person() {
        return person.id();
    }

    DemoStaff.Member author() {
        return author;
    }

    CaseBatch batch() {
        return batch;
    }
}

package mx.gob.jocotepec.cauce.oversight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.casefile.WallProposals;
import mx.gob.jocotepec.cauce.casefile.WallProposals.Decision;
import mx.gob.jocotepec.cauce.casefile.WallProposals.Proposal;
import mx.gob.jocotepec.cauce.casefile.ui.CaseNavigation;
import mx.gob.jocotepec.cauce.staff.ui.ProveYourself;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.Entry;
import mx.gob.jocotepec.cauce.uikit.Notices;
import mx.gob.jocotepec.cauce.uikit.StatusBadge;
import mx.gob.jocotepec.cauce.uikit.TimeLeft;
import mx.gob.jocotepec.cauce.uikit.Tone;

/** Walls to look at, each with its ground and the two answers. */
final class ProposalList extends Div {
    private final BiPredicate<UUID, Decision> answer;
    private final Function<CaseRef, Component> title;
    private final ProveYourself prove;
    private final Clock clock;
    private final Runnable changed;

    ProposalList(List<Proposal> open, WallProposals proposals, ProveYourself prove, Clock clock, Runnable changed) {
        this(open, proposals::decide, CaseNavigation::link, prove, clock, changed);
    }

    /** @param title names the case, as whoever decides may know it */
    ProposalList(
            List<Proposal> open,
            BiPredicate<UUID, Decision> answer,
            Function<CaseRef, Component> title,
            ProveYourself prove,
            Clock clock,
            Runnable changed) {
        this.answer = answer;
        this.title = title;
        this.prove = prove;
        this.clock = clock;
        this.changed = changed;
        addClassName("c-entries");
        getElement().setAttribute("role", "list");
        open.forEach(proposal -> add(entry(proposal)));
    }

    private Entry entry(Proposal proposal) {
        var mark = proposal.standing()
                ? new StatusBadge(Tone.SERIOUS, AppIcon.LOCK, getTranslation("oversight.wall.standing"))
                : new StatusBadge(Tone.CAUTION, AppIcon.EYE, getTranslation("oversight.wall.notStanding"));
        var entry = new Entry(title.apply(proposal.ref()), mark, new TimeLeft(proposal.due(), clock));
        var name = proposal.staffName();
        if (name != null) entry.text(name + " · " + proposal.areaName());
        entry.note(getTranslation("oversight.ground." + proposal.ground()));
        if (name == null) {
            return entry.actions(Actions.quiet(
                    "oversight.wall.lookedAt",
                    () -> decide(proposal, Decision.NO_REASON, "oversight.wall.lookedAt.done")));
        }
        return entry.actions(
                Actions.plain(
                        proposal.standing() ? "oversight.wall.confirm" : "oversight.wall.keepAway",
                        () -> decide(proposal, Decision.KEPT_AWAY, "oversight.wall.keepAway.done")),
                Actions.quiet(
                        proposal.standing() ? "oversight.wall.lift" : "oversight.wall.noReason",
                        () -> decide(proposal, Decision.NO_REASON, "oversight.wall.noReason.done")));
    }

    private void decide(Proposal proposal, Decision decision, String done) {
        if (proposal.standing() && decision == Decision.NO_REASON) prove.then(() -> decided(proposal, decision, done));
        else decided(proposal, decision, done);
    }

    private void decided(Proposal proposal, Decision decision, String done) {
        if (answer.test(proposal.id(), decision)) Notices.done(done);
        else Notices.warn("uikit.conflict");
        changed.run();
    }
}

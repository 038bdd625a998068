package mx.gob.jocotepec.cauce.oversight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Clock;
import java.util.Optional;
import mx.gob.jocotepec.cauce.casefile.CaseHead;
import mx.gob.jocotepec.cauce.casefile.WallProposals;
import mx.gob.jocotepec.cauce.casefile.ui.CaseFilePanel;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.oversight.EmergencyAccess;
import mx.gob.jocotepec.cauce.staff.Actor;
import mx.gob.jocotepec.cauce.staff.CurrentActor;
import mx.gob.jocotepec.cauce.staff.Permission;
import mx.gob.jocotepec.cauce.staff.ui.ProveYourself;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.Authorities;
import mx.gob.jocotepec.cauce.uikit.Dates;
import mx.gob.jocotepec.cauce.uikit.Tone;

/** Above a case: walls that the Dirección has to look at, and until when a case opened in an emergency can be read. */
@org.springframework.stereotype.Component
class AccessNotice implements CaseFilePanel {
    private final WallProposals proposals;
    private final ProveYourself prove;
    private final EmergencyAccess emergency;
    private final CurrentActor actor;
    private final Clock clock;

    AccessNotice(
            WallProposals proposals, ProveYourself prove, EmergencyAccess emergency, CurrentActor actor, Clock clock) {
        this.proposals = proposals;
        this.prove = prove;
        this.emergency = emergency;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    public Optional<Component> notice(CaseHead head, Runnable changed) {
        var mark = new PrintMark(head.ref().folio(), actor.get().displayName(), clock);
        return Optional.of(strip(head, changed)
                .<Component>map(strip -> new Div(strip, mark))
                .orElse(mark));
    }

    private Optional<Div> strip(CaseHead head, Runnable changed) {
        if (Authorities.has(Permission.ACCESS_REVIEW)) return proposed(head, changed);
        // an emergency opens no social part, so nobody else costs a statement
        return head.compartments().contains(Compartment.SOCIAL) ? Optional.empty() : running(head);
    }

    private Optional<Div> proposed(CaseHead head, Runnable changed) {
        var open = proposals.of(head.ref());
        if (open.isEmpty()) return Optional.empty();
        var look = Actions.plain("oversight.wall.look", () -> {
            var dialog = new Dialog(I18NProvider.translate("oversight.review.walls"));
            dialog.setWidth("min(44rem, 96vw)");
            dialog.add(new ProposalList(open, proposals, prove, clock, () -> {
                dialog.close();
                changed.run();
            }));
            dialog.getFooter().add(Actions.quiet("uikit.close", dialog::close));
            dialog.open();
        });
        return Optional.of(
                strip(AppIcon.LOCK, Tone.SERIOUS, I18NProvider.translate("oversight.wall.onCase", open.size()), look));
    }

    private Optional<Div> running(CaseHead head) {
        return emergency.running(head.ref()).map(use -> {
            return strip(
                    AppIcon.ALERT_OCTAGON,
                    Tone.CRITICAL,
                    I18NProvider.translate("oversight.emergency.reading", Dates.time(use.until())));
        });
    }

    private static Div strip(AppIcon icon, Tone tone, String text, Component... more) {
        var strip = new Div(icon.create(), new Span(text));
        strip.add(more);
        strip.addClassNames("c-strip", tone.style());
        return strip;
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public String titleKey() {
        return "oversight.review.title";
    }

    /** It has no section of its own. */
    @Override
    public boolean visibleTo(Actor actor) {
        return false;
    }

    @Override
    public Component build(CaseHead head, Runnable changed) {
        return new Div();
    }
}

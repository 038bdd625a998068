package mx.gob.jocotepec.cauce.referral.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.ButtonVariant;
import java.util.Optional;
import mx.gob.jocotepec.cauce.casefile.CaseHead;
import mx.gob.jocotepec.cauce.casefile.ui.CaseFilePanel;
import mx.gob.jocotepec.cauce.staff.Actor;
import mx.gob.jocotepec.cauce.staff.Permission;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.Authorities;

/** The referrals of a case on its page, and the way to a new one. */
@org.springframework.stereotype.Component
class ReferralPanel implements CaseFilePanel {
    private final Desk desk;

    ReferralPanel(Desk desk) {
        this.desk = desk;
    }

    @Override
    public int order() {
        return 300;
    }

    @Override
    public String titleKey() {
        return "referral.panel";
    }

    @Override
    public boolean visibleTo(Actor actor) {
        return actor.may(Permission.REFERRAL_READ);
    }

    /** How many are open. */
    @Override
    public Optional<Integer> count(CaseHead head) {
        return Optional.of(desk.reads.countOpen(head.ref())).filter(open -> open > 0);
    }

    @Override
    public Component build(CaseHead head, Runnable changed) {
        return new ReferralsOfCase(desk, head);
    }

    @Override
    public Optional<Component> action(CaseHead head, Runnable changed) {
        if (!head.isOpen() || !Authorities.has(Permission.REFERRAL_SEND)) return Optional.empty();
        var refer = Actions.plain(
                "referral.send", AppIcon.SEND, () -> new ReferDialog(desk, head, () -> sent(changed)).open());
        // whoever registers cases sends them on; whoever only attends records what she did
        if (Authorities.has(Permission.CASE_REGISTER)) refer.addThemeVariants(ButtonVariant.PRIMARY);
        return Optional.of(refer);
    }

    /** The section may stand open below the button. */
    private static void sent(Runnable changed) {
        ReferralsOfCase.refresh(UI.getCurrent());
        changed.run();
    }
}

package mx.gob.jocotepec.cauce.casefile.ui;

import java.util.List;
import mx.gob.jocotepec.cauce.casefile.CaseLists;
import mx.gob.jocotepec.cauce.casefile.Drafts;
import mx.gob.jocotepec.cauce.staff.Permission;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.Authorities;
import mx.gob.jocotepec.cauce.uikit.StartCard;
import mx.gob.jocotepec.cauce.uikit.Tone;
import org.springframework.stereotype.Component;

/** What waits about cases: danger without attention, duties not done, risk to look at, a draft to go on with. */
@Component
class CaseStartCard implements StartCard {
    private final CaseLists lists;
    private final Drafts drafts;

    CaseStartCard(CaseLists lists, Drafts drafts) {
        this.lists = lists;
        this.drafts = drafts;
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public String permission() {
        return Permission.CASE_READ.name();
    }

    @Override
    public List<Waiting> waiting() {
        var counts = lists.waiting();
        int begun = Authorities.has(Permission.CASE_REGISTER) ? begun() : 0;
        return List.of(
                new Waiting(
                        Tone.CRITICAL,
                        AppIcon.ALERT_OCTAGON,
                        "casefile.waiting.grave",
                        counts.graveWithoutAttention(),
                        CaseNavigation.LIST + "?sin-atencion=1"),
                new Waiting(
                        Tone.SERIOUS,
                        AppIcon.ALERT,
                        "casefile.waiting.notice",
                        counts.prosecutorNotTold(),
                        CaseNavigation.LIST + "?sin-aviso=1"),
                new Waiting(
                        Tone.CAUTION,
                        AppIcon.SHIELD,
                        "casefile.waiting.risk",
                        counts.riskMissing(),
                        CaseNavigation.LIST + "?riesgo=NONE&estado=REGISTERED,IN_FOLLOW_UP"),
                new Waiting(Tone.INFO, AppIcon.EDIT, "casefile.waiting.draft", begun, CaseNavigation.NEW));
    }

    private int begun() {
        int present = drafts.find(RegisterCaseView.DRAFT, null).isPresent() ? 1 : 0;
        return present + drafts.aside(RegisterCaseView.DRAFT).size();
    }
}

package mx.gob.jocotepec.cauce.oversight.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.casefile.ui.CaseNavigation;
import mx.gob.jocotepec.cauce.oversight.EmergencyAccess;
import mx.gob.jocotepec.cauce.oversight.EmergencyOutcome;
import mx.gob.jocotepec.cauce.oversight.Grounds;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import mx.gob.jocotepec.cauce.staff.ui.ProveYourself;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.Dates;
import mx.gob.jocotepec.cauce.uikit.Entry;
import mx.gob.jocotepec.cauce.uikit.ErrorSummary;
import mx.gob.jocotepec.cauce.uikit.ErrorSummary.Problem;
import mx.gob.jocotepec.cauce.uikit.LongTextInput;
import mx.gob.jocotepec.cauce.uikit.Notices;
import mx.gob.jocotepec.cauce.uikit.Page;
import mx.gob.jocotepec.cauce.uikit.Panel;
import mx.gob.jocotepec.cauce.uikit.TextInput;

/** A case of another area, now; and below, who did so with the cases of one's own area. */
@Route("emergencia")
@RolesAllowed("EMERGENCY_OPEN")
@StyleSheet("context://styles/oversight.css")
class EmergencyView extends Page implements AfterNavigationObserver {
    private final EmergencyAccess emergency;
    private final ProveYourself prove;
    private final ErrorSummary errors = new ErrorSummary();
    private final TextInput sought = new TextInput("oversight.emergency.sought", 40);
    private final LongTextInput reason = new LongTextInput("oversight.emergency.reason", 2_000);
    private final Div uses = new Div();

    EmergencyView(EmergencyAccess emergency, ProveYourself prove) {
        super("oversight.emergency.title");
        this.emergency = emergency;
        this.prove = prove;
        addClassName("c-page-narrow");
        sought.setWidthFull();
        sought.setRequiredIndicatorVisible(true);
        sought.setHelperText(getTranslation("oversight.emergency.sought.help"));
        reason.setRequiredIndicatorVisible(true);
        reason.setPlaceholder(getTranslation("oversight.emergency.reason.example"));
        var terms = new UnorderedList();
        for (var key : new String[] {"what", "long", "told", "wall"}) {
            terms.add(new ListItem(getTranslation("oversight.emergency.term." + key)));
        }
        var form = new Panel("oversight.emergency.form");
        form.add(
                new Paragraph(getTranslation("oversight.emergency.about")),
                terms,
                errors,
                sought,
                reason,
                Actions.primary("oversight.emergency.open", this::open));
        add(form, uses);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        showUses();
    }

    private void showUses() {
        uses.removeAll();
        var unseen = emergency.unseen();
        if (unseen.isEmpty()) return;
        var panel = new Panel("oversight.emergency.unseen");
        var list = new Div();
        list.addClassName("c-entries");
        list.getElement().setAttribute("role", "list");
        for (var use : unseen) {
            list.add(new Entry(CaseNavigation.link(use.ref()))
                    .text(use.staffName() + " · " + use.areaName())
                    .note(getTranslation(
                            "oversight.emergency.span", Dates.dateTime(use.at()), Dates.dateTime(use.until())))
                    .actions(Actions.quiet("oversight.emergency.seen", () -> {
                        emergency.seen(use);
                        showUses();
                    })));
        }
        panel.add(list);
        uses.add(panel);
    }

    private void open() {
        errors.clear();
        sought.setInvalid(false);
        reason.setInvalid(false);
        var missing = new ArrayList<Problem>();
        if (sought.getValue().isBlank()) {
            missing.add(new Problem(sought, getTranslation("oversight.emergency.refused.NEITHER_FOLIO_NOR_CURP")));
        }
        if (!Grounds.suffice(Sensitive.of(reason.getValue()))) {
            missing.add(new Problem(reason, getTranslation("oversight.emergency.refused.REASON_TOO_SHORT")));
        }
        errors.show(missing);
        if (!missing.isEmpty()) return;
        prove.then(() -> show(emergency.open(Sensitive.of(sought.getValue()), Sensitive.of(reason.getValue()))));
    }

    private void show(EmergencyOutcome outcome) {
        switch (outcome) {
            case EmergencyOutcome.Opened(var ref, var until) -> {
                Notices.info("oversight.emergency.opened", Dates.time(until));
                leave(ref);
            }
            case EmergencyOutcome.Held(var ref) -> {
                Notices.info("oversight.emergency.held");
                leave(ref);
            }
            case EmergencyOutcome.Refused(var why) ->
                errors.show(
                        switch (why) {
                            case REASON_TOO_SHORT -> reason;
                            case NOTHING, TOO_MANY, NEITHER_FOLIO_NOR_CURP -> sought;
                        },
                        "oversight.emergency.refused." + why);
        }
    }

    private static void leave(CaseRef ref) {
        CaseNavigation.open(ref);
    }
}

package mx.gob.jocotepec.cauce.rights.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import mx.gob.jocotepec.cauce.rights.ArcoRequest;
import mx.gob.jocotepec.cauce.rights.BlockedCase;
import mx.gob.jocotepec.cauce.rights.Erasures;
import mx.gob.jocotepec.cauce.staff.Permission;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.Authorities;
import mx.gob.jocotepec.cauce.uikit.Dates;
import mx.gob.jocotepec.cauce.uikit.EmptyState;
import mx.gob.jocotepec.cauce.uikit.Entry;
import mx.gob.jocotepec.cauce.uikit.Notices;
import mx.gob.jocotepec.cauce.uikit.Panel;
import mx.gob.jocotepec.cauce.uikit.StatusBadge;
import mx.gob.jocotepec.cauce.uikit.Tone;

/** Blocked and erased cases, and what the retention rules bring up. */
class BlockedPanel extends Div {
    private final RightsDesk desk;
    private final boolean handles = Authorities.has(Permission.RIGHTS_HANDLE);

    BlockedPanel(RightsDesk desk) {
        this.desk = desk;
        addClassName("c-stack");
        fill();
    }

    private void fill() {
        removeAll();
        add(new Paragraph(getTranslation("rights.blocked.about")));
        if (handles) {
            var due = desk.erasures().due();
            if (!due.isEmpty()) add(review(due));
        }
        var blocked = desk.blocks().list();
        if (blocked.isEmpty()) {
            add(new EmptyState(AppIcon.LOCK, "rights.blocked.none", "rights.blocked.none.text"));
            return;
        }
        var rows = Entry.list();
        blocked.forEach(each -> rows.add(row(each)));
        add(rows);
    }

    private Component review(java.util.List<Erasures.Due> due) {
        var panel = new Panel("rights.review");
        var rows = Entry.list();
        for (var each : due) {
            rows.add(Entry.titled(each.folio())
                    .note(getTranslation("rights.review." + each.step(), Dates.date(each.since()))));
        }
        panel.add(rows);
        return panel;
    }

    private Component row(BlockedCase blocked) {
        var beside = new ArrayList<Component>();
        var actions = new ArrayList<Component>();
        var text = getTranslation("rights.why.block." + blocked.why()) + " · "
                + getTranslation("rights.blocked.since", Dates.date(blocked.blockedAt()));
        var erased = blocked.erasedAt();
        var proposal = blocked.erasure();
        if (erased != null) {
            beside.add(
                    new StatusBadge(Tone.NEUTRAL, AppIcon.TRASH, getTranslation("rights.erased", Dates.date(erased))));
        } else if (proposal != null) {
            beside.add(new StatusBadge(Tone.CAUTION, AppIcon.ALERT, getTranslation("rights.erase.proposed")));
            text += " · "
                    + getTranslation(
                            "rights.erase.by",
                            proposal.byName(),
                            Dates.date(proposal.at()),
                            getTranslation("rights.ground." + proposal.ground()));
            boolean own = proposal.by().equals(desk.actor().get().staff());
            if (!own && Authorities.has(Permission.ERASE_CONFIRM)) {
                actions.add(Actions.dangerous("rights.erase.confirm", () -> confirm(blocked, proposal)));
            }
            if (own) text += " · " + getTranslation("rights.erase.other");
            if (handles)
                actions.add(Actions.quiet(
                        "rights.erase.withdraw", () -> told(desk.erasures().withdraw(proposal.id()))));
        } else {
            beside.add(new StatusBadge(Tone.NEUTRAL, AppIcon.LOCK, getTranslation("rights.blocked")));
            if (handles) {
                actions.add(Actions.quiet("rights.open", () -> open(blocked)));
                actions.add(Actions.quiet(
                        "rights.unblock",
                        () -> desk.prove().then(() -> {
                            if (!desk.blocks().unblock(blocked.ref())) Notices.warn("rights.refused");
                            fill();
                        })));
                actions.add(Actions.quiet("rights.erase.propose", () -> propose(blocked)));
            }
        }
        return Entry.titled(blocked.ref().folio(), beside.toArray(Component[]::new))
                .note(text)
                .actions(actions.toArray(Component[]::new));
    }

    private void open(BlockedCase blocked) {
        new ReasonDialog<>(
                        "rights.open",
                        BlockedCase.Opening.values(),
                        why -> desk.prove().then(() -> {
                            if (desk.blocks().open(blocked.ref(), why)) Notices.done("rights.open.done");
                            else Notices.warn("rights.refused");
                        }))
                .open();
    }

    /** A request that names no folio is not found by the case: whoever proposes says which one it was. */
    private void propose(BlockedCase blocked) {
        var request = new ComboBox<ArcoRequest>(getTranslation("rights.erase.request"));
        request.setItems(desk.requests().list().stream()
                .filter(one -> one.folio() == null
                        && (one.state() == ArcoRequest.State.ANSWERED || one.state() == ArcoRequest.State.EFFECTIVE))
                .toList());
        request.setItemLabelGenerator(ArcoRequest::number);
        request.setHelperText(getTranslation("rights.erase.request.hint"));
        request.setClearButtonVisible(true);
        request.setWidthFull();
        new ReasonDialog<>(
                        "rights.erase.propose",
                        BlockedCase.Ground.values(),
                        why -> desk.prove()
                                .then(() -> told(desk.erasures()
                                        .propose(
                                                blocked.ref().id(),
                                                why,
                                                request.getOptionalValue()
                                                        .map(ArcoRequest::id)
                                                        .orElse(null)))),
                        request)
                .open();
    }

    private void confirm(BlockedCase blocked, BlockedCase.Proposal proposal) {
        var ask = new ConfirmDialog(
                getTranslation("rights.erase.ask", blocked.ref().folio()),
                getTranslation("rights.erase.ask.text"),
                getTranslation("rights.erase.confirm"),
                yes -> desk.prove().then(() -> told(desk.erasures().confirm(proposal.id()))));
        ask.setConfirmButtonTheme("error primary");
        ask.setCancelable(true);
        ask.setCancelText(getTranslation("uikit.cancel"));
        ask.open();
    }

    private void told(Erasures.Outcome outcome) {
        switch (outcome) {
            case DONE -> Notices.done("rights.done");
            case SAME_PERSON -> Notices.warn("rights.erase.other");
            case NOT_POSSIBLE -> Notices.warn("rights.refused");
        }
        fill();
    }
}

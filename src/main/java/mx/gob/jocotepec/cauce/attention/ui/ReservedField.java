package mx.gob.jocotepec.cauce.attention.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.UUID;
import mx.gob.jocotepec.cauce.attention.Discipline;
import mx.gob.jocotepec.cauce.attention.ReservedKeys;
import mx.gob.jocotepec.cauce.shared.CaseId;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.LongTextInput;
import mx.gob.jocotepec.cauce.uikit.Tone;

/**
 * The reserved note of a form. A half-written one of a draft opens with her password only: until then it is kept as it lies, nothing can
 * be written in its place and the form is not recorded, unless she says that it can go.
 */
final class ReservedField extends Div {
    final LongTextInput text = new LongTextInput("attention.reserved", AttentionDialog.LONGEST);

    private final AttentionDesk desk;
    private final UUID subject;
    private final Runnable opened;
    private final Runnable dropped;
    private final Span why = new Span();
    private final Anchor account = new Anchor("cuenta", getTranslation("attention.reserved.locked.link"));
    private final Button open = Actions.plain("attention.reserved.draft.open", this::askToOpen);
    private final Div strip = new Div(
            AppIcon.LOCK.create(), why, account, open, Actions.quiet("attention.reserved.draft.drop", this::askToDrop));
    private String closed = "";
    private boolean offered;

    /**
     * @param subject of the draft
     * @param opened run when what a draft holds stands in the field
     * @param dropped run when she has let go of what does not open
     */
    ReservedField(AttentionDesk desk, UUID subject, Runnable opened, Runnable dropped) {
        this.desk = desk;
        this.subject = subject;
        this.opened = opened;
        this.dropped = dropped;
        text.setMinRows(3);
        strip.addClassNames("c-strip", Tone.CAUTION.style());
        add(strip, text);
        say("attention.reserved.draft.closed");
        adapt();
    }

    /** What a draft keeps of it: only she opens that. */
    String draft() {
        return isClosed() ? closed : desk.keys().hide(subject, text.getValue());
    }

    /** @param hidden as {@link #draft} gave it */
    void takeUp(String hidden) {
        closed = hidden;
        opens();
        adapt();
    }

    /** Whether a draft holds a note that does not open now. */
    boolean isClosed() {
        return !closed.isEmpty();
    }

    /** Where that is mended. */
    Component mend() {
        return isClosed() ? open : text;
    }

    /** Whether a note may be written at all; one that is there stays in sight even so. */
    void offer(boolean may, String label) {
        offered = may;
        if (may) text.setLabel(label);
        adapt();
    }

    /** Who will be able to open it, and what it costs to forget one's password: before it is written. */
    void sayWhoOpens(CaseId id, Discipline discipline) {
        var readers = desk.keys().readers(id, discipline);
        var words = new ArrayList<String>();
        words.add(
                readers.names().isEmpty()
                        ? getTranslation("attention.reserved.onlyYou")
                        : getTranslation("attention.reserved.readers", String.join(", ", readers.names())));
        if (!readers.withoutKey().isEmpty()) {
            words.add(getTranslation("attention.reserved.later", String.join(", ", readers.withoutKey())));
        }
        if (!readers.recovery()) words.add(getTranslation("attention.reserved.noRecovery"));
        text.setHelperText(String.join(" ", words));
    }

    private void askToOpen() {
        desk.prove().then(() -> {
            if (opens()) return;
            if (desk.keys().standing().state() == ReservedKeys.State.CLOSED) {
                desk.prove().always(this::opensOrSaysWhyNot);
            } else {
                opensOrSaysWhyNot();
            }
        });
    }

    private void opensOrSaysWhyNot() {
        if (opens()) return;
        boolean locked = desk.keys().standing().state() == ReservedKeys.State.LOCKED;
        say(locked ? "attention.reserved.locked" : "attention.reserved.draft.otherKey");
        account.setVisible(locked);
        open.setVisible(locked);
    }

    private boolean opens() {
        var words = desk.keys().show(subject, closed);
        words.ifPresent(note -> {
            closed = "";
            text.setValue(note);
            adapt();
            opened.run();
        });
        return words.isPresent();
    }

    private void askToDrop() {
        var ask = new ConfirmDialog();
        ask.setHeader(getTranslation("attention.reserved.draft.drop.title"));
        ask.setText(getTranslation("attention.reserved.draft.drop.text"));
        // the button at hand keeps it
        ask.setConfirmText(getTranslation("attention.reserved.draft.drop.no"));
        ask.setRejectable(true);
        ask.setRejectText(getTranslation("attention.reserved.draft.drop"));
        ask.addRejectListener(yes -> {
            closed = "";
            adapt();
            dropped.run();
        });
        ask.open();
    }

    private void say(String key) {
        why.setText(getTranslation(key));
        account.setVisible(false);
    }

    private void adapt() {
        strip.setVisible(isClosed());
        text.setVisible(!isClosed() && (offered || !text.isEmpty()));
        setVisible(strip.isVisible() || text.isVisible());
    }
}

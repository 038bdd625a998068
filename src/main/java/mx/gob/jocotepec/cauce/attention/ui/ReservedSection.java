package mx.gob.jocotepec.cauce.attention.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import mx.gob.jocotepec.cauce.attention.ReservedKeys;
import mx.gob.jocotepec.cauce.attention.ReservedKeys.Standing;
import mx.gob.jocotepec.cauce.attention.ReservedKeys.State;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import mx.gob.jocotepec.cauce.staff.ui.AccountSection;
import mx.gob.jocotepec.cauce.staff.ui.ProveYourself;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.ErrorSummary;
import mx.gob.jocotepec.cauce.uikit.Notices;
import mx.gob.jocotepec.cauce.uikit.Panel;

/** "Notas reservadas" on the page of one's own account: the recovery key, before it is needed and when it is. */
@org.springframework.stereotype.Component
class ReservedSection implements AccountSection {
    private final ReservedKeys keys;
    private final ProveYourself prove;

    ReservedSection(ReservedKeys keys, ProveYourself prove) {
        this.keys = keys;
        this.prove = prove;
    }

    @Override
    public Optional<Component> build() {
        var standing = keys.standing();
        if (standing.state() == State.NONE) return Optional.empty();
        var panel = new Panel("attention.keys.title");
        fill(panel, standing);
        return Optional.of(panel);
    }

    private void fill(Panel panel, Standing standing) {
        panel.content(quiet("attention.keys.text"));
        if (standing.state() == State.LOCKED) locked(panel, standing);
        else recoveryKey(panel, standing);
    }

    private void recoveryKey(Panel panel, Standing standing) {
        panel.add(
                quiet(standing.recovery() ? "attention.keys.recovery.made" : "attention.keys.recovery.none"),
                Actions.plain(
                        standing.recovery() ? "attention.keys.recovery.again" : "attention.keys.recovery.make",
                        () -> prove.then(() -> make(panel))));
    }

    private void make(Panel panel) {
        keys.makeRecoveryKey()
                .ifPresentOrElse(
                        key -> {
                            new RecoveryKeyDialog(key).open();
                            fill(panel, keys.standing());
                        },
                        // a passkey proves who she is and opens nothing: it takes her password
                        () -> prove.always(() -> make(panel)));
    }

    private void locked(Panel panel, Standing standing) {
        var errors = new ErrorSummary();
        var typed = new TextField(panel.getTranslation("attention.keys.recovery.typed"));
        typed.setWidthFull();
        typed.setManualValidation(true);
        typed.setHelperText(panel.getTranslation("attention.keys.recovery.help"));
        panel.add(
                new Paragraph(panel.getTranslation("attention.keys.locked")),
                errors,
                typed,
                Actions.primary("attention.keys.recover", () -> {
                    if (keys.recover(Sensitive.of(typed.getValue()))) {
                        Notices.done("attention.keys.recovered");
                        fill(panel, keys.standing());
                    } else {
                        errors.show(typed, "attention.keys.recovery.wrong");
                    }
                }),
                quiet(standing.escrow() ? "attention.keys.anew.escrow" : "attention.keys.anew.text"),
                Actions.plain(
                        "attention.keys.anew",
                        () -> prove.then(() -> {
                            if (keys.startAnew()) fill(panel, keys.standing());
                        })));
    }

    private static Paragraph quiet(String key) {
        var text = new Paragraph(com.vaadin.flow.i18n.I18NProvider.translate(key));
        text.addClassName("c-quiet");
        return text;
    }
}

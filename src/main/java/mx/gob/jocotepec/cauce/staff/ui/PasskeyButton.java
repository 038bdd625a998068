package mx.gob.jocotepec.cauce.staff.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.function.Consumer;
import java.util.function.Supplier;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import org.jspecify.annotations.Nullable;

/**
 * A button that lets the browser ask for a passkey. Where there can be none (no TLS, another address, an old browser) it gives way to a
 * plain word on why. Inside a form that has a field {@code passkey} the form is sent; otherwise the answer goes to whoever made the button.
 */
@JavaScript("context://modules/passkeys.js")
class PasskeyButton extends Div {
    private final String origin;
    private final boolean makes;
    private final Supplier<@Nullable String> asked;
    private final Consumer<String> answered;
    private final Button button;
    private final Paragraph word = new Paragraph();
    private Runnable impossible = () -> {};

    /**
     * @param makes a new one; otherwise one of hers signs
     * @param asked what the browser is asked with, JSON, new at each press; null: not now
     * @param answered takes the browser's answer, JSON
     */
    PasskeyButton(
            String textKey, String origin, boolean makes, Supplier<@Nullable String> asked, Consumer<String> answered) {
        this.origin = origin;
        this.makes = makes;
        this.asked = asked;
        this.answered = answered;
        addClassName("c-passkey");
        button = new Button(I18NProvider.translate(textKey), AppIcon.LOCK.create());
        word.addClassName("c-quiet");
        word.getElement().setAttribute("role", "status");
        word.setVisible(false);
        add(button, word);
    }

    PasskeyButton primary() {
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return this;
    }

    PasskeyButton wide() {
        button.setWidthFull();
        return this;
    }

    /** What it has to say, to be shown at another place than below the button. */
    Paragraph word() {
        return word;
    }

    PasskeyButton whenImpossible(Runnable work) {
        impossible = work;
        return this;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement().executeJs("window.caucePasskeys.attach(this, $0, $1, $2)", button.getElement(), origin, makes);
    }

    @ClientCallable
    public @Nullable String asked() {
        word.setVisible(false);
        return asked.get();
    }

    @ClientCallable
    public void answered(String answer) {
        answered.accept(answer);
    }

    /** She closed the browser's dialogue, or waited too long; browsers do not say which. */
    @ClientCallable
    public void gaveUp(boolean there) {
        say(I18NProvider.translate(there ? "staff.passkey.there" : "staff.passkey.gaveUp"));
    }

    @ClientCallable
    public void impossible(String why) {
        button.setVisible(false);
        say(I18NProvider.translate(
                switch (why) {
                    case "INSECURE" -> "staff.passkey.INSECURE";
                    case "ELSEWHERE" -> "staff.passkey.ELSEWHERE";
                    default -> "staff.passkey.UNKNOWN";
                },
                origin));
        impossible.run();
    }

    void say(String text) {
        word.setText(text);
        word.setVisible(true);
    }
}

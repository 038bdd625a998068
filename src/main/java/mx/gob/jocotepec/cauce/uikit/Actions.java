package mx.gob.jocotepec.cauce.uikit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.i18n.I18NProvider;

/** Buttons by their weight. One primary at most on a page; the text is a verb. */
public final class Actions {
    private Actions() {}

    public static Button primary(String textKey, Runnable action) {
        var button = plain(textKey, action);
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    public static Button plain(String textKey, Runnable action) {
        return new Button(I18NProvider.translate(textKey), click -> action.run());
    }

    public static Button plain(String textKey, AppIcon icon, Runnable action) {
        var button = plain(textKey, action);
        button.setIcon(icon.create());
        return button;
    }

    /** Without a border, for what is seldom needed. */
    public static Button quiet(String textKey, Runnable action) {
        var button = plain(textKey, action);
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    /** Only an icon; the text is its label and tooltip. */
    public static Button icon(String textKey, AppIcon icon, Runnable action) {
        var button = new Button(icon.create(), click -> action.run());
        var text = I18NProvider.translate(textKey);
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(text);
        button.setTooltipText(text);
        return button;
    }

    /** What cannot be undone. */
    public static Button dangerous(String textKey, Runnable action) {
        var button = plain(textKey, action);
        button.addThemeVariants(ButtonVariant.ERROR);
        return button;
    }
}

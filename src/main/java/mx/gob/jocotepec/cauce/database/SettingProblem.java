package mx.gob.jocotepec.cauce.database;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertyResolver;

/** A setting stops the start. The message is one line for the operator: it names the setting and never shows a secret. */
public class SettingProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A setting as it was given, empty for none. What looks like the name of another one is resolved on the way; where there is no such
     * setting, the text of Spring's exception would show the value, which may be a password.
     */
    public static String read(PropertyResolver source, String setting) {
        try {
            return source.getProperty(setting, "");
        } catch (IllegalArgumentException e) {
            throw new SettingProblem(setting + " holds ${...}, the name of a setting that does not exist.");
        }
    }

    public SettingProblem(String line) {
        this(line, null);
    }

    public SettingProblem(String line, @Nullable Throwable cause) {
        super(line, cause);
    }
}

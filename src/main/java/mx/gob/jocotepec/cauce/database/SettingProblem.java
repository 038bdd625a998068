package mx.gob.jocotepec.cauce.database;

import org.jspecify.annotations.Nullable;

/** A setting stops the start. The message is one line for the operator: it names the setting and never shows a secret. */
public class SettingProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SettingProblem(String line) {
        this(line, null);
    }

    public SettingProblem(String line, @Nullable Throwable cause) {
        super(line, cause);
    }
}

package mx.gob.jocotepec.cauce.demo;

import mx.gob.jocotepec.cauce.database.SettingProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** @param cases 1 to 1,000,000; null: the usual number */
record DemoSettings(@Nullable Integer cases) {
    static final int USUAL = 300;
    private static final int MOST = 1_000_000;

    static DemoSettings from(Environment environment) {
        var text = environment.getProperty("CAUCE_DEMO_CASES", "").strip();
        if (text.isEmpty()) return new DemoSettings(null);
        if (text.matches("[0-9]{1,7}")) {
            int cases = Integer.parseInt(text);
            if (cases >= 1 && cases <= MOST) return new DemoSettings(cases);
        }
        throw new SettingProblem("CAUCE_DEMO_CASES (--cases) must be a number from 1 to 1000000.");
    }

    int orUsual() {
        return cases == null ? USUAL : cases;
    }
}

package mx.gob.jocotepec.cauce.audit;

import com.ulisesbocchio.jasyptspringbootstarter.JasyptSpringBootAutoConfiguration;
import mx.gob.jocotepec.cauce.database.CauceSettings;
import mx.gob.jocotepec.cauce.database.OperatorCommand;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** {@code ./cauce verify-trail}: only the database, the keys and the verifier; no web, no migrations. */
public final class VerifyTrailCommand {
    public static final String ARGUMENT = "verify-trail";

    private VerifyTrailCommand() {}

    /** Prints what was found; the answer is the exit code, 0 for a whole trail. */
    public static int run(String... arguments) {
        try {
            return OperatorCommand.run(
                    new SpringApplicationBuilder(OnlyWhatItTakes.class), VerifyTrailCommand::check, arguments);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static int check(ConfigurableApplicationContext context) {
        var report = context.getBean(TrailVerifier.class).check();
        System.out.println("trail: " + report.entries() + " entries, " + report.anchors() + " anchors that fit");
        report.findings().forEach(finding -> System.out.println("trail: " + finding));
        System.out.println(report.whole() ? "trail: whole" : "trail: NOT whole");
        return report.whole() ? 0 : 1;
    }

    @ImportAutoConfiguration(JasyptSpringBootAutoConfiguration.class) // settings may be sealed
    @ComponentScan(
            basePackageClasses = {CauceSettings.class, mx.gob.jocotepec.cauce.crypto.Anchors.class, AuditTrail.class},
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = {
                                ".*\\.DatabaseConfiguration",
                                ".*\\.KeyRingFile",
                                ".*\\.Anchors",
                                ".*\\.AnchorFile",
                                ".*\\.TrailVerifier"
                            }))
    static class OnlyWhatItTakes {}
}

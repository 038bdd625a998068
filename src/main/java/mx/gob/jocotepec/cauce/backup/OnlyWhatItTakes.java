package mx.gob.jocotepec.cauce.backup;

import com.ulisesbocchio.jasyptspringbootstarter.JasyptSpringBootAutoConfiguration;
import java.time.Clock;
import mx.gob.jocotepec.cauce.audit.AuditTrail;
import mx.gob.jocotepec.cauce.crypto.Anchors;
import mx.gob.jocotepec.cauce.database.CauceSettings;
import mx.gob.jocotepec.cauce.staff.SystemActor;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/** For the commands: the database, the keys and the trail; no web, no screens, nothing that works by itself. */
@ImportAutoConfiguration({
    JasyptSpringBootAutoConfiguration.class, // settings may be sealed
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionManagerCustomizationAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class
})
@ComponentScan(
        basePackageClasses = {CauceSettings.class, Anchors.class, AuditTrail.class, SystemActor.class, Backups.class},
        useDefaultFilters = false,
        includeFilters =
                @Filter(
                        type = FilterType.REGEX,
                        pattern = {
                            ".*\\.DatabaseConfiguration",
                            ".*\\.KeyRingFile",
                            ".*\\.ContextSigner",
                            ".*\\.Anchors",
                            ".*\\.BackupSeal",
                            ".*\\.AnchorFile",
                            ".*\\.AnchorCopy",
                            ".*\\.AuditTrail",
                            ".*\\.SystemActor",
                            ".*\\.DatabaseContext",
                            ".*\\.Backups"
                        }))
class OnlyWhatItTakes {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** The first start of what was restored: brought up to date, and what was erased meanwhile is erased again. */
    @ImportAutoConfiguration(FlywayAutoConfiguration.class)
    @ComponentScan(
            basePackageClasses = {AuditTrail.class, mx.gob.jocotepec.cauce.rights.Erasures.class, Backups.class},
            useDefaultFilters = false,
            includeFilters =
                    @Filter(
                            type = FilterType.REGEX,
                            pattern = {
                                ".*\\.TrailVerifier",
                                ".*\\.TombstoneFile",
                                ".*\\.TombstoneKeeper",
                                ".*\\.RestoredState"
                            }))
    static class ForTheFirstStart extends OnlyWhatItTakes {}
}

package mx.gob.jocotepec.cauce.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import mx.gob.jocotepec.cauce.audit.AuditTrail;
import mx.gob.jocotepec.cauce.catalog.CatalogOutcome.Reason;
import mx.gob.jocotepec.cauce.catalog.CatalogOutcome.Refused;
import mx.gob.jocotepec.cauce.catalog.CatalogOutcome.Saved;
import mx.gob.jocotepec.cauce.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

@SpringJUnitConfig(CatalogsTests.Application.class)
@WithMockUser(authorities = "CATALOG_EDIT")
class CatalogsTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final TestDatabase DATABASE = TestDatabase.fresh("catalog_tests");
    private static final AuditTrail TRAIL = mock(AuditTrail.class);

    @Autowired
    private Catalogs catalogs;

    @ParameterizedTest
    @EnumSource
    void everyCatalogHasChoicesInBothLanguagesWithASource(Catalog catalog) {
        assertThat(catalogs.current(catalog, TODAY)).isNotEmpty().allSatisfy(entry -> {
            assertThat(entry.name(Locale.of("es", "MX"))).isNotBlank();
            assertThat(entry.name(Locale.ENGLISH)).isNotBlank();
            assertThat(entry.legalSource()).isNotBlank();
        });
    }

    @Test
    void theLawsListsAreWhole() {
        assertThat(catalogs.current(Catalog.VIOLENCE_TYPE, TODAY))
                .extracting(CatalogEntry::legalSource)
                .startsWith("LG art. 6 fr. I", "LG art. 6 fr. II")
                .hasSize(7);
        assertThat(catalogs.current(Catalog.VICARIOUS_CONDUCT, TODAY)).hasSize(8);
        assertThat(catalogs.find(Catalog.VIOLENCE_SETTING, "OBSTETRIC")
                        .orElseThrow()
                        .sourceConfirmed())
                .isFalse();
        assertThat(catalogs.find(Catalog.LOCALITY, "140500011").orElseThrow().extra())
                .containsEntry("population", "8453");
        assertThat(catalogs.find(Catalog.LOCALITY, "NEXTIPAC").orElseThrow().extra())
                .isEmpty();
    }

    @Test
    void whatIsAddedCanBeChosenAtOnceFromItsFirstDayOn() {
        var outcome = catalogs.add(fresh("COMMUNITY_KITCHEN"));

        assertThat(outcome).isInstanceOf(Saved.class);
        assertThat(catalogs.current(Catalog.SERVICE, TODAY))
                .extracting(CatalogEntry::key)
                .contains("COMMUNITY_KITCHEN");
        assertThat(catalogs.current(Catalog.SERVICE, TODAY.minusDays(1)))
                .extracting(CatalogEntry::key)
                .doesNotContain("COMMUNITY_KITCHEN");
        assertThat(catalogs.add(fresh("COMMUNITY_KITCHEN"))).isEqualTo(new Refused(Reason.KEY_TAKEN));
        verify(TRAIL, atLeastOnce()).record(any());
    }

    /** Whoever chooses between two that read the same scatters what is counted. */
    @Test
    void twoChoicesOfOneListDoNotReadTheSame() {
        var again = new NewCatalogEntry(
                Catalog.VIOLENCE_TYPE, "PSICOLOGICA", " psicologica ", "Psychological", "", false, TODAY, 500);

        assertThat(catalogs.add(again)).isEqualTo(new Refused(Reason.NAME_TAKEN));
        assertThat(catalogs.rename(Catalog.VIOLENCE_TYPE, "PHYSICAL", 0, "Psicológica", "Physical"))
                .isEqualTo(new Refused(Reason.NAME_TAKEN));
        assertThat(catalogs.rename(Catalog.VIOLENCE_TYPE, "PSYCHOLOGICAL", 0, "Psicológica", "Psychological"))
                .as("its own name")
                .isInstanceOf(Saved.class);
    }

    @Test
    void whatIsRetiredStaysReadable() {
        catalogs.add(fresh("RETIRED_LATER"));

        assertThat(catalogs.retire(Catalog.SERVICE, "RETIRED_LATER", 0, TODAY.minusDays(1)))
                .isEqualTo(new Refused(Reason.ENDS_BEFORE_IT_BEGINS));
        assertThat(catalogs.retire(Catalog.SERVICE, "RETIRED_LATER", 0, TODAY)).isInstanceOf(Saved.class);

        assertThat(catalogs.current(Catalog.SERVICE, TODAY.plusDays(1)))
                .extracting(CatalogEntry::key)
                .doesNotContain("RETIRED_LATER");
        assertThat(catalogs.find(Catalog.SERVICE, "RETIRED_LATER")).isPresent();
    }

    @Test
    void theSecondOfTwoWhoRenameIsTold() {
        catalogs.add(fresh("RENAMED"));

        assertThat(catalogs.rename(Catalog.SERVICE, "RENAMED", 0, "Nombre nuevo", "New name"))
                .isInstanceOf(Saved.class);
        assertThat(catalogs.rename(Catalog.SERVICE, "RENAMED", 0, "Otro", "Other"))
                .isEqualTo(new Refused(Reason.CHANGED_MEANWHILE));
        assertThat(catalogs.find(Catalog.SERVICE, "RENAMED").orElseThrow().nameEs())
                .isEqualTo("Nombre nuevo");
        assertThat(catalogs.rename(Catalog.SERVICE, "NO_SUCH", 0, "a", "b"))
                .isEqualTo(new Refused(Reason.NO_SUCH_ENTRY));
    }

    @Test
    void statesTheProgramKnowsAreOnlyRenamed() {
        var urgency = new NewCatalogEntry(Catalog.REFERRAL_URGENCY, "LATER", "Después", "Later", "", false, TODAY, 40);

        assertThat(catalogs.add(urgency)).isEqualTo(new Refused(Reason.FIXED_CATALOG));
        assertThat(catalogs.retire(Catalog.REFERRAL_URGENCY, "NORMAL", 0, TODAY))
                .isEqualTo(new Refused(Reason.FIXED_CATALOG));
    }

    @Test
    void refusesNonsense() {
        assertThatIllegalArgumentException().isThrownBy(() -> fresh("lower case"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NewCatalogEntry(Catalog.SERVICE, "X", " ", "x", "", false, TODAY, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NewCatalogEntry(Catalog.SERVICE, "X", "x", "x", "", true, TODAY, 1));
    }

    @Test
    @WithMockUser(authorities = "CASE_READ")
    void whoeverIsSignedInReadsAndOnlyAnEditorChanges() {
        assertThat(catalogs.all(Catalog.SERVICE)).isNotEmpty();
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> catalogs.add(fresh("NOT_ALLOWED")));
    }

    @Test
    @WithAnonymousUser
    void nobodyReadsWithoutSigningIn() {
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> catalogs.current(Catalog.SERVICE, TODAY));
    }

    @Test
    void theRuntimeCanNeitherDeleteNorChangeAKey() throws SQLException {
        for (var change :
                List.of("delete from catalog_entry", "update catalog_entry set key = 'X' where key = 'FIREARM'")) {
            try (var runtime = DATABASE.asRuntime();
                    var statement = runtime.createStatement()) {
                assertThatThrownBy(() -> statement.execute(change))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    private static NewCatalogEntry fresh(String key) {
        return new NewCatalogEntry(
                Catalog.SERVICE, key, "Comedor comunitario " + key, "Community kitchen", "", false, TODAY, 500);
    }

    @Configuration
    @EnableMethodSecurity
    @EnableTransactionManagement
    @Import({Catalogs.class, CatalogTable.class})
    static class Application {
        @Bean
        DataSource dataSource() {
            return DATABASE.acting();
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource dataSource) {
            return new DataSourceTransactionManager(dataSource);
        }

        @Bean
        JdbcClient jdbcClient(DataSource dataSource) {
            return JdbcClient.create(dataSource);
        }

        @Bean
        AuditTrail trail() {
            return TRAIL;
        }

        @Bean
        Clock clock() {
            return Clock.fixed(Instant.parse("2026-11-22T18:00:00Z"), ZoneOffset.UTC);
        }
    }
}

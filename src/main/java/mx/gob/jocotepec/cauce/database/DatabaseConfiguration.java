package mx.gob.jocotepec.cauce.database;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Everything signs in as the runtime role, but the migrations and {@link OwnerConnection}: they use the owner. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    @Bean
    CauceSettings cauceSettings(Environment environment) {
        return CauceSettings.from(environment);
    }

    @Bean(destroyMethod = "close")
    Database database(CauceSettings settings, @Value("${cauce.join:false}") boolean join) {
        return join ? Database.join(settings) : Database.open(settings);
    }

    @Bean
    OwnerConnection ownerConnection(Database database) {
        return new OwnerConnection(
                database.url(), database.owner().user(), database.owner().password());
    }

    /** There is none with CAUCE_DB_URL. */
    @Bean
    @Nullable
    EmbeddedCluster embeddedCluster(Database database) {
        return database.cluster().orElse(null);
    }

    @Bean
    JdbcConnectionDetails runtimeConnectionDetails(Database database) {
        return new RuntimeDetails(database);
    }

    @Bean
    FlywayConnectionDetails ownerConnectionDetails(Database database) {
        return new OwnerDetails(database);
    }

    private record RuntimeDetails(Database database) implements JdbcConnectionDetails {
        @Override
        public String getUsername() {
            return database.runtime().user();
        }

        @Override
        public String getPassword() {
            return database.runtime().password();
        }

        @Override
        public String getJdbcUrl() {
            return database.url();
        }
    }

    private record OwnerDetails(Database database) implements FlywayConnectionDetails {
        @Override
        public String getUsername() {
            return database.owner().user();
        }

        @Override
        public String getPassword() {
            return database.owner().password();
        }

        @Override
        public String getJdbcUrl() {
            return database.url();
        }
    }
}

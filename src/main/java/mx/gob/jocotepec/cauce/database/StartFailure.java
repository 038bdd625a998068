package mx.gob.jocotepec.cauce.database;

import com.ulisesbocchio.jasyptspringboot.exception.DecryptionException;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says why the application did not start, in one line that names the setting. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailure implements FailureAnalyzer {
    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            var line = switch (cause) {
                case SettingProblem problem -> problem.getMessage();
                case PortInUseException taken ->
                    "CAUCE_PORT: port " + taken.getPort() + " is in use by another program.";
                case DecryptionException sealed ->
                    "JASYPT_ENCRYPTOR_PASSWORD is missing or does not open an ENC(...) setting.";
                case FlywayException migration ->
                    "The database cannot be brought up to date: "
                            + String.valueOf(migration.getMessage())
                                    .replaceAll("\\s+", " ")
                                    .strip();
                case IllegalStateException tls
                when String.valueOf(tls.getMessage()).startsWith("Unable to register SSL bundle") ->
                    "CAUCE_TLS_CERT and CAUCE_TLS_KEY are not a certificate and its own key, not encrypted, as PEM files.";
                default -> null;
            };
            if (line != null) {
                return new FailureAnalysis(line, null, cause);
            }
        }
        return null;
    }
}

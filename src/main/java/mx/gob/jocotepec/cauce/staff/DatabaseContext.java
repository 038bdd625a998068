package mx.gob.jocotepec.cauce.staff;

import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import mx.gob.jocotepec.cauce.crypto.ContextSigner;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Tells the database at the begin of each transaction who acts, signed and bound to the connection; row security and the trail rest on
 * it. It ends with the transaction. Without it nothing of a case is visible.
 */
@Component
class DatabaseContext implements TransactionExecutionListener {
    private static final Duration VALID_FOR = Duration.ofMinutes(30);

    private final ObjectProvider<DataSource> dataSource;
    private final ObjectProvider<ContextSigner> signer;

    DatabaseContext(ObjectProvider<DataSource> dataSource, ObjectProvider<ContextSigner> signer) {
        this.dataSource = dataSource;
        this.signer = signer;
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable beginFailure) {
        if (beginFailure != null || !transaction.isNewTransaction()) return;
        var connection = DataSourceUtils.getConnection(dataSource.getObject());
        try (var statement = connection.prepareStatement("select set_config('cauce.context', ?, true)")) {
            int backend = connection.unwrap(PGConnection.class).getBackendPID();
            statement.setString(1, signer.getObject().sign(body(backend)));
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("the context of a transaction could not be set", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource.getObject());
        }
    }

    private String body(int backend) {
        // the database compares with its own clock, so this one is the machine's even where a test moves the office's
        long expiry = System.currentTimeMillis() / 1000 + VALID_FOR.toSeconds();
        if (SystemActor.acts()) return "SYSTEM||||" + backend + '|' + expiry;
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof StaffPrincipal principal) {
            var roles = principal.roles().stream().map(Role::name).sorted().collect(Collectors.joining(","));
            return "STAFF|" + principal.staff() + '|' + principal.area() + '|' + roles + '|' + backend + '|' + expiry;
        }
        return "NOBODY||||" + backend + '|' + expiry;
    }
}

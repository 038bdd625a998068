package mx.gob.jocotepec.cauce.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import mx.gob.jocotepec.cauce.database.OwnerConnection;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Proves that nobody altered the trail: computes every chain again and compares it with its head and with the anchors. It reads as the
 * owner of the tables, who sees every entry, and streams, so that millions do not matter.
 */
@Service
public class TrailVerifier {
    private final OwnerConnection owner;
    private final AnchorFile anchors;

    TrailVerifier(OwnerConnection owner, AnchorFile anchors) {
        this.owner = owner;
        this.anchors = anchors;
    }

    @PreAuthorize("hasAuthority('TRAIL_READ')")
    public TrailReport verify() {
        return check();
    }

    /** For the operator at the terminal, who has the folder and the keys anyway. */
    TrailReport check() {
        var report = new AtomicReference<TrailReport>();
        try {
            var check = new ChainCheck(anchors);
            owner.run(connection -> {
                try {
                    report.set(check.run(connection));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            return report.get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("the trail could not be read", e);
        }
    }
}

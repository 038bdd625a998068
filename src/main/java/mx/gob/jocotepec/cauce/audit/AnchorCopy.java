package mx.gob.jocotepec.cauce.audit;

import java.io.IOException;
import org.springframework.stereotype.Component;

/** The anchors for a backup. Anchors later than the database would tell of a trail that was cut, earlier ones of a cut file. */
@Component
public class AnchorCopy {
    @FunctionalInterface
    public interface Work {
        void run() throws IOException;
    }

    private final AnchorFile file;

    AnchorCopy(AnchorFile file) {
        this.file = file;
    }

    /** @return the file {@code anchors/trail.log}, to which nothing is appended while the work runs */
    public byte[] during(Work work) throws IOException {
        return file.during(work);
    }
}

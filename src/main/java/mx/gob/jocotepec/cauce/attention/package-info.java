/**
 * Service sessions (atenciones) of every discipline: appointments, what was done, the note that only a discipline reads, and the agenda.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "crypto",
            "audit",
            "catalog",
            "staff",
            "staff::ui",
            "person",
            "casefile",
            "casefile::ui",
            "uikit"
        })
package mx.gob.jocotepec.cauce.attention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Sends a case to the area or institution that can help (canalización) and follows it to its answer. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "crypto",
            "audit",
            "catalog",
            "staff",
            "uikit",
            "person",
            "casefile",
            "casefile::ui",
            "attention",
            "agreement"
        })
package mx.gob.jocotepec.cauce.referral;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

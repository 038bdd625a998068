/**
 * Watches over access to cases: opening one in an emergency with its review, the readings of a day, and taking data out, which needs a
 * second person.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "crypto",
            "database",
            "audit",
            "staff",
            "staff::ui",
            "casefile",
            "casefile::ui",
            "catalog",
            "person",
            "referral",
            "uikit"
        })
package mx.gob.jocotepec.cauce.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

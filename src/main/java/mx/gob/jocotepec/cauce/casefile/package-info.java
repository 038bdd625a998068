/**
 * The expediente: who is attended, what happened, how great the risk is, who may open it and who is kept away, from its opening to its
 * closing.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "crypto", "audit", "catalog", "staff", "staff::ui", "person", "uikit"})
package mx.gob.jocotepec.cauce.casefile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** The trail (bitácora): append-only, chained, written in the transaction it tells of. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "database", "crypto", "installation", "uikit"})
package mx.gob.jocotepec.cauce.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Sealed backups of the embedded database with what belongs to it, and their way back onto an empty host. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "database", "installation", "crypto", "audit", "staff", "rights"})
package mx.gob.jocotepec.cauce.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

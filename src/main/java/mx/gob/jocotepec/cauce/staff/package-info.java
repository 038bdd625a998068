/** Areas, the people who work in them, what each role may do, how they sign in, and who acts in the current transaction. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "database", "crypto", "audit", "installation", "uikit"})
package mx.gob.jocotepec.cauce.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Who is attended: identity, contact and circumstances of the women, the search by name, and who may be the same person. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "crypto", "audit", "staff", "uikit"})
package mx.gob.jocotepec.cauce.person;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Agreements (convenios) and the directory of services: who outside and inside the municipality can help, and under what. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "database", "crypto", "files", "audit", "catalog", "staff", "uikit"})
package mx.gob.jocotepec.cauce.agreement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

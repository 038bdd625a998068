/**
 * Rights over personal data: requests (ARCO), breaches, who has seen a file, blocking, and erasure by two persons that no restored
 * backup undoes.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "database",
            "crypto",
            "files",
            "audit",
            "staff",
            "staff :: ui",
            "casefile",
            "casefile :: ui",
            "document",
            "uikit"
        })
package mx.gob.jocotepec.cauce.rights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

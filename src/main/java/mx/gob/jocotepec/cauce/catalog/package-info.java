/** The lists people choose from, as data with validity and legal source; edited without a redeploy. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "audit", "staff", "uikit"})
package mx.gob.jocotepec.cauce.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Numbers about the work, for those who answer for it: never a name, never a folio. Reads through the counting functions only. */
@NullMarked
@ApplicationModule(allowedDependencies = {"plan", "staff", "audit", "uikit", "shared"})
package mx.gob.jocotepec.cauce.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** The annual plan (POA): what was planned for each quarter, what was achieved, and quarters that close for good. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "audit", "staff", "uikit"})
package mx.gob.jocotepec.cauce.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

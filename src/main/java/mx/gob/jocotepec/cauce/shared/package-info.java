/** What belongs to no module: typed ids, folios, quarters, working days, CURP, telephones and Spanish spelling. */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package mx.gob.jocotepec.cauce.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

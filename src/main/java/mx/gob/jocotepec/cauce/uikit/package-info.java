/** Pieces of screens that every module uses: fields, notices, states, the frame of a page. Knows no case and no person. */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {"shared"})
package mx.gob.jocotepec.cauce.uikit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

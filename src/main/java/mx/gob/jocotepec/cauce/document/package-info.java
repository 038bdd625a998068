/** Documents to be printed or handed over: tagged PDF made here, without any service outside. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package mx.gob.jocotepec.cauce.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

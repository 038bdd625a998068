/**
 * What an installation should have before it holds real data, as each module that knows a part of it says; so that it is seen on the
 * screen and not only read in a document.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"database", "uikit"})
package mx.gob.jocotepec.cauce.installation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

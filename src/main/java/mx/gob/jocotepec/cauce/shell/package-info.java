/** The frame of every page: main layout, navigation, sign-in, start page, and the page that hides the screen. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "database", "crypto", "staff", "uikit", "audit"})
package mx.gob.jocotepec.cauce.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

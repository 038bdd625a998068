/** The one way in for files: what they are, whether they do anything by themselves, whether they unpack into more than they seem. */
@NullMarked
@ApplicationModule(allowedDependencies = {"database", "installation"})
package mx.gob.jocotepec.cauce.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

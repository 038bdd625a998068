/**
 * The key ring, sealing and opening of values and files, keyed hashes. Knows nothing of cases or people: only of places (table, row,
 * compartment) to which a sealed value is bound.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "database", "installation"})
package mx.gob.jocotepec.cauce.crypto;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

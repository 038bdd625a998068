/** The ground the application runs on: its settings, its PostgreSQL (embedded or given) and the roles inside it. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package mx.gob.jocotepec.cauce.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

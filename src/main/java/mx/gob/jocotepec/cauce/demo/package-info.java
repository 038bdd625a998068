/** Demonstration: invented people and cases, written in bulk, and the benchmark on them. Nothing here runs on real data. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "database", "crypto", "audit", "staff", "person", "casefile", "plan"})
package mx.gob.jocotepec.cauce.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

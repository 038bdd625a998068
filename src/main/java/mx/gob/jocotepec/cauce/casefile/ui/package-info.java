/** Screens of the expediente; other modules add panels to its page through {@link CaseFilePanel}. */
@NullMarked
@NamedInterface("ui")
package mx.gob.jocotepec.cauce.casefile.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

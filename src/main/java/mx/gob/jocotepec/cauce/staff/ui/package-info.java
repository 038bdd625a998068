/** Screens of accounts and areas, of the first sign-in and of one's own account; the door is {@link ProveYourself}. */
@NullMarked
@NamedInterface("ui")
package mx.gob.jocotepec.cauce.staff.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** Screens of accounts and areas, of the first sign-in and of one's own account. */
@NullMarked
package mx.gob.jocotepec.cauce.staff.ui;

import org.jspecify.annotations.NullMarked;

/** Screens of the module. */
@NullMarked
package mx.gob.jocotepec.cauce.agreement.ui;

import org.jspecify.annotations.NullMarked;

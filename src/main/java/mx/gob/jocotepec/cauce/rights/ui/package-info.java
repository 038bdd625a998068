/** Screens of the module. */
@NullMarked
package mx.gob.jocotepec.cauce.rights.ui;

import org.jspecify.annotations.NullMarked;

/** Screens of the expediente; other modules add panels to its page. */
@NullMarked
package mx.gob.jocotepec.cauce.casefile.ui;

import org.jspecify.annotations.NullMarked;

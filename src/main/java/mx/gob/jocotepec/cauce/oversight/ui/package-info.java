/** Pages of the watch over access. */
@NullMarked
package mx.gob.jocotepec.cauce.oversight.ui;

import org.jspecify.annotations.NullMarked;

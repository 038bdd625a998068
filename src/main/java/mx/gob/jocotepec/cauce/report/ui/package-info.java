/** Pictures of the work. */
@NullMarked
package mx.gob.jocotepec.cauce.report.ui;

import org.jspecify.annotations.NullMarked;

/** The screen of the plan. */
@NullMarked
package mx.gob.jocotepec.cauce.plan.ui;

import org.jspecify.annotations.NullMarked;

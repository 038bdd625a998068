/** Screens of the module. */
@NullMarked
package mx.gob.jocotepec.cauce.referral.ui;

import org.jspecify.annotations.NullMarked;

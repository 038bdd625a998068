/** The page of the trail, for auditors. */
@NullMarked
package mx.gob.jocotepec.cauce.audit.ui;

import org.jspecify.annotations.NullMarked;

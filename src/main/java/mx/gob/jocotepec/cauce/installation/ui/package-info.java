/** The page on which administration and audit see what the installation has and lacks. */
@NullMarked
package mx.gob.jocotepec.cauce.installation.ui;

import org.jspecify.annotations.NullMarked;

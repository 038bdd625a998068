/** The screen of the catalogs. */
@NullMarked
package mx.gob.jocotepec.cauce.catalog.ui;

import org.jspecify.annotations.NullMarked;

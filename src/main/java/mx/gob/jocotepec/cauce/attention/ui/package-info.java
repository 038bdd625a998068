/** Screens of the attentions: the panel on the page of a case, its dialogs, and the agenda. */
@NullMarked
package mx.gob.jocotepec.cauce.attention.ui;

import org.jspecify.annotations.NullMarked;

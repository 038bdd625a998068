package mx.gob.jocotepec.cauce.casefile.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import mx.gob.jocotepec.cauce.casefile.CaseHead;
import mx.gob.jocotepec.cauce.staff.Actor;

/**
 * A section that a module adds to the page of a case. Beans of this type stand there in the order they give. An access in an emergency
 * ends before them: the page then names them and builds none.
 */
public interface CaseFilePanel {
    /** Position among the panels; the sections of the case itself lie between 100 and 199. */
    int order();

    /** Message key of the heading, which is also its place in the address ({@code #referrals}). */
    String titleKey();

    boolean visibleTo(Actor actor);

    /** Number shown beside the heading, read with as few statements as possible; empty for none. */
    default Optional<Integer> count(CaseHead head) {
        return Optional.empty();
    }

    /**
     * Builds the panel; called when its section is opened.
     *
     * @param changed to be run after something changed that head or timeline show
     */
    Component build(CaseHead head, Runnable changed);

    /** A strip above everything, whoever looks; empty for none. Asked for at each opening, so mostly without a statement. */
    default Optional<Component> notice(CaseHead head, Runnable changed) {
        return Optional.empty();
    }

    /** An action for the head of the page, such as "Canalizar"; empty for none. */
    default Optional<Component> action(CaseHead head, Runnable changed) {
        return Optional.empty();
    }
}

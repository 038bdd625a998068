package mx.gob.jocotepec.cauce.staff.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/** What another module shows on the page of one's own account. Contributed as beans. */
public interface AccountSection {
    /** Built anew at each visit; empty where the person has nothing of it. */
    Optional<Component> build();
}

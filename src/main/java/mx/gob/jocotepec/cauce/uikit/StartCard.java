package mx.gob.jocotepec.cauce.uikit;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a module shows on the start page: things that wait, a picture of the state, or both. Contributed as beans. */
public interface StartCard {
    /**
     * One line of "what waits".
     *
     * @param tone CRITICAL before SERIOUS before CAUTION before INFO
     * @param textKey a text with the count as its parameter {0}
     * @param count nothing is shown for 0
     * @param path where it is dealt with, without a leading slash
     */
    record Waiting(Tone tone, AppIcon icon, String textKey, long count, String path) {}

    /** Among the pictures: lower comes first. */
    int order();

    /** Name of the permission it takes; none for everybody who is signed in. */
    @Nullable
    String permission();

    default List<Waiting> waiting() {
        return List.of();
    }

    /** Usually a {@link Panel}; built anew at each visit. */
    default Optional<Component> build() {
        return Optional.empty();
    }
}

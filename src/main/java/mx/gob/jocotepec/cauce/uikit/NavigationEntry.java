package mx.gob.jocotepec.cauce.uikit;

import org.jspecify.annotations.Nullable;

/** A place in the navigation; each module contributes its own as beans. The frame shows those the person may enter, by order. */
public interface NavigationEntry {
    /** Without a leading slash. */
    String path();

    String labelKey();

    AppIcon icon();

    /** Start 0, cases 100, referrals 200, attention 300, directory 400, plan 500, reports 600, administration from 900. */
    int order();

    /** Name of the permission it takes; none for everybody who is signed in. */
    @Nullable
    String permission();

    static NavigationEntry of(String path, String labelKey, AppIcon icon, int order, @Nullable Enum<?> permission) {
        return new Plain(path, labelKey, icon, order, permission == null ? null : permission.name());
    }

    record Plain(
            String path,
            String labelKey,
            AppIcon icon,
            int order,
            @Nullable String permission) implements NavigationEntry {}
}

package mx.gob.jocotepec.cauce.staff;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import mx.gob.jocotepec.cauce.shared.AreaId;
import org.jspecify.annotations.Nullable;

/** What administration says about somebody; the user name stays as it was first given. */
public record StaffData(
        String username, String displayName, @Nullable String post, AreaId area, Set<Role> roles) {
    private static final Pattern USERNAME = Pattern.compile("[a-z0-9._-]{3,40}");

    /** @throws IllegalArgumentException where a form let through what it should have caught; nothing of it is repeated */
    public StaffData {
        username = username.strip().toLowerCase(Locale.ROOT);
        displayName = displayName.strip();
        post = post == null || post.isBlank() ? null : post.strip();
        roles = Set.copyOf(roles);
        if (!isUsername(username)) throw new IllegalArgumentException("not a user name");
        if (displayName.length() < 2 || displayName.length() > 120) throw new IllegalArgumentException("not a name");
        if (post != null && post.length() > 120) throw new IllegalArgumentException("post too long");
        if (roles.isEmpty()) throw new IllegalArgumentException("no role");
    }

    /** 3 to 40 small letters without accents, digits, points and dashes. */
    public static boolean isUsername(String text) {
        return USERNAME.matcher(text).matches();
    }
}

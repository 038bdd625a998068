package mx.gob.jocotepec.cauce.staff;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@DynamicUpdate
@Table(name = "staff_account")
class StaffAccount {
    @Id
    private UUID id;

    private String username;
    private String displayName;
    private @Nullable String post;
    private UUID areaId;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    private String[] roles;

    // of others than whom it belongs to nobody but the system reads it (V019); so only what changed is written
    @ColumnTransformer(read = "cauce.password_of(id)")
    private @Nullable String passwordHash;

    private boolean active = true;
    private int epoch;
    private Instant createdAt;
    private @Nullable Instant lastSignInAt;

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway") // Hibernate fills the fields
    protected StaffAccount() {}

    StaffAccount(UUID id, String username, String displayName, UUID areaId, Set<Role> roles, Instant createdAt) {
        this.id = id;
        this.username = username;
        this.displayName = displayName;
        this.areaId = areaId;
        this.roles = names(roles);
        this.createdAt = createdAt;
    }

    /** New rights take effect at once: sessions with the old ones end. */
    void change(String newName, @Nullable String newPost, UUID newArea, Set<Role> newRoles) {
        if (!newArea.equals(areaId) || !newRoles.equals(roles())) epoch++;
        displayName = newName;
        post = newPost;
        areaId = newArea;
        roles = names(newRoles);
    }

    void password(String hash) {
        passwordHash = hash;
        epoch++;
    }

    void activate(boolean now) {
        if (active && !now) epoch++;
        active = now;
    }

    void endSessions() {
        epoch++;
    }

    UUID id() {
        return id;
    }

    String username() {
        return username;
    }

    String displayName() {
        return displayName;
    }

    @Nullable
    String post() {
        return post;
    }

    UUID areaId() {
        return areaId;
    }

    Set<Role> roles() {
        var set = EnumSet.noneOf(Role.class);
        Arrays.stream(roles).map(Role::valueOf).forEach(set::add);
        return set;
    }

    /** Null also where it is somebody else's. */
    @Nullable
    String passwordHash() {
        return passwordHash;
    }

    boolean active() {
        return active;
    }

    int epoch() {
        return epoch;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable
    Instant lastSignInAt() {
        return lastSignInAt;
    }

    int version() {
        return version == null ? 0 : version;
    }

    private static String[] names(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().toArray(String[]::new);
    }
}

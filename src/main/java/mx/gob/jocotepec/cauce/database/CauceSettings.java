package mx.gob.jocotepec.cauce.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertyResolver;

/**
 * What an operator may set, from the environment or from {@code cauce.properties} in the working directory.
 * Read and checked once, before anything starts. {@link #toString()} shows no secret.
 */
public final class CauceSettings {
    private static final Pattern ROLE_NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
    /** A name, not a number: passkeys are not bound to numbers. */
    private static final Pattern PUBLIC_ADDRESS =
            Pattern.compile("(https://([a-z0-9-]+\\.)*[a-z][a-z0-9-]*|http://localhost)(:\\d{1,5})?");

    private static final int LONGEST_DAYS_OFF = 60;

    private final int port;
    private final InetAddress address;
    private final Path data;
    private final boolean demo;
    private final @Nullable External external;
    private final String runtimeUser;
    private final @Nullable String keyPassphrase;
    private final Set<String> secondFactorRoles;
    private final @Nullable String publicAddress;
    private final Set<LocalDate> daysOff;

    private CauceSettings(PropertyResolver source) {
        port = port(source);
        demo = demo(source);
        address = address(source, demo);
        data = folder(source);
        runtimeUser = roleName("CAUCE_DB_USER", text(source, "CAUCE_DB_USER", "cauce_app"));
        external = External.from(source);
        keyPassphrase = keyPassphrase(source);
        secondFactorRoles = secondFactorRoles(source, demo);
        publicAddress = publicAddress(source);
        daysOff = daysOff(source);
    }

    /**
     * @throws SettingProblem naming the first wrong setting
     */
    public static CauceSettings from(PropertyResolver source) {
        return new CauceSettings(source);
    }

    /** Port of the web address; 0 lets the system choose. */
    public int port() {
        return port;
    }

    public InetAddress address() {
        return address;
    }

    /** Absolute folder below which everything is kept; it exists, is writable and belongs to its user alone. */
    public Path data() {
        return data;
    }

    /** Whether this is a demonstration with invented people. */
    public boolean demo() {
        return demo;
    }

    /** What opens the key ring; empty when the keys are to be kept in a file below the data folder. */
    public Optional<String> keyPassphrase() {
        return Optional.ofNullable(keyPassphrase);
    }

    /** Name of the database role that the running application uses. */
    public String runtimeUser() {
        return runtimeUser;
    }

    /** Names of the roles that must have a second factor. */
    public Set<String> secondFactorRoles() {
        return secondFactorRoles;
    }

    /** What browsers write before the path ({@code https://name}); empty where nobody said so. */
    public Optional<String> publicAddress() {
        return Optional.ofNullable(publicAddress);
    }

    /** Days on which the office is closed besides weekends and the holidays of the law. */
    public Set<LocalDate> daysOff() {
        return daysOff;
    }

    /** Whether the PostgreSQL is our own, below {@link #data()}. */
    public boolean embedded() {
        return external == null;
    }

    Optional<External> external() {
        return Optional.ofNullable(external);
    }

    @Override
    public String toString() {
        return "CauceSettings[port=%d, data=%s, demo=%s, database=%s]"
                .formatted(port, data, demo, external == null ? "embedded" : "external");
    }

    private static int port(PropertyResolver source) {
        var text = text(source, "CAUCE_PORT", "8080");
        try {
            var port = Integer.parseInt(text);
            if (port >= 0 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new SettingProblem("CAUCE_PORT must be a number from 0 to 65535, not \"" + shown(text) + "\".");
    }

    private static InetAddress address(PropertyResolver source, boolean demo) {
        var text = text(source, "CAUCE_ADDRESS", "127.0.0.1");
        try {
            var address = InetAddress.getByName(text);
            if (demo || address.isLoopbackAddress() || WebSettings.speaksTls(source)) return address;
            throw new SettingProblem(
                    "CAUCE_ADDRESS: on " + shown(text) + " passwords and cases would cross the network readable;"
                            + " set CAUCE_TLS_CERT and CAUCE_TLS_KEY, or CAUCE_PROXY, too.");
        } catch (UnknownHostException e) {
            throw new SettingProblem(
                    "CAUCE_ADDRESS must be an address of this machine, such as 127.0.0.1, not \"" + shown(text) + "\".",
                    e);
        }
    }

    private static boolean demo(PropertyResolver source) {
        var text = text(source, "CAUCE_DEMO", "false");
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new SettingProblem("CAUCE_DEMO must be true or false, not \"" + shown(text) + "\".");
        };
    }

    private static Set<String> secondFactorRoles(PropertyResolver source, boolean demo) {
        var text = text(source, "CAUCE_SECOND_FACTOR_ROLES", demo ? "NONE" : "DIRECTION,PSYCHOLOGY,ADMINISTRATION");
        return text.equals("NONE") ? Set.of() : Set.copyOf(List.of(text.split("\\s*,\\s*", -1)));
    }

    private static @Nullable String publicAddress(PropertyResolver source) {
        var text = optional(source, "CAUCE_PUBLIC_ADDRESS");
        if (text == null) return null;
        var origin = text.toLowerCase(Locale.ROOT).replaceFirst("/$", "");
        if (!PUBLIC_ADDRESS.matcher(origin).matches()) {
            throw new SettingProblem(
                    "CAUCE_PUBLIC_ADDRESS must be https:// and the name browsers use, such as https://cauce.example.org, not \""
                            + shown(text) + "\".");
        }
        return origin.replaceFirst("^(https://[^:]+):443$", "$1");
    }

    private static Set<LocalDate> daysOff(PropertyResolver source) {
        var days = new HashSet<LocalDate>();
        for (var span : text(source, "CAUCE_DAYS_OFF", "").split("[,\\s]+", -1)) {
            if (span.isEmpty()) continue;
            try {
                var ends = span.split("/", 2);
                var first = LocalDate.parse(ends[0]);
                var last = LocalDate.parse(ends[ends.length - 1]);
                if (!last.isBefore(first) && last.isBefore(first.plusDays(LONGEST_DAYS_OFF))) {
                    first.datesUntil(last.plusDays(1)).forEach(days::add);
                    continue;
                }
            } catch (DateTimeParseException e) {
                // told below
            }
            throw new SettingProblem(
                    "CAUCE_DAYS_OFF must be days such as 2026-12-24, and spans such as 2026-12-28/2027-01-06 of at most "
                            + LONGEST_DAYS_OFF + " days, not \"" + shown(span) + "\".");
        }
        return Set.copyOf(days);
    }

    private static Path folder(PropertyResolver source) {
        var text = text(source, "CAUCE_DATA", "./data");
        try {
            var folder = Path.of(text).toAbsolutePath().normalize();
            PrivateFiles.folder(folder);
            if (Files.isWritable(folder)) {
                return folder;
            }
            throw new SettingProblem("CAUCE_DATA: the folder " + folder + " cannot be written to.");
        } catch (InvalidPathException | IOException e) {
            throw new SettingProblem(
                    "CAUCE_DATA: the folder \"" + shown(text) + "\" cannot be created or written to.", e);
        }
    }

    private static @Nullable String keyPassphrase(PropertyResolver source) {
        var passphrase = optional(source, "CAUCE_KEY_PASSPHRASE");
        var file = optional(source, "CAUCE_KEY_FILE");
        if (file == null) {
            return passphrase;
        }
        if (passphrase != null) {
            throw new SettingProblem("CAUCE_KEY_PASSPHRASE and CAUCE_KEY_FILE are both set: give only one.");
        }
        try {
            var content = Files.readString(Path.of(file)).strip();
            if (content.isEmpty()) {
                throw new SettingProblem("CAUCE_KEY_FILE: the file " + shown(file) + " is empty.");
            }
            return content;
        } catch (IOException | InvalidPathException e) {
            throw new SettingProblem("CAUCE_KEY_FILE: the file \"" + shown(file) + "\" cannot be read.", e);
        }
    }

    private static String roleName(String setting, String name) {
        if (!ROLE_NAME.matcher(name).matches()) {
            throw new SettingProblem(
                    setting + " must be a plain role name: small letters, digits and _, at most 63 of them.");
        }
        return name;
    }

    private static String text(PropertyResolver source, String setting, String otherwise) {
        var value = optional(source, setting);
        return value == null ? otherwise : value;
    }

    private static @Nullable String optional(PropertyResolver source, String setting) {
        var value = SettingProblem.read(source, setting);
        return value.isBlank() ? null : value.strip();
    }

    /** A value as it may appear in one line of a message. */
    private static String shown(String value) {
        var line = value.replaceAll("\\p{Cntrl}", " ");
        return line.length() > 80 ? line.substring(0, 80) + "…" : line;
    }

    /** A PostgreSQL that somebody else runs. */
    record External(String url, String owner, String ownerPassword, String runtimePassword) {
        static @Nullable External from(PropertyResolver source) {
            var url = optional(source, "CAUCE_DB_URL");
            if (url == null) {
                return null;
            }
            if (!url.matches("jdbc:postgresql://[^/?#]+/[^/?#]+(\\?.*)?")) {
                throw new SettingProblem("CAUCE_DB_URL must look like jdbc:postgresql://host:5432/cauce.");
            }
            if (url.matches("(?i).*[?&](user|password|currentSchema)=.*")) {
                throw new SettingProblem(
                        "CAUCE_DB_URL must not carry user, password or currentSchema: they have settings of their own.");
            }
            return new External(
                    url,
                    required(source, "CAUCE_DB_OWNER"),
                    required(source, "CAUCE_DB_OWNER_PASSWORD"),
                    required(source, "CAUCE_DB_PASSWORD"));
        }

        private static String required(PropertyResolver source, String setting) {
            var value = optional(source, setting);
            if (value == null) {
                throw new SettingProblem(setting + " is missing: CAUCE_DB_URL needs it.");
            }
            return value;
        }

        @Override
        public String toString() {
            return "External[•••]";
        }
    }
}

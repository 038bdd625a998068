package mx.gob.jocotepec.cauce;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** docs/operations.md tells every setting that the code reads by its name. */
class OperationsTests {
    @Test
    void everySettingOfAModuleIsTold() throws IOException {
        var told = Files.readString(Path.of("docs/operations.md"));
        var settings = new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("mx.gob.jocotepec.cauce")
                        .stream()
                        .filter(type -> type.isAnnotatedWith(ConfigurationProperties.class))
                        .flatMap(type -> names(type.reflect()))
                        .toList();

        assertThat(settings).isNotEmpty().allSatisfy(name -> assertThat(told).contains("| `" + name + "` |"));
    }

    private static Stream<String> names(Class<?> settings) {
        var prefix = settings.getAnnotation(ConfigurationProperties.class).value();
        return Arrays.stream(settings.getRecordComponents())
                .map(part -> prefix
                        + '.'
                        + part.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
    }
}

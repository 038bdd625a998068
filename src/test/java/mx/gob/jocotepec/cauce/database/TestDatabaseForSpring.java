package mx.gob.jocotepec.cauce.database;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/** Gives every Spring test the settings of {@link TestDatabase#shared()}; what a test sets itself comes first. */
final class TestDatabaseForSpring implements ContextCustomizerFactory {
    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        return new Settings();
    }

    private record Settings() implements ContextCustomizer {
        private static final List<String> OF_THE_TEST = List.of("Dynamic Test Properties", "Inlined Test Properties");

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration test) {
            var sources = context.getEnvironment().getPropertySources();
            Map<String, Object> values = TestDatabase.shared().settings();
            var ours = new MapPropertySource("test database", values);
            sources.addFirst(ours);
            for (var name : OF_THE_TEST) {
                var own = sources.remove(name);
                if (own != null) {
                    sources.addFirst(own);
                }
            }
        }
    }
}

package mx.gob.jocotepec.cauce.uikit;

import com.vaadin.flow.i18n.I18NProvider;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Every text of the screens, from {@code vaadin-i18n/<module>.properties} (Spanish) and {@code <module>_en.properties}. Parameters are
 * written as for {@link MessageFormat}; a year or another number that must stay as it is: {@code {0,number,#}}. Apostrophes are
 * typographic (’), since the plain one means something to MessageFormat.
 */
@Component
public class Texts implements I18NProvider {
    public static final Locale SPANISH = Locale.of("es", "MX");
    public static final Locale ENGLISH = Locale.ENGLISH;

    private final Map<String, String> spanish;
    private final Map<String, String> english;

    public Texts() {
        spanish = read(false);
        english = read(true);
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return List.of(SPANISH, ENGLISH);
    }

    @Override
    public Locale getDefaultLocale() {
        return SPANISH;
    }

    /** @return the text, or {@code !key!} where there is none: visible, and the page still opens */
    @Override
    public String getTranslation(String key, Locale locale, Object... parameters) {
        boolean inEnglish = locale.getLanguage().equals(ENGLISH.getLanguage());
        var text = (inEnglish ? english : spanish).get(key);
        if (text == null) return '!' + key + '!';
        return parameters.length == 0
                ? text
                : new MessageFormat(text, inEnglish ? ENGLISH : SPANISH).format(parameters);
    }

    @Override
    public Map<String, String> getAllTranslations(Locale locale) {
        return locale.getLanguage().equals(ENGLISH.getLanguage()) ? english : spanish;
    }

    private static Map<String, String> read(boolean inEnglish) {
        try {
            var all = new HashMap<String, String>();
            for (var file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:vaadin-i18n/*.properties")) {
                var name = String.valueOf(file.getFilename());
                if (name.endsWith("_en.properties") != inEnglish) continue;
                var texts = new Properties();
                try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    texts.load(reader);
                }
                texts.forEach((key, text) -> all.put((String) key, (String) text));
            }
            return Map.copyOf(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

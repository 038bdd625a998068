package mx.gob.jocotepec.cauce.shell;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.Comparator;
import java.util.List;
import mx.gob.jocotepec.cauce.shared.SpanishText;
import mx.gob.jocotepec.cauce.uikit.Authorities;
import mx.gob.jocotepec.cauce.uikit.GlobalSearch;
import mx.gob.jocotepec.cauce.uikit.NavigationEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the places of the navigation by their names. */
@Component
class PageSearch implements GlobalSearch {
    private final List<NavigationEntry> entries;

    PageSearch(List<NavigationEntry> entries) {
        this.entries = entries;
    }

    @Override
    public int order() {
        return 900;
    }

    @Override
    public @Nullable String permission() {
        return null;
    }

    @Override
    public List<Hit> search(String text, int limit) {
        var wanted = SpanishText.fold(text);
        return entries.stream()
                .filter(entry -> Authorities.has(entry.permission()))
                .sorted(Comparator.comparingInt(NavigationEntry::order))
                .map(entry -> new Hit(
                        entry.icon(),
                        I18NProvider.translate(entry.labelKey()),
                        I18NProvider.translate("shell.search.page"),
                        entry.path()))
                .filter(hit -> SpanishText.fold(hit.title()).contains(wanted))
                .limit(limit)
                .toList();
    }
}

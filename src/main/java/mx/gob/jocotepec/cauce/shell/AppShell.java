package mx.gob.jocotepec.cauce.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;

/** The page around everything. Its name and icon tell nothing about what it is for. */
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("context://styles/cauce.css")
@ColorScheme(ColorScheme.Value.LIGHT_DARK)
@Viewport("width=device-width, initial-scale=1, viewport-fit=cover")
public class AppShell implements AppShellConfigurator {
    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setPageTitle("Cauce");
        settings.addLink("icon", "icons/favicon.svg");
        settings.addMetaTag("robots", "noindex, nofollow");
        settings.addMetaTag("format-detection", "telephone=no");
    }
}

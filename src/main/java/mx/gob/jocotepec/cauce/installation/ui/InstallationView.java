package mx.gob.jocotepec.cauce.installation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import mx.gob.jocotepec.cauce.installation.Installation;
import mx.gob.jocotepec.cauce.installation.Installation.Finding;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.Entry;
import mx.gob.jocotepec.cauce.uikit.Page;
import mx.gob.jocotepec.cauce.uikit.StatusBadge;
import mx.gob.jocotepec.cauce.uikit.Tone;

/** What the installation has and lacks before real data; what is missing says how it is mended. */
@Route(InstallationEntries.PATH)
@RolesAllowed("INSTALLATION_READ")
class InstallationView extends Page implements AfterNavigationObserver {
    private final Installation installation;

    InstallationView(Installation installation) {
        super("installation.title");
        this.installation = installation;
        addClassName("c-page-narrow");
        actions(Actions.plain("installation.again", this::look));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        look();
    }

    private void look() {
        var about = new Paragraph(getTranslation("installation.about"));
        about.addClassName("c-quiet");
        state(new Span(getTranslation("installation.state", installation.missing())));
        var list = new Div();
        list.addClassName("c-entries");
        list.getElement().setAttribute("role", "list");
        installation.findings().forEach(finding -> list.add(entry(finding)));
        body(about, list);
    }

    private Entry entry(Finding finding) {
        var key = "installation.topic." + finding.topic();
        var title = new Span(getTranslation(key));
        title.addClassName("c-strong");
        var entry = new Entry(title, badge(finding)).text(getTranslation(key + ".why"));
        return switch (finding.state()) {
            case READY -> entry;
            case MISSING -> entry.note(getTranslation(key + ".how"));
            case ELSEWHERE -> entry.note(getTranslation(key + ".elsewhere"));
        };
    }

    private StatusBadge badge(Finding finding) {
        return switch (finding.state()) {
            case READY -> badge(Tone.GOOD, AppIcon.CHECK_CIRCLE, "installation.ready");
            case ELSEWHERE -> badge(Tone.NEUTRAL, AppIcon.EXTERNAL, "installation.elsewhere");
            case MISSING ->
                finding.topic().needed()
                        ? badge(Tone.SERIOUS, AppIcon.ALERT, "installation.missing")
                        : badge(Tone.CAUTION, AppIcon.INFO, "installation.advised");
        };
    }

    private StatusBadge badge(Tone tone, AppIcon icon, String key) {
        return new StatusBadge(tone, icon, getTranslation(key));
    }
}

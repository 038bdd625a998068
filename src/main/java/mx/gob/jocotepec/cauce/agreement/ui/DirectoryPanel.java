package mx.gob.jocotepec.cauce.agreement.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Set;
import java.util.stream.Collectors;
import mx.gob.jocotepec.cauce.agreement.Counterpart;
import mx.gob.jocotepec.cauce.agreement.Directory;
import mx.gob.jocotepec.cauce.agreement.Institution;
import mx.gob.jocotepec.cauce.catalog.Catalog;
import mx.gob.jocotepec.cauce.shared.InstitutionId;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.Panel;
import mx.gob.jocotepec.cauce.uikit.StatusBadge;
import mx.gob.jocotepec.cauce.uikit.Tone;

/** Who offers what: the areas that receive, and the institutions outside. */
class DirectoryPanel extends Div {
    private final AgreementDesk desk;
    private final boolean edits;

    DirectoryPanel(AgreementDesk desk, boolean edits) {
        this.desk = desk;
        this.edits = edits;
        addClassName("c-stack");
        fill();
    }

    void add() {
        var blank =
                new Institution(InstitutionId.next(), "", Institution.Kind.OTHER, null, null, null, Set.of(), true, 0);
        new InstitutionDialog(desk, blank, this::fill).open();
    }

    private void fill() {
        removeAll();
        var referable = desk.directory.referable();
        var areas = rows();
        referable.stream()
                .filter(entry -> entry.to() instanceof Counterpart.OfArea)
                .forEach(entry -> areas.add(area(entry)));
        var areaPanel = new Panel("agreement.directory.areas");
        areaPanel.add(areas);
        var backed = referable.stream()
                .filter(entry -> !entry.backed().isEmpty())
                .map(entry -> entry.to().value())
                .collect(Collectors.toSet());
        var institutions = rows();
        desk.institutions
                .all()
                .forEach(each -> institutions.add(
                        institution(each, backed.contains(each.id().value()))));
        var institutionPanel = new Panel("agreement.directory.institutions");
        institutionPanel.add(institutions);
        add(areaPanel, institutionPanel);
    }

    private Component area(Directory.Entry entry) {
        var services = entry.services().isEmpty()
                ? getTranslation("agreement.directory.notDescribed")
                : desk.services(entry.services());
        var row = row(entry.name(), services, !entry.backed().isEmpty());
        if (edits && entry.to() instanceof Counterpart.OfArea(var area)) {
            row.add(Actions.quiet(
                    "agreement.edit", () -> new AreaServicesDialog(desk, area, entry, this::fill).open()));
        }
        return row;
    }

    private Component institution(Institution institution, boolean backed) {
        var row = row(institution.name(), desk.services(institution.services()), backed);
        var more = java.util.stream.Stream.of(
                        desk.name(Catalog.INSTITUTION_KIND, institution.kind().name()),
                        institution.phone(),
                        institution.hours(),
                        institution.address())
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.joining(" · "));
        var details = new Span(more);
        details.addClassNames("c-quiet", "c-small");
        ((Div) row.getComponentAt(0)).add(details);
        if (!institution.active()) {
            row.add(new StatusBadge(Tone.NEUTRAL, AppIcon.MINUS, getTranslation("agreement.institution.inactive")));
        }
        if (edits) {
            row.add(Actions.quiet("agreement.edit", () -> new InstitutionDialog(desk, institution, this::fill).open()));
        }
        return row;
    }

    private Article row(String name, String services, boolean backed) {
        var title = new Span(name);
        title.addClassName("c-strong");
        var head = new Div(title);
        head.addClassName("c-row");
        if (backed) {
            head.add(new StatusBadge(Tone.GOOD, AppIcon.AGREEMENT, getTranslation("agreement.directory.backed")));
        }
        var offered = new Span(services);
        offered.addClassName("c-small");
        var words = new Div(head, offered);
        words.addClassName("c-referral-words");
        var row = new Article(words);
        row.addClassNames("c-referral", "c-referral-row");
        row.getElement().setAttribute("role", "listitem");
        return row;
    }

    private static Div rows() {
        var rows = new Div();
        rows.addClassName("c-referral-rows");
        rows.getElement().setAttribute("role", "list");
        return rows;
    }
}

package mx.gob.jocotepec.cauce.agreement.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mx.gob.jocotepec.cauce.agreement.Agreement;
import mx.gob.jocotepec.cauce.agreement.AgreementState;
import mx.gob.jocotepec.cauce.agreement.AgreementUse;
import mx.gob.jocotepec.cauce.shared.AgreementId;
import mx.gob.jocotepec.cauce.shared.Ids;
import mx.gob.jocotepec.cauce.staff.Permission;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.Authorities;
import mx.gob.jocotepec.cauce.uikit.Dates;
import mx.gob.jocotepec.cauce.uikit.FigureTile;
import mx.gob.jocotepec.cauce.uikit.Page;
import mx.gob.jocotepec.cauce.uikit.Panel;
import org.jspecify.annotations.Nullable;

/** One agreement: what it says, what it serves for, its signed copies. */
@Route(AgreementNavigation.ALL + "/:id")
@RolesAllowed("AGREEMENT_READ")
@StyleSheet("context://styles/referral.css")
class AgreementView extends Page implements BeforeEnterObserver {
    private final AgreementDesk desk;

    AgreementView(AgreementDesk desk) {
        this.desk = desk;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var agreement = event.getRouteParameters()
                .get("id")
                .flatMap(Ids::parse)
                .map(AgreementId::of)
                .flatMap(desk.agreements::find);
        if (agreement.isEmpty()) event.rerouteToError(NotFoundException.class);
        else show(agreement.get());
    }

    private void reload(AgreementId id) {
        desk.agreements.find(id).ifPresent(this::show);
    }

    private void show(Agreement agreement) {
        boolean edits = Authorities.has(Permission.AGREEMENT_EDIT);
        title(agreement.terms().number());
        state(AgreementDesk.badge(agreement.state(), agreement.daysLeft()), new Span(agreement.counterpartName()));
        actions(edits ? buttons(agreement) : new Component[0]);
        var main = new Div(use(agreement.use()), terms(agreement));
        main.addClassName("c-stack");
        var side = new Div(new ScanPanel(desk, agreement, edits, () -> reload(agreement.id())), contact(agreement));
        side.addClassName("c-stack");
        var both = new Div(main, side);
        both.addClassName("c-referral-page");
        body(both);
    }

    private Component[] buttons(Agreement agreement) {
        var buttons = new ArrayList<Component>();
        if (agreement.endedOn() == null && agreement.state() != AgreementState.ENDED) {
            buttons.add(Actions.quiet(
                    "agreement.end", () -> new EndDialog(desk, agreement, () -> reload(agreement.id())).open()));
        }
        buttons.add(Actions.plain(
                "agreement.edit",
                AppIcon.EDIT,
                () -> AgreementDialog.edit(desk, agreement).open()));
        if (agreement.renewedBy() == null) {
            buttons.add(Actions.primary(
                    "agreement.renew",
                    () -> AgreementDialog.renew(desk, agreement).open()));
        }
        return buttons.toArray(Component[]::new);
    }

    private Component use(AgreementUse.Use use) {
        var figures = new Div(
                new FigureTile(getTranslation("agreement.use.carried"), Integer.toString(use.carried())),
                new FigureTile(getTranslation("agreement.use.answered"), Integer.toString(use.answered())),
                new FigureTile(getTranslation("agreement.use.onTime"), Integer.toString(use.onTime())));
        figures.addClassName("c-figures");
        return figures;
    }

    private Component terms(Agreement agreement) {
        var panel = new Panel("agreement.terms");
        var terms = agreement.terms();
        var facts = new DescriptionList();
        facts.addClassName("c-facts");
        fact(facts, "agreement.field.object", terms.object());
        fact(facts, "agreement.field.services", desk.services(terms.services()));
        fact(facts, "agreement.field.from", date(terms.from()));
        fact(facts, "agreement.field.until", date(terms.until()));
        fact(facts, "agreement.field.signedOn", date(terms.signedOn()));
        fact(facts, "agreement.field.signedBy", terms.signedBy());
        fact(facts, "agreement.field.warnDays", Integer.toString(terms.warnDays()));
        fact(facts, "agreement.end.on", date(agreement.endedOn()));
        fact(facts, "agreement.end.reason", agreement.endReason());
        panel.add(facts);
        var renews = agreement.renews();
        if (renews != null) panel.add(new Anchor(AgreementNavigation.to(renews), getTranslation("agreement.renews")));
        var renewedBy = agreement.renewedBy();
        if (renewedBy != null) {
            panel.add(new Anchor(AgreementNavigation.to(renewedBy), getTranslation("agreement.renewedBy")));
        }
        return panel;
    }

    private Component contact(Agreement agreement) {
        var panel = new Panel("agreement.contact");
        var contact = agreement.terms().contact();
        var text = Stream.of(contact.name(), contact.post(), contact.phone(), contact.email())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
        var paragraph = new Paragraph(text.isEmpty() ? getTranslation("agreement.contact.none") : text);
        paragraph.addClassName("c-written");
        panel.add(paragraph);
        return panel;
    }

    private void fact(DescriptionList facts, String key, @Nullable String value) {
        if (value == null) return;
        facts.add(new DescriptionList.Term(getTranslation(key)), new DescriptionList.Description(value));
    }

    private static @Nullable String date(@Nullable LocalDate date) {
        return date == null ? null : Dates.date(date);
    }
}

package mx.gob.jocotepec.cauce.casefile.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import mx.gob.jocotepec.cauce.casefile.CaseClosing;
import mx.gob.jocotepec.cauce.casefile.CaseHead;
import mx.gob.jocotepec.cauce.casefile.CloseOutcome;
import mx.gob.jocotepec.cauce.casefile.OpenWork;
import mx.gob.jocotepec.cauce.catalog.Catalog;
import mx.gob.jocotepec.cauce.catalog.CatalogEntry;
import mx.gob.jocotepec.cauce.catalog.Catalogs;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.uikit.Dates;
import mx.gob.jocotepec.cauce.uikit.FormDialog;

/** Closes a case, with its reason; what is still open of it is listed first. It can be reopened. */
final class CloseDialog extends FormDialog {
    private final CaseHead head;
    private final CaseClosing closing;
    private final Catalogs catalogs;
    private final Runnable changed;
    private final Select<CatalogEntry> reason = new Select<>();
    private final Checkbox together = new Checkbox();
    private final Div open = new Div();

    CloseDialog(CaseHead head, CaseClosing closing, Catalogs catalogs, Clock clock, Runnable changed) {
        super("casefile.close", "casefile.close");
        this.head = head;
        this.closing = closing;
        this.catalogs = catalogs;
        this.changed = changed;
        setWidth("min(34rem, 100%)");
        reason.setLabel(getTranslation("casefile.close.reason"));
        reason.setWidthFull();
        reason.setItems(catalogs.current(Catalog.CLOSURE_REASON, LocalDate.now(clock.withZone(Office.ZONE))));
        reason.setItemLabelGenerator(entry -> entry.name(getLocale()));
        reason.addValueChangeListener(event -> forget());
        together.setLabel(getTranslation("casefile.close.together"));
        open.addClassName("c-stack");
        open.getElement().setAttribute("role", "status");
        forget();
        content(new Paragraph(getTranslation("casefile.close.about")), reason, open, together);
    }

    @Override
    protected void submit() {
        if (reason.getValue() == null) {
            invalid(getTranslation("uikit.required"));
            return;
        }
        switch (closing.close(head.ref(), reason.getValue().key(), together.getValue())) {
            case CloseOutcome.Closed() -> done();
            case CloseOutcome.NotFound() -> invalid(getTranslation("casefile.section.gone"));
            case CloseOutcome.UnknownReason() -> invalid(getTranslation("uikit.required"));
            case CloseOutcome.AttemptsMissing(int made, int needed) ->
                invalid(getTranslation("casefile.close.attempts", made, needed));
            case CloseOutcome.StillOpen(var work, boolean mayEnd) -> list(work, mayEnd);
        }
    }

    private void done() {
        close();
        changed.run();
    }

    private void list(List<OpenWork.Item> work, boolean mayEnd) {
        forget();
        var items = new UnorderedList();
        for (var item : work) {
            var words = getTranslation(
                    "casefile.close.open." + item.kind(),
                    CaseWords.name(catalogs, Catalog.SERVICE, item.what()),
                    item.with(),
                    Dates.date(item.since()));
            var page = new Anchor(item.path(), words);
            page.getElement().addEventListener("click", left -> close());
            items.add(new ListItem(page));
        }
        open.add(new Paragraph(getTranslation(mayEnd ? "casefile.close.open" : "casefile.close.openFirst")), items);
        together.setVisible(mayEnd);
    }

    private void forget() {
        open.removeAll();
        together.setValue(false);
        together.setVisible(false);
        reason.setInvalid(false);
    }

    private void invalid(String text) {
        reason.setInvalid(true);
        reason.setErrorMessage(text);
    }
}

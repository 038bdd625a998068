package mx.gob.jocotepec.cauce.rights.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import mx.gob.jocotepec.cauce.casefile.CaseHead;
import mx.gob.jocotepec.cauce.casefile.ui.CaseFilePanel;
import mx.gob.jocotepec.cauce.rights.AccessReport;
import mx.gob.jocotepec.cauce.rights.BlockedCase;
import mx.gob.jocotepec.cauce.staff.Actor;
import mx.gob.jocotepec.cauce.staff.Permission;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.Authorities;
import mx.gob.jocotepec.cauce.uikit.Notices;

/** Her rights on the page of a case: a request, the report of who saw it, and blocking once it is closed. */
@org.springframework.stereotype.Component
class CaseRightsPanel implements CaseFilePanel {
    private final RightsDesk desk;

    CaseRightsPanel(RightsDesk desk) {
        this.desk = desk;
    }

    @Override
    public int order() {
        return 900;
    }

    @Override
    public String titleKey() {
        return "rights.panel";
    }

    @Override
    public boolean visibleTo(Actor actor) {
        return actor.may(Permission.RIGHTS_RECEIVE) && actor.may(Permission.CASE_READ);
    }

    @Override
    public Component build(CaseHead head, Runnable changed) {
        var body = new Div();
        body.addClassName("c-stack");
        var row = new Div(Actions.plain(
                "rights.receive", () -> new ReceiveDialog(desk, head.ref().folio(), () -> {}).open()));
        row.addClassName("c-row");
        body.add(new Paragraph(body.getTranslation("rights.panel.about")), row);
        if (!Authorities.has(Permission.RIGHTS_HANDLE)) return body;
        var names = new Checkbox(body.getTranslation("rights.report.names"), true);
        var ready = new Div();
        var make = new Div(Actions.plain(
                "rights.report.make",
                AppIcon.FILE,
                () -> desk.prove().then(() -> {
                    ready.removeAll();
                    ready.add(report(head, names.getValue()));
                })));
        body.add(names, make, ready);
        if (!head.isOpen()) {
            var block = new Div(Actions.plain(
                    "rights.block",
                    AppIcon.LOCK,
                    () -> new ReasonDialog<>("rights.block", BlockedCase.Why.values(), why -> {
                                if (desk.blocks().block(head.ref(), why)) {
                                    Notices.done("rights.block.done", head.ref().folio());
                                    body.getUI().ifPresent(ui -> ui.navigate("derechos"));
                                } else {
                                    Notices.warn("rights.block.refused");
                                }
                            })
                            .open()));
            block.addClassName("c-row");
            body.add(block);
        }
        return body;
    }

    /** Made when it is fetched. */
    private Anchor report(CaseHead head, boolean names) {
        var link = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    var pdf = desk.reports().make(head.ref(), names);
                    return new DownloadResponse(
                            new ByteArrayInputStream(pdf), AccessReport.FILE_NAME, "application/pdf", pdf.length);
                }),
                AttachmentType.DOWNLOAD,
                "");
        link.setText(link.getTranslation("rights.report.download"));
        return link;
    }
}

package mx.gob.jocotepec.cauce.agreement.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.ByteArrayInputStream;
import mx.gob.jocotepec.cauce.agreement.Agreement;
import mx.gob.jocotepec.cauce.agreement.AgreementScans;
import mx.gob.jocotepec.cauce.agreement.ScanOutcome;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.Dates;
import mx.gob.jocotepec.cauce.uikit.Notices;
import mx.gob.jocotepec.cauce.uikit.Panel;

/** The signed copies: to download, never shown in the page. */
class ScanPanel extends Panel {
    private final AgreementDesk desk;

    ScanPanel(AgreementDesk desk, Agreement agreement, boolean edits, Runnable added) {
        super("agreement.scans");
        this.desk = desk;
        if (agreement.scans().isEmpty()) {
            var none = new Paragraph(getTranslation("agreement.scans.none"));
            none.addClassName("c-quiet");
            add(none);
        } else {
            var list = new UnorderedList();
            list.addClassName("c-notes");
            agreement.scans().forEach(scan -> list.add(line(scan)));
            add(list);
        }
        if (edits) add(upload(agreement, added));
    }

    private ListItem line(Agreement.Scan scan) {
        var link = new Anchor(
                DownloadHandler.fromInputStream(event -> desk.scans
                        .open(scan.id())
                        .map(opened -> new DownloadResponse(
                                new ByteArrayInputStream(opened.content()),
                                opened.fileName(),
                                "application/octet-stream",
                                opened.content().length))
                        .orElseGet(() -> DownloadResponse.error(HttpStatusCode.NOT_FOUND))),
                getTranslation("agreement.scans.download", kind(scan.mediaType()), kilobytes(scan.size())));
        var when = new Span(getTranslation("agreement.scans.added", Dates.date(scan.addedAt()), scan.addedBy()));
        when.addClassNames("c-quiet", "c-small");
        return new ListItem(link, when);
    }

    private Upload upload(Agreement agreement, Runnable added) {
        var upload = new Upload(UploadHandler.inMemory((metadata, content) -> {
            switch (desk.scans.keep(agreement.id(), content)) {
                case ScanOutcome.Kept(var id) -> {
                    Notices.done("agreement.scans.kept");
                    added.run();
                }
                case ScanOutcome.Refused(var reason) -> Notices.warn("agreement.scans.refused." + reason);
            }
        }));
        upload.setMaxFileSize(AgreementScans.LARGEST);
        upload.setAcceptedMimeTypes("application/pdf", "image/jpeg", "image/png");
        upload.setMaxFiles(1);
        upload.setUploadButton(Actions.plain("agreement.scans.upload", AppIcon.UPLOAD, () -> {}));
        var hint = new Span(getTranslation("agreement.scans.drop"));
        hint.addClassNames("c-quiet", "c-small");
        upload.setDropLabel(hint);
        upload.addFileRejectedListener(rejected -> Notices.warn("agreement.scans.otherFile"));
        upload.addAllFinishedListener(finished -> upload.clearFileList()); // what was refused can be tried again
        return upload;
    }

    private static String kind(String mediaType) {
        return switch (mediaType) {
            case "application/pdf" -> "PDF";
            case "image/jpeg" -> "JPEG";
            default -> "PNG";
        };
    }

    private static int kilobytes(int bytes) {
        return Math.max(1, bytes / 1024);
    }
}

package mx.gob.jocotepec.cauce.rights.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.ByteArrayInputStream;
import mx.gob.jocotepec.cauce.files.FileCheck;
import mx.gob.jocotepec.cauce.rights.ArcoRequest;
import mx.gob.jocotepec.cauce.rights.RightsDocuments;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.Dates;
import mx.gob.jocotepec.cauce.uikit.Notices;

/** The documents of a request: to download, never shown in the page. */
class DocumentsPanel extends Div {
    private final RightsDocuments documents;
    private final ArcoRequest request;
    private final UnorderedList list = new UnorderedList();

    DocumentsPanel(RightsDesk desk, ArcoRequest request) {
        documents = desk.documents();
        this.request = request;
        addClassName("c-stack");
        list.addClassName("c-notes");
        add(new H3(getTranslation("rights.documents")), list);
        if (request.state().isOpen()) add(upload());
        fill();
    }

    private void fill() {
        list.removeAll();
        for (var document : documents.of(request.id())) {
            list.add(new ListItem(new Anchor(
                    DownloadHandler.fromInputStream(event -> documents
                            .open(document.id())
                            .map(opened -> new DownloadResponse(
                                    new ByteArrayInputStream(opened.content()),
                                    opened.fileName(),
                                    "application/octet-stream",
                                    opened.content().length))
                            .orElseGet(() -> DownloadResponse.error(HttpStatusCode.NOT_FOUND))),
                    AttachmentType.DOWNLOAD,
                    getTranslation(
                            "rights.documents.one",
                            Dates.dateTime(document.addedAt()),
                            Math.max(1, document.size() / 1024)))));
        }
        if (list.getChildren().findAny().isEmpty()) list.add(new ListItem(getTranslation("rights.documents.none")));
    }

    private Upload upload() {
        var upload = new Upload(UploadHandler.inMemory((metadata, content) -> documents
                .keep(request.id(), content)
                .ifPresentOrElse(reason -> Notices.warn("rights.file." + reason), () -> {
                    Notices.done("rights.documents.kept");
                    fill();
                })));
        upload.setMaxFileSize(FileCheck.LARGEST);
        upload.setAcceptedMimeTypes("application/pdf", "image/jpeg", "image/png");
        upload.setUploadButton(Actions.plain("rights.documents.add", AppIcon.UPLOAD, () -> {}));
        upload.setDropAllowed(false);
        upload.addFileRejectedListener(rejected -> Notices.warn("rights.file.otherFile"));
        upload.addAllFinishedListener(finished -> upload.clearFileList()); // a refused one does not stay as if kept
        return upload;
    }
}

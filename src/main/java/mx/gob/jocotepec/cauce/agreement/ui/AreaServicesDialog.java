package mx.gob.jocotepec.cauce.agreement.ui;

import com.vaadin.flow.component.html.Paragraph;
import mx.gob.jocotepec.cauce.agreement.Directory;
import mx.gob.jocotepec.cauce.shared.AreaId;
import mx.gob.jocotepec.cauce.uikit.FormDialog;
import mx.gob.jocotepec.cauce.uikit.Notices;

/** What an area offers. */
class AreaServicesDialog extends FormDialog {
    private final AgreementDesk desk;
    private final AreaId area;
    private final Runnable saved;
    private final ServicesField services;

    AreaServicesDialog(AgreementDesk desk, AreaId area, Directory.Entry entry, Runnable saved) {
        super("agreement.area.title", "uikit.save");
        this.desk = desk;
        this.area = area;
        this.saved = saved;
        services = new ServicesField(desk, entry.services());
        setHeaderTitle(entry.name());
        content(new Paragraph(getTranslation("agreement.area.what")), services);
        services.focus();
    }

    @Override
    protected void submit() {
        desk.directory.describe(area, services.keys());
        Notices.done("agreement.saved");
        close();
        saved.run();
    }
}

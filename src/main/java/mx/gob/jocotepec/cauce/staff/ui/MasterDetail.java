package mx.gob.jocotepec.cauce.staff.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.AppIcon;

/** A list with the chosen entry beside it; on narrow screens the entry lies over the list. Esc closes it. */
class MasterDetail extends MasterDetailLayout {
    private final Runnable closed;

    MasterDetail(Component master, Runnable closed) {
        this.closed = closed;
        addClassName("c-master-detail");
        setWidthFull();
        setMaster(master);
        setMasterSize("18rem");
        setOverlayContainment(OverlayContainment.PAGE);
        setExpandMaster(true);
        setDetailSize("28rem");
        addBackdropClickListener(event -> close());
        addDetailEscapePressListener(event -> close());
    }

    void open(String title, Component content, Component... actions) {
        var heading = new H2(title);
        var head = new Div(heading, Actions.icon("uikit.close", AppIcon.CLOSE, this::close));
        head.addClassName("c-detail-head");
        var foot = new Div(actions);
        foot.addClassName("c-detail-foot");
        var detail = new Div(head, content, foot);
        detail.addClassName("c-detail");
        detail.getElement().setAttribute("role", "region");
        detail.getElement().setAttribute("aria-label", title);
        setDetail(detail);
        addClassName("c-open");
    }

    void close() {
        setDetail(null);
        removeClassName("c-open");
        closed.run();
    }
}

package mx.gob.jocotepec.cauce.staff.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.Typing;
import org.jspecify.annotations.Nullable;

/** A list with the chosen entry beside it; on narrow screens the entry lies over the list. Esc closes it, and asks first when something was typed. */
class MasterDetail extends MasterDetailLayout {
    private final Runnable closed;
    private @Nullable Typing typing;

    MasterDetail(Component master, Runnable closed) {
        this.closed = closed;
        addClassName("c-master-detail");
        setWidthFull();
        setMaster(master);
        setMasterSize("18rem");
        setOverlayContainment(OverlayContainment.PAGE);
        setExpandMaster(true);
        setDetailSize("28rem");
        addBackdropClickListener(event -> giveUp());
        addDetailEscapePressListener(event -> giveUp());
    }

    void open(String title, Component content, Component... actions) {
        var heading = new H2(title);
        var head = new Div(heading, Actions.icon("uikit.close", AppIcon.CLOSE, this::giveUp));
        head.addClassName("c-detail-head");
        var foot = new Div(actions);
        foot.addClassName("c-detail-foot");
        var detail = new Div(head, content, foot);
        detail.addClassName("c-detail");
        detail.getElement().setAttribute("role", "region");
        detail.getElement().setAttribute("aria-label", title);
        typing = new Typing(detail);
        typing.watch(content);
        setDetail(detail);
        addClassName("c-open");
    }

    /** Closes it; what was typed in it is not thrown away without asking. */
    void giveUp() {
        if (typing == null) close();
        else typing.giveUp(this::close);
    }

    void close() {
        typing = null;
        setDetail(null);
        removeClassName("c-open");
        closed.run();
    }
}

package mx.gob.jocotepec.cauce.referral.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.shared.Registration;
import mx.gob.jocotepec.cauce.casefile.CaseHead;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.EmptyState;
import org.jspecify.annotations.Nullable;

/** The referrals of one case; read anew when one was sent from the head of the page. */
class ReferralsOfCase extends Div {
    private final Desk desk;
    private final CaseHead head;
    private @Nullable Registration listening;

    ReferralsOfCase(Desk desk, CaseHead head) {
        this.desk = desk;
        this.head = head;
        fill();
    }

    static void refresh(UI ui) {
        ComponentUtil.fireEvent(ui, new Changed(ui));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        listening = ComponentUtil.addListener(event.getUI(), Changed.class, changed -> fill());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (listening != null) listening.remove();
    }

    private void fill() {
        var all = desk.reads.ofCase(head.ref());
        removeAll();
        add(new ReferralRows(
                desk,
                ReferralCard.Form.OF_CASE,
                (offset, limit) -> all.stream().skip(offset).limit(limit).toList(),
                line -> new Component[0],
                new EmptyState(AppIcon.EXCHANGE, "referral.panel.none", "referral.panel.none.text")));
    }

    static final class Changed extends ComponentEvent<UI> {
        private Changed(UI source) {
            super(source, false);
        }
    }
}

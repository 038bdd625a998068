package mx.gob.jocotepec.cauce.staff.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import mx.gob.jocotepec.cauce.staff.OwnFactor;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.Dates;
import mx.gob.jocotepec.cauce.uikit.Panel;
import mx.gob.jocotepec.cauce.uikit.StartCard;
import org.jspecify.annotations.Nullable;

/** What was done to her account while she was away, before anything else on the start page, until she has read it. */
@org.springframework.stereotype.Component
class AccountNotices implements StartCard {
    private final OwnFactor own;

    AccountNotices(OwnFactor own) {
        this.own = own;
    }

    @Override
    public int order() {
        return -100;
    }

    @Override
    public @Nullable String permission() {
        return null;
    }

    @Override
    public Optional<Component> build() {
        var notices = own.notices();
        if (notices.isEmpty()) return Optional.empty();
        var panel = new Panel("staff.notices");
        var lines = new Div();
        lines.addClassName("c-stack");
        notices.forEach(notice -> lines.add(
                new Paragraph(panel.getTranslation("staff.notice." + notice.kind(), Dates.dateTime(notice.at())))));
        panel.add(lines, Actions.plain("staff.notices.seen", () -> {
            own.noticesSeen();
            panel.setVisible(false);
        }));
        return Optional.of(panel);
    }
}

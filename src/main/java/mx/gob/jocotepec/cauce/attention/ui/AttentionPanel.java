package mx.gob.jocotepec.cauce.attention.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.ButtonVariant;
import java.util.Optional;
import mx.gob.jocotepec.cauce.casefile.CaseHead;
import mx.gob.jocotepec.cauce.casefile.ui.CaseFilePanel;
import mx.gob.jocotepec.cauce.staff.Actor;
import mx.gob.jocotepec.cauce.staff.CurrentActor;
import mx.gob.jocotepec.cauce.staff.Permission;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.AppIcon;

/** "Atenciones" on the page of a case. */
@org.springframework.stereotype.Component
class AttentionPanel implements CaseFilePanel {
    private final AttentionDesk desk;
    private final CurrentActor current;

    AttentionPanel(AttentionDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @Override
    public int order() {
        return 200;
    }

    @Override
    public String titleKey() {
        return "attention.panel.title";
    }

    @Override
    public boolean visibleTo(Actor actor) {
        return actor.may(Permission.ATTENTION_READ);
    }

    @Override
    public Optional<Integer> count(CaseHead head) {
        return Optional.of(desk.attentions().count(head.ref().id()));
    }

    @Override
    public Component build(CaseHead head, Runnable changed) {
        var me = current.get();
        return new AttentionList(desk, head, me.staff(), me.may(Permission.ATTENTION_RECORD), changed);
    }

    @Override
    public Optional<Component> action(CaseHead head, Runnable changed) {
        if (!head.isOpen() || !current.get().may(Permission.ATTENTION_RECORD)) return Optional.empty();
        Runnable recorded = () -> {
            var ui = UI.getCurrent();
            ComponentUtil.fireEvent(ui, new AttentionList.Recorded(ui));
            changed.run();
        };
        var record = Actions.plain(
                "attention.record",
                AppIcon.CALENDAR_CHECK,
                () -> new RecordDialog(desk, head.ref(), null, recorded).open());
        if (!current.get().may(Permission.CASE_REGISTER)) record.addThemeVariants(ButtonVariant.PRIMARY);
        return Optional.of(record);
    }
}

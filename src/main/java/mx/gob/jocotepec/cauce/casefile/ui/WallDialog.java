package mx.gob.jocotepec.cauce.casefile.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import mx.gob.jocotepec.cauce.casefile.CaseHead;
import mx.gob.jocotepec.cauce.casefile.Walls;
import mx.gob.jocotepec.cauce.staff.Permission;
import mx.gob.jocotepec.cauce.staff.StaffDirectory;
import mx.gob.jocotepec.cauce.staff.ui.ProveYourself;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.Authorities;
import mx.gob.jocotepec.cauce.uikit.Notices;
import mx.gob.jocotepec.cauce.uikit.Typing;

/** Keeps a member of staff away from this woman's file. */
final class WallDialog extends Dialog {
    private final CaseHead head;
    private final Walls walls;
    private final ProveYourself prove;
    private final Div standing = new Div();
    private final Typing typing = Typing.in(this);

    WallDialog(CaseHead head, Walls walls, StaffDirectory staff, ProveYourself prove) {
        this.head = head;
        this.walls = walls;
        this.prove = prove;
        setHeaderTitle(getTranslation("casefile.wall.title"));
        setWidth("min(36rem, 100%)");
        var who = new ComboBox<StaffDirectory.Colleague>(getTranslation("casefile.wall.who"));
        who.setItems(staff.active());
        who.setItemLabelGenerator(StaffDirectory.Colleague::name);
        who.setWidthFull();
        var reason = new Select<Walls.Reason>();
        reason.setLabel(getTranslation("casefile.wall.reason"));
        reason.setItems(Walls.Reason.values());
        reason.setItemLabelGenerator(value -> getTranslation("casefile.wall.reason." + value));
        reason.setValue(Walls.Reason.AGGRESSOR);
        reason.setWidthFull();
        standing.addClassName("c-stack");
        var form = new Div(new Paragraph(getTranslation("casefile.wall.about")), who, reason, standing);
        form.addClassName("c-stack");
        typing.watch(form);
        add(form);
        getFooter()
                .add(
                        Actions.quiet("uikit.close", () -> typing.giveUp(this::close)),
                        Actions.primary("casefile.wall.raise", () -> {
                            if (who.getValue() == null) {
                                who.setInvalid(true);
                                who.setErrorMessage(getTranslation("uikit.required"));
                                return;
                            }
                            switch (walls.raise(head.ref(), who.getValue().id(), reason.getValue())) {
                                case STANDS -> {
                                    Notices.done("casefile.wall.raised");
                                    close();
                                }
                                case LOOKED_AT -> {
                                    Notices.info("casefile.wall.lookedAt");
                                    close();
                                }
                                case NOT_RAISED -> {
                                    who.setInvalid(true);
                                    who.setErrorMessage(getTranslation("casefile.wall.standing"));
                                }
                            }
                        }));
        list();
    }

    private void list() {
        standing.removeAll();
        if (!Authorities.has(Permission.WALL_SET)) return;
        for (var wall : walls.of(head.ref())) {
            var lift = Actions.quiet(
                    "casefile.wall.lift",
                    () -> prove.then(() -> {
                        walls.lift(head.ref(), wall.id());
                        list();
                    }));
            var line = new Div(
                    new Span(wall.staffName() + " · " + wall.areaName()),
                    new Span(getTranslation("casefile.wall.reason." + wall.reason())),
                    lift);
            line.addClassName("c-row");
            standing.add(line);
        }
    }
}

package mx.gob.jocotepec.cauce.staff.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import mx.gob.jocotepec.cauce.staff.AreaSummary;
import mx.gob.jocotepec.cauce.staff.Role;
import mx.gob.jocotepec.cauce.staff.StaffData;
import mx.gob.jocotepec.cauce.staff.StaffSummary;
import mx.gob.jocotepec.cauce.uikit.ErrorSummary;
import mx.gob.jocotepec.cauce.uikit.ErrorSummary.Problem;
import mx.gob.jocotepec.cauce.uikit.FormGrid;
import mx.gob.jocotepec.cauce.uikit.TextInput;
import org.jspecify.annotations.Nullable;

/** What administration says about somebody. */
class StaffForm extends Div {
    final TextInput name = new TextInput("staff.field.name", 120);
    final TextInput username = new TextInput("staff.field.username", 40);
    final TextInput post = new TextInput("staff.field.post", 120);
    final ComboBox<AreaSummary> area = new ComboBox<>(getTranslation("staff.field.area"));
    final CheckboxGroup<Role> roles = new CheckboxGroup<>(getTranslation("staff.field.roles"));
    final ErrorSummary errors = new ErrorSummary();

    StaffForm(List<AreaSummary> areas, @Nullable StaffSummary account) {
        addClassName("c-stack");
        username.setHelperText(getTranslation("staff.field.username.hint"));
        post.setHelperText(getTranslation("staff.field.post.hint"));
        area.setItems(areas.stream()
                .filter(one -> one.active() || (account != null && one.id().equals(account.area())))
                .toList());
        area.setItemLabelGenerator(AreaSummary::name);
        roles.setItems(Role.values());
        roles.setItemLabelGenerator(role -> getTranslation("staff.role." + role.name()));
        var waiting = account == null ? Set.<Role>of() : account.waiting();
        roles.setItemHelperGenerator(role ->
                getTranslation(waiting.contains(role) ? "staff.waiting.role" : "staff.role." + role.name() + ".hint"));
        roles.getElement().getThemeList().add("vertical");
        name.setRequiredIndicatorVisible(true);
        username.setRequiredIndicatorVisible(true);
        area.setRequiredIndicatorVisible(true);
        roles.setRequiredIndicatorVisible(true);
        area.setManualValidation(true);
        roles.setManualValidation(true);
        if (account != null) {
            name.setValue(account.displayName());
            username.setValue(account.username());
            username.setReadOnly(true);
            username.setHelperText("");
            post.setValue(Optional.ofNullable(account.post()).orElse(""));
            var waitingArea = account.waitingArea();
            areas.stream()
                    .filter(one -> one.id().equals(waitingArea == null ? account.area() : waitingArea))
                    .findFirst()
                    .ifPresent(area::setValue);
            if (waitingArea != null) {
                area.setHelperText(getTranslation("staff.waiting.area", account.areaName()));
            }
            var wanted = new java.util.HashSet<>(account.roles());
            wanted.addAll(account.waiting());
            roles.setValue(wanted);
        }
        add(errors);
        if (account != null && account.waitingEnable()) {
            var note = new Paragraph(getTranslation("staff.waiting.enable.text"));
            note.addClassName("c-quiet");
            add(note);
        }
        add(new FormGrid(name, username, post, area).full(roles));
    }

    /** What was filled in; empty while something is to be mended, which the form then says. */
    Optional<StaffData> data() {
        name.setInvalid(false);
        username.setInvalid(false);
        area.setInvalid(false);
        roles.setInvalid(false);
        var problems = new ArrayList<Problem>();
        if (name.getValue().strip().length() < 2) {
            problems.add(new Problem(name, getTranslation("staff.field.name.missing")));
        }
        if (!StaffData.isUsername(username.getValue().strip().toLowerCase(Locale.ROOT))) {
            problems.add(new Problem(username, getTranslation("staff.field.username.bad")));
        }
        var where = area.getOptionalValue();
        if (where.isEmpty()) problems.add(new Problem(area, getTranslation("staff.field.area.missing")));
        if (roles.getValue().isEmpty()) {
            problems.add(new Problem(roles, getTranslation("staff.field.roles.missing")));
        }
        errors.show(problems);
        if (!problems.isEmpty()) return Optional.empty();
        return where.map(one -> new StaffData(
                username.getValue(), name.getValue(), post.getValue(), one.id(), Set.copyOf(roles.getValue())));
    }
}

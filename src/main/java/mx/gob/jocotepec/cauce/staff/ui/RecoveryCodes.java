package mx.gob.jocotepec.cauce.staff.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import java.util.List;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.Notices;

/** Ten codes, shown this once: to be copied or printed. */
class RecoveryCodes extends Div {
    RecoveryCodes(List<String> codes) {
        addClassName("c-stack");
        var list = new OrderedList();
        list.addClassName("c-recovery");
        codes.forEach(code -> list.add(new ListItem(code)));
        var copy = Actions.plain("staff.factor.codes.copy", () -> Notices.done("staff.factor.codes.copied"));
        copy.getElement()
                .executeJs(
                        "this.addEventListener('click', () => navigator.clipboard?.writeText($0))",
                        String.join("\n", codes));
        add(list, copy);
    }
}

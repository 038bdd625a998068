package mx.gob.jocotepec.cauce.shell;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import mx.gob.jocotepec.cauce.uikit.Actions;

/** Which keys do what. */
class KeysDialog extends Dialog {
    private record Key(String textKey, List<String> caps) {}

    private static final List<Key> KEYS = List.of(
            new Key("shell.keys.cover", List.of("Esc", "Esc")),
            new Key("shell.keys.search", List.of("/")),
            new Key("shell.keys.search", List.of("Ctrl", "K")),
            new Key("shell.keys.new", List.of("N")),
            new Key("shell.keys.register", List.of("Ctrl", "Enter")),
            new Key("shell.keys.help", List.of("?")),
            new Key("shell.keys.tri", List.of("S", "N", "D")));

    KeysDialog() {
        setHeaderTitle(getTranslation("shell.keys"));
        setWidth("min(28rem, 92vw)");
        var list = new DescriptionList();
        list.addClassName("c-keys");
        for (var key : KEYS) {
            var keys = new DescriptionList.Term();
            for (var written : key.caps()) {
                var cap = new Span(written);
                cap.addClassName("c-key");
                keys.add(cap);
            }
            list.add(keys, new DescriptionList.Description(getTranslation(key.textKey())));
        }
        add(list);
        getFooter().add(Actions.plain("uikit.close", this::close));
    }
}

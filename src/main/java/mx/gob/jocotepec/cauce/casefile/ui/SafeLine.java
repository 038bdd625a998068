package mx.gob.jocotepec.cauce.casefile.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import mx.gob.jocotepec.cauce.casefile.CaseFiles;
import mx.gob.jocotepec.cauce.casefile.CaseHead;
import mx.gob.jocotepec.cauce.catalog.Catalog;
import mx.gob.jocotepec.cauce.catalog.Catalogs;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.PhoneNumber;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.AppIcon;

/** Who it is, covered; the name and the safe contact open by a click that stands in the trail. */
final class SafeLine extends Div {
    private final CaseHead head;
    private final Catalogs catalogs;
    private final Span who = new Span();
    private final Span contact = new Span();

    SafeLine(CaseHead head, CaseFiles cases, Catalogs catalogs) {
        this.head = head;
        this.catalogs = catalogs;
        addClassNames("c-row", "c-safe-line");
        who.addClassName("c-who");
        who.setText(covered(head.initials()));
        add(who);
        if (head.compartments().contains(Compartment.IDENTITY)) {
            var reveal = Actions.quiet("casefile.name.show", () -> {});
            reveal.setIcon(AppIcon.EYE.create());
            reveal.addClickListener(event -> {
                cases.revealName(head.ref())
                        .ifPresent(name -> who.setText(covered(name.full().reveal())));
                reveal.setVisible(false);
            });
            add(reveal);
        }
        if (head.compartments().contains(Compartment.CONTACT)) {
            var show = Actions.quiet("casefile.contact.show", () -> {});
            show.setIcon(AppIcon.PHONE.create());
            show.addClickListener(event -> {
                cases.read(head.ref(), Compartment.CONTACT).ifPresent(part -> contact.setText(safe(part.answers())));
                show.setVisible(false);
            });
            add(show, contact);
        }
    }

    private String covered(String name) {
        return CaseWords.covered(name, head.age(), head.locality(), catalogs);
    }

    /** Whether she may be called comes before the number. */
    private String safe(Answers contact) {
        var may = contact.known("mayCall")
                .map(key -> CaseWords.name(catalogs, Catalog.SAFE_CONTACT, key))
                .orElse(getTranslation("casefile.contact.notAsked"));
        var text = new StringBuilder(getTranslation("casefile.contact.may", may));
        contact.known("phone")
                .ifPresent(phone -> text.append(" · ")
                        .append(PhoneNumber.parse(phone)
                                .map(PhoneNumber::spaced)
                                .orElse(phone)));
        contact.known("hours").ifPresent(hours -> text.append(" · ").append(hours));
        contact.known("words")
                .ifPresent(words -> text.append(" · «").append(words).append('»'));
        return text.toString();
    }
}

package mx.gob.jocotepec.cauce.casefile.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.staff.Permission;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ways to the pages of cases. */
@Configuration(proxyBeanMethods = false)
public class CaseNavigation {
    public static final String LIST = "casos";
    public static final String NEW = "casos/nuevo";

    @Bean
    NavigationEntry casesNavigation() {
        return NavigationEntry.of(LIST, "casefile.list.title", AppIcon.FOLDER, 100, Permission.CASE_READ);
    }

    /** Without a leading slash; a folio says nothing about the person. */
    public static String path(CaseRef ref) {
        return LIST + "/" + ref.folio();
    }

    /** Its words are the folio. */
    public static Anchor link(CaseRef ref) {
        return new Anchor(path(ref), ref.folio());
    }

    public static void open(CaseRef ref) {
        UI.getCurrent().navigate(path(ref));
    }
}

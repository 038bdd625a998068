package mx.gob.jocotepec.cauce.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.sidenav.SideNavItem;
import java.util.List;
import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@SpringBootTest
@Import(Acting.class)
class FrameTests extends SpringBrowserlessTest {
    private static final String NOWHERE = "No encontramos esa página o no está a su alcance";

    @Autowired
    private Acting acting;

    @Autowired
    private WebApplicationContext context;

    @Test
    void whoIsNotSignedInGetsTheSignIn() throws Exception {
        SecurityContextHolder.clearContext();
        var http = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();

        http.perform(get("/casos/nuevo")).andExpect(status().isFound()).andExpect(redirectedUrl("/entrar"));
    }

    @Test
    void startPageGreetsAndSaysThatNothingWaits() {
        acting.someone(Acting.SYSTEMS, Role.ADMINISTRATION).signIn();

        UI.getCurrent().navigate("");

        assertThat(getCurrentView()).isInstanceOf(StartView.class);
        assertThat(title()).isEqualTo("Hola, Persona");
        assertThat(((StartView) getCurrentView()).getPageTitle()).isEqualTo("Cauce");
    }

    @Test
    void administrationIsLedToAccountsAndNotToTheTrail() {
        acting.someone(Acting.SYSTEMS, Role.ADMINISTRATION).signIn();

        UI.getCurrent().navigate("inicio");

        assertThat(places()).contains("inicio", "personal", "areas").doesNotContain("bitacora");
    }

    @Test
    void auditIsLedToTheTrailAndNotToAccounts() {
        acting.someone(Acting.AUDITORS, Role.AUDIT).signIn();

        UI.getCurrent().navigate("inicio");

        assertThat(places()).contains("inicio", "bitacora").doesNotContain("personal", "areas");
    }

    @Test
    void pageOutOfReachAnswersLikeOneThatIsNotThere() {
        acting.someone(Acting.PSYCHOLOGY, Role.PSYCHOLOGY).signIn();

        UI.getCurrent().navigate("personal");
        var outOfReach = title();
        UI.getCurrent().navigate("no-existe");

        assertThat(outOfReach).isEqualTo(NOWHERE);
        assertThat(title()).isEqualTo(NOWHERE);
    }

    private String title() {
        return find(H1.class).all().getLast().getText();
    }

    private List<String> places() {
        return find(SideNavItem.class).all().stream().map(SideNavItem::getPath).toList();
    }
}

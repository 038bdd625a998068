package mx.gob.jocotepec.cauce.rights.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import java.util.stream.Collectors;
import mx.gob.jocotepec.cauce.rights.ArcoRequest;
import mx.gob.jocotepec.cauce.rights.ArcoRequests;
import mx.gob.jocotepec.cauce.rights.NewArcoRequest;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

@SpringBootTest
@Import(Acting.class)
class RightsViewTests extends SpringBrowserlessTest {
    @Autowired
    Acting acting;

    @Autowired
    ArcoRequests requests;

    @Test
    void theDireccionSeesAllRoomsAndEachOpens() {
        var director = acting.someone(Acting.DIRECTION, Role.DIRECTION);
        received(director);
        director.signIn();

        var view = navigate(RightsView.class);

        var tabs = find(Tabs.class).single();
        assertThat(tabs.getChildren().filter(Tab.class::isInstance).count()).isEqualTo(4);
        assertThat(text(view)).contains("ARCO-", "Por responder");
        for (int i = 0; i < 4; i++) {
            tabs.setSelectedIndex(i);
            assertThat(text(view)).doesNotContain("!rights.");
        }
        assertThat(text(view)).contains("Por confirmar", "20 días hábiles");
    }

    @Test
    void transparencySeesNoBreachesAndHandlesNothing() {
        received(acting.someone(Acting.DIRECTION, Role.DIRECTION));
        acting.someone(Acting.area(18), Role.TRANSPARENCY).signIn();

        var view = navigate(RightsView.class);

        assertThat(find(Tabs.class)
                        .single()
                        .getChildren()
                        .filter(Tab.class::isInstance)
                        .count())
                .isEqualTo(3);
        assertThat(text(view)).contains("ARCO-").doesNotContain("Atender");
    }

    private void received(Acting.Someone by) {
        by.does(() -> requests.receive(new NewArcoRequest(
                ArcoRequest.Kind.ACCESS,
                ArcoRequest.Requester.HOLDER,
                ArcoRequest.Identified.INE,
                null,
                Sensitive.of("Alguien"),
                Sensitive.of(""),
                Sensitive.of("Qué datos tienen"))));
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively()
                + component.getChildren().map(RightsViewTests::text).collect(Collectors.joining(" "));
    }
}

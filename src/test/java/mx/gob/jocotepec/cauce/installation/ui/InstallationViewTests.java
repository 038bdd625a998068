package mx.gob.jocotepec.cauce.installation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import java.util.stream.Collectors;
import mx.gob.jocotepec.cauce.installation.Installation;
import mx.gob.jocotepec.cauce.installation.InstallationCheck.State;
import mx.gob.jocotepec.cauce.installation.InstallationCheck.Topic;
import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.Role;
import mx.gob.jocotepec.cauce.uikit.StartCard;
import mx.gob.jocotepec.cauce.uikit.StatusBadge;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** The tests run on a database that somebody else runs, with a second factor for the heavy roles and nothing else set. */
@SpringBootTest
@Import(Acting.class)
class InstallationViewTests extends SpringBrowserlessTest {
    @Autowired
    Acting acting;

    @Autowired
    Installation installation;

    @Autowired
    @Qualifier("installationCard")
    StartCard card;

    @Test
    void everyTopicIsLookedAtOnce() {
        var administrator = acting.someone(Acting.SYSTEMS, Role.ADMINISTRATION);

        var findings = administrator.does(() -> installation.findings());

        assertThat(findings).extracting(Installation.Finding::topic).containsExactly(Topic.values());
    }

    @Test
    void saysWhatIsMissingAndHowItIsMended() {
        acting.someone(Acting.SYSTEMS, Role.ADMINISTRATION).signIn();

        var words = text(navigate(InstallationView.class));

        assertThat(words)
                .contains(
                        "Respaldo cifrado de anoche",
                        "se respalda allá",
                        "./cauce keys escrow",
                        "CAUCE_MAIL_HOST",
                        "Falta",
                        "Conviene")
                .doesNotContain("!installation");
    }

    @Test
    void looksAgainWhenAsked() {
        acting.someone(Acting.SYSTEMS, Role.ADMINISTRATION).signIn();
        var page = navigate(InstallationView.class);
        var before = find(StatusBadge.class).all().size();
        assertThat(before).isEqualTo(Topic.values().length);

        test(find(Button.class).withText("Revisar otra vez").single()).click();

        assertThat(find(StatusBadge.class).all()).hasSize(before);
        assertThat(text(page)).contains("Falta");
    }

    @Test
    void theSecondPersonOfTheDireccionIsNoticed() {
        acting.someone(Acting.DIRECTION, Role.DIRECTION);
        acting.someone(Acting.DIRECTION, Role.DIRECTION);

        var findings = acting.someone(Acting.AUDITORS, Role.AUDIT).does(() -> installation.findings());

        assertThat(findings)
                .contains(new Installation.Finding(Topic.TWO_OF_DIRECTION, State.READY))
                .contains(new Installation.Finding(Topic.SHARES, State.MISSING));
    }

    @Test
    void theStartPageCountsWhatIsNeededAndNotWhatIsOnlyAdvised() {
        var administrator = acting.someone(Acting.SYSTEMS, Role.ADMINISTRATION);

        var waiting = administrator.does(() -> card.waiting());

        long needed = administrator.does(() -> installation.findings()).stream()
                .filter(finding -> finding.topic().needed() && finding.state() == State.MISSING)
                .count();
        assertThat(needed).isPositive();
        assertThat(waiting).singleElement().satisfies(line -> {
            assertThat(line.count()).isEqualTo(needed);
            assertThat(line.path()).isEqualTo("instalacion");
        });
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively()
                + component.getChildren().map(InstallationViewTests::text).collect(Collectors.joining(" "));
    }
}

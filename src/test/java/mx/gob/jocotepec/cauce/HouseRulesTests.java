package mx.gob.jocotepec.cauce;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import mx.gob.jocotepec.cauce.audit.AuditTrail;
import mx.gob.jocotepec.cauce.person.Persons;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.data.repository.Repository;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** The rules of the house (docs/decisions/001). */
class HouseRulesTests {
    private static final String BASE = "mx.gob.jocotepec.cauce";
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(BASE);

    /** Not services of a person: sealing, the trail itself, and the opening of a name that a list has read under row security. */
    private static final Set<String> WITHOUT_A_CHECK = Set.of(
            AuditTrail.class.getName(), Persons.class.getName() + ".name", Persons.class.getName() + ".initials");

    @Test
    void everyModuleUsesOnlyWhatItDeclares() {
        ApplicationModules.of(CauceApplication.class).verify();
    }

    @Test
    void screensStayInTheirRooms() {
        noClasses()
                .that()
                .resideInAPackage(BASE + "..")
                .and()
                .resideOutsideOfPackages("..ui..", BASE + ".uikit..", BASE + ".shell..")
                // the one place that tells Spring Security that there are Vaadin pages
                .and()
                .doNotHaveSimpleName("SecurityConfiguration")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.vaadin..")
                .check(CODE);
    }

    @Test
    void entitiesAndRepositoriesHaveNoDoor() {
        classes().that().areAnnotatedWith(Entity.class).should().notBePublic().check(CODE);
        classes()
                .that()
                .areAssignableTo(Repository.class)
                .should()
                .notBePublic()
                .allowEmptyShould(true)
                .check(CODE);
    }

    @Test
    void figuresCannotNameAnyone() {
        noClasses()
                .that()
                .resideInAPackage(BASE + ".report..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(BASE + ".person..", BASE + ".crypto..")
                .allowEmptyShould(true)
                .check(CODE);
    }

    @Test
    void everyPublicServiceMethodAsksForARight() {
        var open = CODE.stream()
                .filter(type -> type.isAnnotatedWith(Service.class) && isDoor(type))
                .filter(type -> !type.getPackageName().equals(BASE + ".crypto"))
                .filter(type -> !WITHOUT_A_CHECK.contains(type.getName()))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC)
                        && !method.getModifiers().contains(JavaModifier.STATIC)
                        && !method.getModifiers().contains(JavaModifier.SYNTHETIC)
                        && !method.isAnnotatedWith(PreAuthorize.class))
                .map(method -> method.getOwner().getName() + "." + method.getName())
                .filter(name -> !WITHOUT_A_CHECK.contains(name))
                .toList();

        assertThat(open).isEmpty();
    }

    @Test
    void everyPackageIsNullMarked() {
        var packages = CODE.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(BASE))
                .collect(Collectors.toSet());
        var marked = CODE.stream()
                .filter(type -> type.getSimpleName().equals("package-info") && type.isAnnotatedWith(NullMarked.class))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());

        assertThat(marked).containsAll(packages);
    }

    /** Events are published with ids, enums and dates: whoever listens asks for the rest, and is asked for her right. */
    @Test
    void eventsCarryNoWords() {
        var events = CODE.stream()
                .filter(type -> type.isRecord() && isDoor(type))
                .filter(type -> type.getSimpleName().matches("[A-Z]\\w+(Opened|Sent|Recorded|Answered|Closed)"))
                .filter(type -> type.getEnclosingClass().isEmpty())
                .toList();

        assertThat(events).isNotEmpty();
        for (var event : events) {
            for (var component : event.reflect().getRecordComponents()) {
                var type = component.getType();
                assertThat(type.isEnum()
                                || type.getSimpleName().endsWith("Id")
                                || List.of(Instant.class, LocalDate.class).contains(type))
                        .as(event.getSimpleName() + "." + component.getName())
                        .isTrue();
            }
        }
    }

    private static boolean isDoor(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC);
    }
}

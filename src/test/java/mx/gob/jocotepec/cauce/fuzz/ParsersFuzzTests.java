package mx.gob.jocotepec.cauce.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import mx.gob.jocotepec.cauce.audit.TrailEvent;
import mx.gob.jocotepec.cauce.database.CauceSettings;
import mx.gob.jocotepec.cauce.database.SettingProblem;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.Curp;
import mx.gob.jocotepec.cauce.shared.Folio;
import mx.gob.jocotepec.cauce.shared.Ids;
import mx.gob.jocotepec.cauce.shared.PhoneNumber;
import mx.gob.jocotepec.cauce.shared.SpanishText;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

/** What people and machines type: an answer or a named refusal, whatever it is, and no refusal that repeats it. */
class ParsersFuzzTests {
    private static final int MANY = 20_000;

    @Test
    void curp() {
        Mutations.each(
                1, MANY, new String[] {"AAPR630321HDFLRC09", "xexx010101hnexxxa4", "BOXW-310820 HNERXN09"}, text -> {
                    if (Curp.parse(text) instanceof Curp.Valid(var curp)) {
                        assertThat(curp.value()).hasSize(18);
                        assertThat(Curp.parse(curp.value())).isEqualTo(new Curp.Valid(curp));
                        curp.birthDate();
                        curp.sex();
                    }
                    quietly(IllegalArgumentException.class, text, () -> new Curp(text));
                });
    }

    @Test
    void telephone() {
        Mutations.each(2, MANY, new String[] {"387 763 0000", "+52 1 (387) 763-0000", "0443877630000"}, text -> {
            PhoneNumber.parse(text).ifPresent(phone -> {
                assertThat(phone.digits()).matches("[2-9][0-9]{9}");
                assertThat(PhoneNumber.parse(phone.digits())).contains(phone);
            });
            quietly(IllegalArgumentException.class, text, () -> new PhoneNumber(text));
        });
    }

    @Test
    void folio() {
        Mutations.each(
                3,
                MANY,
                new String[] {"CAU-2026-00042", "cau 2026 42", "2026-42", "CAU202600042"},
                text -> Folio.parse(text)
                        .ifPresent(folio ->
                                assertThat(Folio.parse(folio.toString())).contains(folio)));
    }

    @Test
    void ids() {
        Mutations.each(
                4,
                MANY,
                new String[] {"0190f7a0-0000-7000-8000-000000000001"},
                text -> Ids.parse(text).ifPresent(id -> assertThat(text).hasSize(36)));
    }

    @Test
    void namesAsTheySound() {
        Mutations.each(5, MANY, new String[] {"María González Gutiérrez", "Hernández-Xóchitl"}, text -> {
            assertThat(SpanishText.fold(SpanishText.fold(text))).isEqualTo(SpanishText.fold(text));
            assertThat(SpanishText.phoneticKey(text)).doesNotContain("\n");
        });
    }

    @Test
    void detailsOfTheTrail() {
        var event = TrailEvent.of("TRIED");
        Mutations.each(6, MANY, new String[] {"part=FACTS", "rows=3,offset=0", "María López"}, text -> {
            quietly(IllegalArgumentException.class, text, () -> {
                var told = event.with(text);
                assertThat(told.detail()).matches("[A-Za-z0-9=,.:;/_ -]{0,500}");
            });
            quietly(IllegalArgumentException.class, text, () -> TrailEvent.of(text));
        });
    }

    @Test
    void answersFromWhatWasSealed() {
        var whole = new String(new Answers(Map.of("given", "Marta")).toJson(), StandardCharsets.UTF_8);
        Mutations.each(
                7,
                MANY / 4,
                new String[] {whole},
                text -> quietly(
                        RuntimeException.class,
                        text,
                        () -> assertThat(Answers.fromJson(text.getBytes(StandardCharsets.UTF_8))
                                        .toString())
                                .isEqualTo("Answers •••")));
    }

    @Test
    void settings() {
        var names = new String[] {"CAUCE_PORT", "CAUCE_DEMO", "CAUCE_DB_USER", "CAUCE_DB_URL"};
        var examples = new String[] {"8080", "true", "cauce_app", "jdbc:postgresql://db:5432/cauce?sslmode=require"};
        Mutations.each(8, 1_000, examples, text -> {
            for (var name : names) {
                var environment = new MockEnvironment()
                        .withProperty("CAUCE_DATA", "target/fuzz-data")
                        .withProperty(name, text);
                try {
                    CauceSettings.from(environment);
                } catch (SettingProblem e) {
                    assertThat(e.getMessage())
                            .contains("CAUCE_")
                            .hasSizeLessThan(300)
                            .doesNotContain("\n");
                }
            }
        });
    }

    /** The named refusal may come, no other, and it does not repeat what was typed. */
    private static void quietly(Class<? extends RuntimeException> refusal, String typed, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            assertThat(e).isInstanceOf(refusal);
            if (typed.strip().length() > 12 && refusal == IllegalArgumentException.class) {
                assertThat(String.valueOf(e.getMessage())).doesNotContain(typed.strip());
            }
        }
    }

    @Test
    void theGeneratorsAreTheSameEachTime() {
        var one = new StringBuilder();
        var two = new StringBuilder();
        Mutations.each(9, 50, new String[] {"x"}, one::append);
        Mutations.each(9, 50, new String[] {"x"}, two::append);

        assertThat(one.toString()).isEqualTo(two.toString());
    }
}

package mx.gob.jocotepec.cauce.uikit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import mx.gob.jocotepec.cauce.fuzz.Mutations;
import org.junit.jupiter.api.Test;

class DateInputFuzzTests {
    @Test
    void readsADateOrNothing() {
        var today = LocalDate.of(2026, 11, 22);
        var examples = new String[] {"22/11/2026", "22-11-26", "221126", "22112026", "hoy", "ayer", "31.02.2026"};

        Mutations.each(
                10,
                20_000,
                examples,
                text -> DateInput.parse(text, today)
                        .ifPresent(date -> assertThat(date.getYear()).isBetween(-1, 9999)));
    }
}

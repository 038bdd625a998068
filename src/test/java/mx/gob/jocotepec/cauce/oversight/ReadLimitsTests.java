package mx.gob.jocotepec.cauce.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import mx.gob.jocotepec.cauce.database.SettingProblem;
import mx.gob.jocotepec.cauce.staff.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadLimitsTests {
    @Test
    void readsRolesAndNumbers() {
        assertThat(ReadLimits.parse("")).isEmpty();
        assertThat(ReadLimits.parse("FIRST_CONTACT=80, DIRECTION = 200"))
                .isEqualTo(Map.of(Role.FIRST_CONTACT, 80, Role.DIRECTION, 200));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "FIRST_CONTACT",
                "FIRST_CONTACT=0",
                "FIRST_CONTACT=10001",
                "PLANNING=5",
                "BOSS=5",
                "LEGAL=-1",
                "LEGAL=1;"
            })
    void namesTheSettingWhereItIsWrong(String wrong) {
        assertThatThrownBy(() -> ReadLimits.parse(wrong))
                .isInstanceOf(SettingProblem.class)
                .hasMessageContaining("CAUCE_READ_LIMITS");
    }
}

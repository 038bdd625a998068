package mx.gob.jocotepec.cauce.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import mx.gob.jocotepec.cauce.casefile.WallProposals.Ground;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a name on record may be that of a member of staff. */
class NameLikenessTests {
    @ParameterizedTest
    @CsvSource({
        "Juan Pérez López, Juan Perez Lopez, SAME_NAME",
        "PEREZ LOPEZ JUAN, Cmdte. Juan Pérez López, SAME_NAME",
        "José de la Torre Ruiz, Lic. José Torre Ruiz, SAME_NAME",
        "Jose Gonsales Eredia, José González Heredia, SOUNDS_ALIKE",
        "Gerardo Velasquez Nuño, Jerardo Velázques Nuno, SOUNDS_ALIKE",
        "Ricardo Hernadez Mora, Ricardo Hernández Mora, SOUNDS_ALIKE",
        "Juan Pérez, Juan Carlos Pérez López, PART_OF_NAME",
        "Juan Carlos Pérez López, Oficial Juan Pérez, PART_OF_NAME",
        "Saúl Ibarra Cuevas, Diana Ibarra Cuevas, SURNAMES"
    })
    void findsWhoMayBeMeant(String onRecord, String staff, Ground ground) {
        assertThat(NameLikeness.of(onRecord, staff)).contains(ground);
        assertThat(NameLikeness.of(staff, onRecord)).contains(ground);
    }

    @ParameterizedTest
    @CsvSource({
        "Juan, Juan Pérez López",
        "El Güero, Juan Pérez López",
        "Juan Pérez Gómez, Juan Pérez López",
        "Juan López Pérez Ruiz, Ana Soto Mora",
        "Saúl Ibarra Mora, Diana Ibarra Cuevas",
        "Ana Paz Gil, Eva Paz Ruz"
    })
    void leavesOthersAlone(String onRecord, String staff) {
        assertThat(NameLikeness.of(onRecord, staff)).isEqualTo(Optional.empty());
    }

    @Test
    void countsAnExchangeOfNeighboursAsOneSlip() {
        assertThat(NameLikeness.slips("ibarra", "ibrara")).isEqualTo(1);
        assertThat(NameLikeness.slips("ibarra", "ibara")).isEqualTo(1);
        assertThat(NameLikeness.slips("", "abc")).isEqualTo(3);
    }
}

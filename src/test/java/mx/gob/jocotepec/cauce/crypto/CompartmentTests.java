package mx.gob.jocotepec.cauce.crypto;

import static mx.gob.jocotepec.cauce.crypto.Compartment.AGGRESSOR;
import static mx.gob.jocotepec.cauce.crypto.Compartment.CLINICAL;
import static mx.gob.jocotepec.cauce.crypto.Compartment.CONTACT;
import static mx.gob.jocotepec.cauce.crypto.Compartment.FACTS;
import static mx.gob.jocotepec.cauce.crypto.Compartment.IDENTITY;
import static mx.gob.jocotepec.cauce.crypto.Compartment.LEGAL;
import static mx.gob.jocotepec.cauce.crypto.Compartment.SOCIAL;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompartmentTests {
    @Test
    void aGrantOnACaseNeverNamesReservedNotesNorWhatIsNoPartOfACase() {
        assertThat(Compartment.granted())
                .containsExactlyInAnyOrder(IDENTITY, CONTACT, SOCIAL, FACTS, AGGRESSOR, CLINICAL, LEGAL);
    }
}

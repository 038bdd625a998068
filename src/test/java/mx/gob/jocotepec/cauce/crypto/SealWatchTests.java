package mx.gob.jocotepec.cauce.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;

class SealWatchTests {
    private static final Place HERE = new Place("case_part", new UUID(1, 2), Compartment.FACTS);
    private static final Place ELSEWHERE = new Place("case_part", new UUID(1, 3), Compartment.FACTS);

    private final List<Place> told = new ArrayList<>();
    private KeyRing ring;
    private Sealer sealer;

    @BeforeEach
    void ring() throws GeneralSecurityException {
        ring = KeyRing.fresh();
        sealer = watchedBy(told::add);
    }

    @Test
    void everyWatchIsToldWhereASealDidNotOpen() {
        var sealed = sealer.sealText(HERE, "Ángela");
        var alsoTold = new ArrayList<Place>();

        assertThatThrownBy(() -> watchedBy(told::add, alsoTold::add).openText(ELSEWHERE, sealed))
                .isInstanceOf(SealBrokenException.class);

        assertThat(told).containsExactly(ELSEWHERE);
        assertThat(alsoTold).containsExactly(ELSEWHERE);
    }

    @Test
    void aWatchIsToldWhenAVersionIsToBeAddedUnderAForeignKey() {
        var sealed = sealer.sealText(HERE, "Ángela");

        assertThatThrownBy(() -> sealer.sealAgain(ELSEWHERE, sealed.wrappedKey(), new byte[1]))
                .isInstanceOf(SealBrokenException.class);

        assertThat(told).containsExactly(ELSEWHERE);
    }

    @Test
    void aWatchIsToldOfWhatOpensAndSaysThatItBelongsElsewhere() {
        var problem = sealer.misplaced(HERE);

        assertThat(problem).hasMessageContaining("case_part").hasNoCause();
        assertThat(told).containsExactly(HERE);
    }

    @Test
    void nobodyIsToldOfASealThatOpens() {
        assertThat(sealer.openText(HERE, sealer.sealText(HERE, "Ángela"))).isEqualTo("Ángela");

        assertThat(told).isEmpty();
    }

    @Test
    void aWatchThatFailsHidesNothing() {
        var outage = new IllegalStateException("no trail");
        var failing = watchedBy(place -> {
            throw outage;
        });
        var sealed = failing.sealText(HERE, "Ángela");

        var problem = catchThrowableOfType(SealBrokenException.class, () -> failing.openText(ELSEWHERE, sealed));

        assertThat(problem).hasMessageContaining("does not open").hasSuppressedException(outage);
    }

    @Test
    void whereNobodyWatchesABrokenSealIsNothingMoreThanThat() {
        var unwatched = new Sealer(ring);
        var sealed = unwatched.sealText(HERE, "Ángela");

        var problem = catchThrowableOfType(SealBrokenException.class, () -> unwatched.openText(ELSEWHERE, sealed));

        assertThat(problem.getSuppressed()).isEmpty();
    }

    private Sealer watchedBy(SealWatch... watches) {
        return new Sealer(ring, new ObjectProvider<>() {
            @Override
            public Stream<SealWatch> orderedStream() {
                return Stream.of(watches);
            }
        });
    }
}

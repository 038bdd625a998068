package mx.gob.jocotepec.cauce.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTests {
    @Test
    void areOfVersionSevenAndCarryTheMoment() {
        long before = System.currentTimeMillis();

        var id = Ids.next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isBetween(before, before + 10_000);
    }

    @Test
    void neverRepeatAndOnlyGrow() {
        var ids = Stream.generate(Ids::next).limit(20_000).toList();

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids.stream().map(UUID::toString)).isSorted();
    }

    @Test
    void nonsenseFromOutsideIsNoId() {
        assertThat(Ids.parse("../../etc/passwd")).isEmpty();
        assertThat(Ids.parse("1-1-1-1-1")).isEmpty();
        assertThat(Ids.parse("zzzzzzzz-zzzz-zzzz-zzzz-zzzzzzzzzzzz")).isEmpty();

        var id = CaseId.next();
        assertThat(Ids.parse(id.toString()).map(CaseId::of)).contains(id);
    }
}

package mx.gob.jocotepec.cauce.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SensitiveTests {
    @Test
    void printsDotsAlsoInsideARecord() {
        record Holder(Sensitive name) {}

        assertThat(Sensitive.of("Ana")).hasToString("•••");
        assertThat(new Holder(Sensitive.of("Ana")).toString()).doesNotContain("Ana");
    }

    @Test
    void equalsByValue() {
        assertThat(Sensitive.of("Ana")).isEqualTo(Sensitive.of("Ana")).hasSameHashCodeAs(Sensitive.of("Ana"));
        assertThat(Sensitive.of("Ana")).isNotEqualTo(Sensitive.of("Anna"));
        assertThat(Sensitive.of(" ana ").map(String::strip).reveal()).isEqualTo("ana");
    }
}

package mx.gob.jocotepec.cauce.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SqlMutatorTests {
    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of(
                        "((a = b) AND (c > d))",
                        List.of(
                                "(true AND (c > d))",
                                "((a = b) AND true)",
                                "((a <> b) AND (c > d))",
                                "((a = b) AND (c >= d))",
                                "((a = b) AND (c <= d))")),
                Arguments.of("((a) OR (b))", List.of("(false OR (b))", "((a) OR false)")),
                Arguments.of("not exists (select from t)", List.of("exists (select from t)")),
                Arguments.of("(x <> ALL (f()))", List.of("(x = ALL (f()))")),
                Arguments.of("(x IS NOT NULL)", List.of("(x is NULL)")),
                Arguments.of("select 1 where a between 1 and 2", List.of("select 1 where true")),
                Arguments.of(
                        "if a is distinct from b then return; end if;",
                        List.of("if false then return; end if;", "if a is not distinct from b then return; end if;")),
                Arguments.of("if not found then return; end if;", List.of("if false then return; end if;")),
                Arguments.of(
                        "update t set a = 1 where b = 2",
                        List.of("update t set a = 1 where true", "update t set a = 1 where b <> 2")),
                Arguments.of(
                        "t > now() - interval '4 hours'",
                        List.of(
                                "t >= now() - interval '4 hours'",
                                "t <= now() - interval '4 hours'",
                                "t > now() - interval '0 minutes'")),
                Arguments.of("a @> b", List.of("a && b")),
                Arguments.of("x = 'a and b' -- and c", List.of("x <> 'a and b' -- and c")));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void makesOneMistakeAtATime(String text, List<String> mistakes) {
        assertThat(SqlMutator.mutations(text))
                .extracting(SqlMutator.Mutation::text)
                .containsExactlyInAnyOrderElementsOf(mistakes);
    }

    @Test
    void namesTheLineAndWhatWasThere() {
        assertThat(SqlMutator.mutations("select 1\nfrom t where a < b"))
                .extracting(SqlMutator.Mutation::name)
                .containsExactly(
                        "line 2: «1 from t where [a < b]» → true",
                        "line 2: «1 from t where a [<] b» → <=",
                        "line 2: «1 from t where a [<] b» → >=");
    }
}

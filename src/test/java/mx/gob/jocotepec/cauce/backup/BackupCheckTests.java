package mx.gob.jocotepec.cauce.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import mx.gob.jocotepec.cauce.installation.InstallationCheck.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 03:30 in Mexico City is 09:30 UTC. */
class BackupCheckTests {
    @TempDir
    private Path folder;

    private final Clock clock = mock(Clock.class);

    @ParameterizedTest
    @CsvSource({
        "2026-11-25T0331, 2026-11-25T12:00:00Z, READY",
        "2026-11-25T0331, 2026-11-26T09:29:00Z, READY",
        "2026-11-25T0331, 2026-11-26T15:29:00Z, READY",
        "2026-11-25T0331, 2026-11-26T15:31:00Z, MISSING",
        "2026-11-24T0331, 2026-11-26T12:00:00Z, MISSING"
    })
    void lastNightsIsThereOrInHand(String made, Instant now, State state) throws IOException {
        Files.createFile(folder.resolve("cauce-" + made + ".backup"));
        when(clock.instant()).thenReturn(now);

        assertThat(check(true).look()).isEqualTo(state);
    }

    @Test
    void whatWasBrokenOffIsNone() throws IOException {
        Files.createFile(folder.resolve("cauce-2026-11-26T0331.backup.part"));
        when(clock.instant()).thenReturn(Instant.parse("2026-11-26T12:00:00Z"));

        assertThat(check(true).look()).isEqualTo(State.MISSING);
    }

    @Test
    void withoutAFolderItIsMissingAndWithAnotherDatabaseItIsElsewhere() {
        assertThat(new BackupCheck(true, null, clock).look()).isEqualTo(State.MISSING);
        assertThat(new BackupCheck(false, null, clock).look()).isEqualTo(State.ELSEWHERE);
    }

    @Test
    void aFolderThatIsGoneIsNoBackup() throws IOException {
        Files.delete(folder);
        when(clock.instant()).thenReturn(Instant.parse("2026-11-26T12:00:00Z"));

        assertThatThrownBy(() -> check(true).look()).isInstanceOf(UncheckedIOException.class);
    }

    private BackupCheck check(boolean ours) {
        return new BackupCheck(ours, new BackupPlan(folder, LocalTime.of(3, 30), 10), clock);
    }
}

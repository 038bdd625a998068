package mx.gob.jocotepec.cauce.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import mx.gob.jocotepec.cauce.database.CauceSettings;
import mx.gob.jocotepec.cauce.database.SettingProblem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

/** 03:30 in Mexico City is 09:30 UTC. */
class NightlyBackupTests {
    @TempDir
    private Path folder;

    private final Backups backups = mock(Backups.class);
    private final Clock clock = mock(Clock.class);
    private NightlyBackup nightly;

    @BeforeEach
    void atHalfPastThreeForTenDays() throws IOException {
        nightly = new NightlyBackup(backups, new BackupPlan(folder, LocalTime.of(3, 30), 10), clock);
        when(backups.make(any())).thenAnswer(call -> Files.createFile(folder.resolve(Backups.name(clock.instant()))));
    }

    @Test
    void oneIsMadeEachNightAndNoMore() throws IOException {
        Files.createFile(folder.resolve("cauce-2026-11-24T0330.backup"));

        turnAt("2026-11-25T09:25:00Z");
        verify(backups, never()).make(any());
        turnAt("2026-11-25T09:35:00Z");
        turnAt("2026-11-25T09:45:00Z");
        turnAt("2026-11-26T09:15:00Z");
        verify(backups).make(folder);
        turnAt("2026-11-26T09:35:00Z");

        verify(backups, times(2)).make(folder);
        assertThat(folder.resolve("cauce-2026-11-25T0335.backup")).exists();
    }

    @Test
    void aNightOnWhichTheMachineWasOffIsMadeGood() throws IOException {
        Files.createFile(folder.resolve("cauce-2026-11-23T0330.backup"));

        turnAt("2026-11-25T15:00:00Z");

        verify(backups).make(folder);
    }

    @Test
    void whatIsTooOldGoesOnceANewerOneLiesThereAndNothingElse() throws IOException {
        for (var name : new String[] {
            "cauce-2026-11-14T0330.backup",
            "cauce-2026-11-13T0330.backup.part",
            "cauce-2026-11-16T0330.backup",
            "cauce-2026-11-01.backup",
            "note.txt"
        }) Files.createFile(folder.resolve(name));

        turnAt("2026-11-25T09:35:00Z");

        assertThat(folder.toFile().list())
                .containsExactlyInAnyOrder(
                        "cauce-2026-11-16T0330.backup",
                        "cauce-2026-11-25T0335.backup",
                        "cauce-2026-11-01.backup",
                        "note.txt");
    }

    @Test
    void aFailureTakesNothingAwayAndIsTriedAgainAnHourLater() throws IOException {
        Files.createFile(folder.resolve("cauce-2026-10-14T0330.backup"));
        doThrow(new SettingProblem("backup: no")).when(backups).make(any());

        turnAt("2026-11-25T09:35:00Z");
        turnAt("2026-11-25T10:25:00Z");
        verify(backups).make(folder);
        turnAt("2026-11-25T10:36:00Z");

        verify(backups, times(2)).make(folder);
        assertThat(folder.resolve("cauce-2026-10-14T0330.backup")).exists();
    }

    @Test
    void withoutAFolderThereIsNone() {
        assertThat(plan(Map.of())).isNull();
        assertThat(plan(Map.of("CAUCE_BACKUP_DIR", folder.toString())))
                .isEqualTo(new BackupPlan(folder, LocalTime.of(3, 30), 30));
    }

    @ParameterizedTest
    @CsvSource({
        "CAUCE_BACKUP_TIME,25:00",
        "CAUCE_BACKUP_TIME,3",
        "CAUCE_BACKUP_DAYS,0",
        "CAUCE_BACKUP_DAYS,4000",
        "CAUCE_BACKUP_DAYS,many",
        "CAUCE_BACKUP_DIR,/nowhere/at/all"
    })
    void aWrongSettingIsNamed(String setting, String value) {
        var given = new java.util.HashMap<>(Map.of("CAUCE_BACKUP_DIR", folder.toString()));
        given.put(setting, value);

        assertThatThrownBy(() -> plan(given)).isInstanceOf(SettingProblem.class).hasMessageStartingWith(setting);
    }

    @Test
    void anotherPostgresqlHasNoNightlyBackupOfOurs() {
        assertThatThrownBy(() -> plan(Map.of(
                        "CAUCE_BACKUP_DIR", folder.toString(),
                        "CAUCE_DB_URL", "jdbc:postgresql://127.0.0.1:5432/cauce",
                        "CAUCE_DB_OWNER", "owner",
                        "CAUCE_DB_OWNER_PASSWORD", "x",
                        "CAUCE_DB_PASSWORD", "x")))
                .isInstanceOf(SettingProblem.class)
                .hasMessageContaining("CAUCE_DB_URL");
    }

    private @Nullable BackupPlan plan(Map<String, String> given) {
        var source = new MockEnvironment();
        source.setProperty(
                "CAUCE_DATA",
                folder.resolveSibling(folder.getFileName() + "-data").toString());
        given.forEach(source::setProperty);
        return BackupPlan.from(source, CauceSettings.from(source));
    }

    private void turnAt(String instant) {
        when(clock.instant()).thenReturn(Instant.parse(instant));
        nightly.turn();
    }
}

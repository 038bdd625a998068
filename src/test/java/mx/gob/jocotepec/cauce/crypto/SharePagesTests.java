package mx.gob.jocotepec.cauce.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.subtle.Random;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharePagesTests {
    private final byte[] key = Random.randBytes(RecoveryShare.KEY_BYTES);
    private final List<RecoveryShare> shares = RecoveryShare.split("0badcafe", key, 2, 3);

    @Test
    void whatIsPrintedCanBeReadAgainAndOpens(@TempDir Path folder) throws Exception {
        var files = SharePages.write(folder.resolve("sobres"), shares, "2026-11-22");

        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .containsExactly("parte-1-de-3.html", "parte-2-de-3.html", "parte-3-de-3.html");
        var first = RecoveryShare.parse(SharePages.signs(Files.readString(files.getFirst())));
        var last = RecoveryShare.parse(SharePages.signs(Files.readString(files.getLast())));
        assertThat(RecoveryShare.combine(List.of(first, last))).isEqualTo(key);
        for (var file : files) {
            assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void neverWritesOverEarlierPages(@TempDir Path folder) {
        assertThatThrownBy(() -> SharePages.write(folder, shares, "2026-11-22"))
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void theSignsStandInRowsOfSixGroups() {
        var page = SharePages.page(shares.getFirst(), 3, "2026-11-22");

        var table = page.substring(page.indexOf("<table><tr>") + 11, page.indexOf("</tr></table>"));
        var rows = Arrays.stream(table.split("</tr><tr>", -1))
                .map(row -> Arrays.stream(row.split("</?td>", -1))
                        .filter(group -> !group.isEmpty())
                        .toList())
                .toList();
        assertThat(rows).hasSize(3).allSatisfy(row -> assertThat(row).hasSize(6));
        assertThat(String.join("-", rows.stream().flatMap(List::stream).toList()))
                .isEqualTo(shares.getFirst().text());
    }

    @Test
    void aFileOfNothingButSignsIsReadToo() {
        var text = shares.getFirst().text();

        assertThat(RecoveryShare.parse(SharePages.signs("\n " + text + " \n")).part())
                .isEqualTo(shares.getFirst().part());
    }
}

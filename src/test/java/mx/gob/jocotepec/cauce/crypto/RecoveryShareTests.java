package mx.gob.jocotepec.cauce.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecoveryShareTests {
    private final Random dice = new Random(20_261_122);

    @ParameterizedTest
    @CsvSource({"2,2", "2,3", "3,5", "4,7", "20,20"})
    void anyEnoughOfThemGiveTheKeyBackAndOneLessDoesNot(int needed, int all) {
        var key = key();
        var shares = RecoveryShare.split("0badcafe", key, needed, all);

        for (int round = 0; round < 20; round++) {
            var mixed = new ArrayList<>(shares);
            Collections.shuffle(mixed, dice);
            assertThat(RecoveryShare.combine(mixed.subList(0, needed))).isEqualTo(key);
            assertThat(RecoveryShare.combine(mixed)).isEqualTo(key);
            assertThatThrownBy(() -> RecoveryShare.combine(mixed.subList(0, needed - 1)))
                    .hasMessageContaining(needed + " are needed");
        }
    }

    @Test
    void theSameShareTwiceCountsOnce() {
        var shares = RecoveryShare.split("0badcafe", key(), 2, 3);

        assertThatThrownBy(() -> RecoveryShare.combine(List.of(shares.getFirst(), shares.getFirst())))
                .hasMessageContaining("1 different shares");
    }

    @Test
    void sharesOfDifferentKeysAreNotMixed() {
        var one = RecoveryShare.split("0badcafe", key(), 2, 2);
        var other = RecoveryShare.split("0badcaff", key(), 2, 2);

        assertThatThrownBy(() -> RecoveryShare.combine(List.of(one.getFirst(), other.getLast())))
                .hasMessageContaining("different recovery keys");
    }

    @Test
    void aShareIsReadAsPeopleTypeIt() {
        var share = RecoveryShare.split("0badcafe", key(), 3, 5).get(3);
        var typed = share.text()
                .toLowerCase(java.util.Locale.ROOT)
                .replace('0', 'o')
                .replace('1', 'l')
                .replace("-", " ");

        var read = RecoveryShare.parse(typed);

        assertThat(read.part()).isEqualTo(share.part());
        assertThat(List.of(read.needed(), read.number())).containsExactly(3, 4);
        assertThat(read.escrow()).isEqualTo("0badcafe");
    }

    @Test
    void everySingleMistypedSignIsNoticed() {
        var text = RecoveryShare.split("0badcafe", key(), 3, 5).getFirst().text();

        for (int i = 0; i < text.length() - 1; i++) { // the last sign carries two bits only
            if (text.charAt(i) == '-') continue;
            var wrong = text.substring(0, i) + (text.charAt(i) == 'X' ? 'Y' : 'X') + text.substring(i + 1);
            assertThatThrownBy(() -> RecoveryShare.parse(wrong)).hasMessageContaining("mistyped");
        }
        assertThatThrownBy(() -> RecoveryShare.parse(text.substring(4))).hasMessageContaining("71");
        assertThatThrownBy(() -> RecoveryShare.parse(text.replace(text.charAt(5), '*')))
                .hasMessageContaining("sign at place");
    }

    @Test
    void theQrOnThePageSaysTheSameAsTheSigns() throws Exception {
        var share = RecoveryShare.split("0badcafe", key(), 3, 5).get(1);

        var page = SharePages.page(share, 5, "2026-11-22");

        assertThat(page).contains("parte 2 de 5", "Con 3 de las 5 partes");
        for (var group : share.text().split("-")) assertThat(page).contains("<td>" + group + "</td>");
        assertThat(new QRCodeReader()
                        .decode(new BinaryBitmap(new HybridBinarizer(new Picture(page))))
                        .getText())
                .isEqualTo(share.text());
    }

    /** The squares of the SVG, four pixels each. */
    private static final class Picture extends LuminanceSource {
        private static final int SCALE = 4;
        private final boolean[][] dark;

        Picture(String page) {
            this(page, Integer.parseInt(page.replaceAll("(?s).*viewBox=\"0 0 (\\d+) .*", "$1")));
        }

        private Picture(String page, int size) {
            super(size * SCALE, size * SCALE);
            dark = new boolean[size][size];
            var squares = Pattern.compile("M(\\d+) (\\d+)h1").matcher(page);
            while (squares.find()) dark[Integer.parseInt(squares.group(2))][Integer.parseInt(squares.group(1))] = true;
        }

        @Override
        public byte[] getRow(int y, byte[] row) {
            var line = row == null ? new byte[getWidth()] : row;
            for (int x = 0; x < getWidth(); x++) line[x] = (byte) (dark[y / SCALE][x / SCALE] ? 0 : 255);
            return line;
        }

        @Override
        public byte[] getMatrix() {
            var all = new byte[getWidth() * getHeight()];
            for (int y = 0; y < getHeight(); y++) System.arraycopy(getRow(y, null), 0, all, y * getWidth(), getWidth());
            return all;
        }
    }

    private byte[] key() {
        var key = new byte[RecoveryShare.KEY_BYTES];
        dice.nextBytes(key);
        return key;
    }
}

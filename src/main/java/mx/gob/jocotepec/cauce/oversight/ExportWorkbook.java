package mx.gob.jocotepec.cauce.oversight;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import mx.gob.jocotepec.cauce.shared.Office;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The sheet: marked in its first line and on each printed page with who took it out, when, and under which folio. All cells are text. */
final class ExportWorkbook {
    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Office.ZONE);
    private static final int WIDEST = 40;

    record Mark(String who, Instant at, String folio) {
        String line() {
            return folio + " · " + who + " · " + AT.format(at);
        }
    }

    private ExportWorkbook() {}

    static byte[] write(ExportLines.Table table, Mark mark) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Cauce", "1.0")) {
            sheet(book.newWorksheet(table.title()), table, mark);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void sheet(Worksheet sheet, ExportLines.Table table, Mark mark) {
        // an ampersand begins a code in a page's head
        sheet.header(mark.line().replace("&", "&&"), Position.LEFT);
        sheet.footer(mark.line().replace("&", "&&"), Position.CENTER);
        sheet.value(0, 0, table.title() + " · " + mark.line());
        sheet.style(0, 0).bold().set();
        for (int column = 0; column < table.headings().size(); column++) {
            sheet.value(1, column, table.headings().get(column));
            sheet.style(1, column).bold().set();
            int at = column;
            int widest = table.rows().stream()
                    .mapToInt(row -> row.get(at).length())
                    .max()
                    .orElse(0);
            sheet.width(
                    column,
                    Math.min(
                            WIDEST,
                            3 + Math.max(widest, table.headings().get(column).length())));
        }
        for (int row = 0; row < table.rows().size(); row++) {
            var cells = table.rows().get(row);
            for (int column = 0; column < cells.size(); column++) sheet.value(row + 2, column, cells.get(column));
        }
        sheet.freezePane(0, 2);
    }
}

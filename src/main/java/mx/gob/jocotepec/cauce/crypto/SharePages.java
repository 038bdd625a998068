package mx.gob.jocotepec.cauce.crypto;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A page for each holder of a share, to print and to seal in an envelope: what it is, the QR, and the signs to type. */
final class SharePages {
    private static final Pattern CELL = Pattern.compile("<td>([0-9A-Z]+)</td>");

    private SharePages() {}

    /** Files of mode 600 in a folder that was not there before. */
    static List<Path> write(Path folder, List<RecoveryShare> shares, String made) throws IOException {
        Files.createDirectories(folder.toAbsolutePath().getParent());
        Files.createDirectory(folder);
        var files = new ArrayList<Path>();
        for (var share : shares) {
            var file = folder.resolve("parte-" + share.number() + "-de-" + shares.size() + ".html");
            RingFile.writePrivately(file, page(share, shares.size(), made));
            files.add(file);
        }
        return files;
    }

    static String page(RecoveryShare share, int shares, String made) {
        var groups = share.text().split("-");
        var lines = new StringBuilder();
        for (int i = 0; i < groups.length; i++) {
            if (i % 6 == 0) lines.append(i == 0 ? "<tr>" : "</tr><tr>");
            lines.append("<td>").append(groups[i]).append("</td>");
        }
        return """
                <!doctype html>
                <html lang="es-MX"><head><meta charset="utf-8"><title>Cauce</title><style>
                @page { size: letter; margin: 22mm }
                body { font: 12pt/1.5 sans-serif; max-width: 165mm; margin: 10mm auto; color: #000 }
                h1 { font-size: 20pt; margin: 0 0 4mm }
                svg { width: 62mm; height: 62mm; display: block; margin: 6mm 0 }
                table { border-collapse: collapse; font: 15pt/1 monospace; margin: 4mm 0 8mm }
                td { border: .3mm solid #999; padding: 2.5mm }
                .line { border-bottom: .3mm solid #000; height: 12mm }
                </style></head><body>
                <h1>Cauce · parte %d de %d de la clave de recuperación</h1>
                <p>Clave %s, hecha el %s. Con %d de las %d partes juntas se recuperan las llaves que abren lo que Cauce guarda;
                con menos no se recupera nada. Guarde esta hoja en un sobre cerrado, en otro lugar que el servidor y que las demás partes.
                No la fotografíe ni la copie en una computadora.</p>
                %s
                <table>%s</tr></table>
                <p>Para usarla: <code>./cauce keys recover</code> y escriba los grupos, o lea el código QR. Mayúsculas y guiones no importan;
                no hay letras I, L, O ni U. Si algo quedó mal escrito, el programa lo dice.</p>
                <p>La guarda:</p><div class="line"></div><p>Entregada el, por:</p><div class="line"></div>
                </body></html>
                """.formatted(
                        share.number(), shares, share.escrow(), made, share.needed(), shares, qr(share.text()), lines);
    }

    /** The signs of a share out of a page of ours, or out of a file that holds nothing else. */
    static String signs(String file) {
        var cells = CELL.matcher(file);
        var signs = new StringBuilder();
        while (cells.find()) signs.append(cells.group(1));
        return signs.isEmpty() ? file.strip() : signs.toString();
    }

    /** A QR code as SVG, one square for each dark module. */
    static String qr(String text) {
        try {
            var matrix = new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.Q, EncodeHintType.MARGIN, 2));
            var path = new StringBuilder();
            for (int y = 0; y < matrix.getHeight(); y++) {
                for (int x = 0; x < matrix.getWidth(); x++) {
                    if (matrix.get(x, y)) path.append("M%d %dh1v1h-1z".formatted(x, y));
                }
            }
            return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" shape-rendering=\"crispEdges\"><path d=\"%s\"/></svg>"
                    .formatted(matrix.getWidth(), matrix.getHeight(), path);
        } catch (WriterException e) {
            throw new IllegalStateException("no QR code", e);
        }
    }
}

package mx.gob.jocotepec.cauce.document;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Makes a tagged PDF (PDF/UA) of a page that was written here. Nothing is fetched: no address in it is followed. */
public final class Pdf {
    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";
    private static final String LOOK = """
            @page { size: letter; margin: 20mm 18mm; @bottom-right { content: counter(page) " / " counter(pages);
              font-family: 'DejaVu Sans'; font-size: 8pt; } }
            body { font-family: 'DejaVu Sans', sans-serif; font-size: 9.5pt; line-height: 1.4; color: #1a1a1a; }
            h1 { font-size: 15pt; margin: 0 0 4mm; } h2 { font-size: 11pt; margin: 6mm 0 2mm; }
            table { width: 100%; border-collapse: collapse; -fs-table-paginate: paginate; }
            th, td { text-align: left; vertical-align: top; padding: 1mm 2mm 1mm 0; border-bottom: 0.3pt solid #999; }
            th { font-weight: bold; } p { margin: 0 0 2.5mm; }
            """;

    private Pdf() {}

    /** @param title shown by the reader's window: neutral, it says nothing of a person @param body XHTML inside {@code <body>} */
    public static byte[] of(String title, String body) {
        XRLog.setLoggingEnabled(false);
        var page = "<html lang=\"es-MX\"><head><title>" + escape(title) + "</title>"
                + "<meta name=\"subject\" content=\"" + escape(title) + "\"/><style>" + LOOK + "</style></head><body>"
                + body + "</body></html>";
        try (var out = new ByteArrayOutputStream()) {
            new PdfRendererBuilder()
                    .usePdfUaAccessibility(true)
                    .useFont(font("DejaVuSans.ttf"), "DejaVu Sans", 400, FontStyle.NORMAL, true)
                    .useFont(font("DejaVuSans-Bold.ttf"), "DejaVu Sans", 700, FontStyle.NORMAL, true)
                    .useUriResolver((base, uri) -> null)
                    .withHtmlContent(page, null)
                    .toStream(out)
                    .run();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Text as it may stand in the body. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static FSSupplier<InputStream> font(String name) {
        return () -> Objects.requireNonNull(Pdf.class.getResourceAsStream(FONTS + name));
    }
}

package mx.gob.jocotepec.cauce.files;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** Small files of each kind, whole ones and ones made to harm. */
public final class Samples {
    private Samples() {}

    public static byte[] pdf() {
        return pdf(document -> {});
    }

    public static byte[] pdf(Consumer<PDDocument> change) {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            change.accept(document);
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] image(String format) {
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A stream of the document that was deflated {@code times} times. */
    public static COSStream deflated(PDDocument document, byte[] clear, int times) {
        try {
            var bytes = clear;
            for (int i = 0; i < times; i++) bytes = deflate(bytes);
            var stream = document.getDocument().createCOSStream();
            try (var out = stream.createRawOutputStream()) {
                out.write(bytes);
            }
            stream.setItem(COSName.FILTER, COSName.FLATE_DECODE);
            document.getDocumentCatalog().getCOSObject().setItem("Piece", stream);
            return stream;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] deflate(byte[] clear) {
        var deflater = new Deflater(9);
        deflater.setInput(clear);
        deflater.finish();
        var out = new ByteArrayOutputStream();
        var buffer = new byte[8192];
        while (!deflater.finished()) out.write(buffer, 0, deflater.deflate(buffer));
        deflater.end();
        return out.toByteArray();
    }

    public static byte[] join(byte[] one, byte[] other) {
        var both = java.util.Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    public static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A check without a scanner. */
    public static FileCheck check() {
        return new FileCheck(new ClamScanner("", 1));
    }

    /** A check that asks the scanner. @param setting as of {@code CAUCE_CLAMAV} */
    public static FileCheck checkWith(String setting, int seconds) {
        return new FileCheck(new ClamScanner(setting, seconds));
    }
}

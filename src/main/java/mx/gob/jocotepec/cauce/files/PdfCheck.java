package mx.gob.jocotepec.cauce.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import mx.gob.jocotepec.cauce.files.FileVerdict.Reason;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * What a PDF holds. First how far its streams unpack, counted without keeping them; then every object: nothing may run, carry a file, or
 * point outside.
 */
final class PdfCheck {
    private static final byte[] END = {'%', '%', 'E', 'O', 'F'};
    /** Readers look for the end in the last 1,024 bytes. */
    private static final int TAIL = 1_100;

    private static final int DEEPEST = 60;
    private static final Set<String> ACTIVE_KEYS = Set.of(
            "JS",
            "JavaScript",
            "XFA",
            "EmbeddedFiles",
            "EF",
            "RichMediaContent",
            "RichMediaSettings",
            "AA",
            "Renditions");
    private static final Set<String> ACTIVE_TYPES = Set.of(
            "JavaScript",
            "Launch",
            "SubmitForm",
            "ImportData",
            "GoToR",
            "GoToE",
            "Rendition",
            "Movie",
            "Sound",
            "RichMedia",
            "EmbeddedFile",
            "RichMediaExecute",
            "FileAttachment",
            "Screen",
            "3D");

    private PdfCheck() {}

    static Optional<Reason> problem(byte[] content) {
        if (Bytes.last(content, END, content.length - TAIL) < 0) {
            return Optional.of(Bytes.last(content, END, 0) < 0 ? Reason.BROKEN : Reason.TWO_THINGS);
        }
        if (!PdfStreams.unpackWithin(content)) return Optional.of(Reason.UNPACKS_TOO_FAR);
        try (var document = Loader.loadPDF(content)) {
            if (document.isEncrypted()) return Optional.of(Reason.ENCRYPTED);
            if (document.getNumberOfPages() == 0) return Optional.of(Reason.BROKEN);
            return acts(document) ? Optional.of(Reason.ACTIVE) : Optional.empty();
        } catch (InvalidPasswordException e) {
            return Optional.of(Reason.ENCRYPTED);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // whatever a parser stumbles over: a file made for it
            return Optional.of(Reason.BROKEN);
        }
    }

    private static boolean acts(PDDocument document) throws IOException {
        var cos = document.getDocument();
        if (acts(cos.getTrailer(), 0)) return true;
        for (var key : cos.getXrefTable().keySet()) {
            var object = cos.getObjectFromPool(key);
            if (object != null && acts(object.getObject(), 0)) return true;
        }
        return false;
    }

    /** Objects that are named by number are looked at on their own. */
    private static boolean acts(COSBase value, int depth) throws IOException {
        if (depth > DEEPEST) return true;
        if (value instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                var item = array.get(i);
                if (item != null && !(item instanceof COSObject) && acts(item, depth + 1)) return true;
            }
            return false;
        }
        if (!(value instanceof COSDictionary dictionary)) return false;
        if (isActive(dictionary)) return true;
        for (var entry : dictionary.entrySet()) {
            if (ACTIVE_KEYS.contains(entry.getKey().getName())) return true;
            var item = entry.getValue();
            if (item != null && !(item instanceof COSObject) && acts(item, depth + 1)) return true;
        }
        return false;
    }

    private static boolean isActive(COSDictionary dictionary) throws IOException {
        for (var key : new COSName[] {COSName.S, COSName.TYPE, COSName.SUBTYPE}) {
            var name = dictionary.getCOSName(key);
            if (name != null && ACTIVE_TYPES.contains(name.getName())) return true;
        }
        if (!(dictionary instanceof COSStream stream)) return false;
        // a stream whose content lies in another file
        return stream.containsKey(COSName.F) || entities(stream);
    }

    /** Metadata is XML that others read: no definitions of its own. */
    private static boolean entities(COSStream stream) throws IOException {
        var type = stream.getCOSName(COSName.TYPE);
        if (type == null || !type.getName().equals("Metadata")) return false;
        try (var in = stream.createInputStream()) {
            var bytes = in.readAllBytes();
            var text = new String(bytes, StandardCharsets.ISO_8859_1)
                    .replace("\u0000", "")
                    .toUpperCase(Locale.ROOT);
            return text.contains("<!DOCTYPE") || text.contains("<!ENTITY");
        }
    }
}

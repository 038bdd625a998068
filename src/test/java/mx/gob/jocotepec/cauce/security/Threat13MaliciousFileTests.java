package mx.gob.jocotepec.cauce.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import mx.gob.jocotepec.cauce.database.SettingProblem;
import mx.gob.jocotepec.cauce.files.FileCheck;
import mx.gob.jocotepec.cauce.files.FileVerdict;
import mx.gob.jocotepec.cauce.files.FileVerdict.Accepted;
import mx.gob.jocotepec.cauce.files.FileVerdict.Reason;
import mx.gob.jocotepec.cauce.files.FileVerdict.Refused;
import mx.gob.jocotepec.cauce.files.Samples;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.Test;

/** Files made to harm whoever opens them, or the server that looks at them. */
class Threat13MaliciousFileTests {
    /** The test string every scanner knows, in two parts so that none of them takes this source for it. */
    private static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-" + "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private final FileCheck check = Samples.check();

    @Test
    void takesWholePdfJpegAndPng() {
        assertThat(check.check(Samples.pdf())).isEqualTo(new Accepted("application/pdf"));
        assertThat(check.check(Samples.image("png"))).isEqualTo(new Accepted("image/png"));
        assertThat(check.check(Samples.image("jpg"))).isEqualTo(new Accepted("image/jpeg"));
    }

    @Test
    void refusesWhatIsSomethingElseWhateverItsNameSays() throws IOException {
        for (var content :
                new String[] {"MZ programa", "#!/bin/sh", "<html>%PDF-1.7", "GIF89a", "<svg onload='x'/>", EICAR}) {
            refused(Samples.ascii(content), Reason.OTHER_TYPE);
        }
        refused(zip(), Reason.OTHER_TYPE);
        refused(
                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
                Reason.OTHER_TYPE);
        refused(new byte[0], Reason.EMPTY);
    }

    @Test
    void refusesWhatIsTooLarge() {
        refused(Arrays.copyOf(Samples.pdf(), FileCheck.LARGEST + 1), Reason.TOO_LARGE);
    }

    @Test
    void refusesAPolyglot() throws IOException {
        for (var whole : new byte[][] {Samples.pdf(), Samples.image("png"), Samples.image("jpg")}) {
            refused(Samples.join(whole, zip()), Reason.TWO_THINGS);
        }
        refused(Samples.join(Samples.image("jpg"), Samples.ascii("<script>alert(1)</script>")), Reason.TWO_THINGS);
        refused(Samples.join(Samples.image("jpg"), Samples.pdf()), Reason.TWO_THINGS);
        refused(Samples.join(Samples.image("png"), Samples.ascii("more")), Reason.TWO_THINGS);
        refused(Samples.join(Samples.pdf(), new byte[5_000]), Reason.TWO_THINGS);
        refused(Samples.join(Samples.ascii("MZ"), Samples.pdf()), Reason.OTHER_TYPE);
    }

    @Test
    void refusesAPdfThatUnpacksTooFar() {
        var zeros = new byte[220 * 1024 * 1024];
        var start = System.nanoTime();

        refused(Samples.pdf(document -> Samples.deflated(document, zeros, 1)), Reason.UNPACKS_TOO_FAR);
        refused(Samples.pdf(document -> Samples.deflated(document, zeros, 3)), Reason.UNPACKS_TOO_FAR);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void refusesAnImageOfTooManyPixels() {
        var png = Samples.image("png");
        ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
        refused(png, Reason.UNPACKS_TOO_FAR);
    }

    @Test
    void refusesAPdfThatRunsSomething() {
        refused(
                Samples.pdf(document ->
                        document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"))),
                Reason.ACTIVE);
        refused(
                Samples.pdf(document -> {
                    var launch = new COSDictionary();
                    launch.setItem(COSName.S, COSName.getPDFName("Launch"));
                    launch.setItem(COSName.F, new COSString("cmd.exe"));
                    document.getPage(0).getCOSObject().setItem("Link", launch);
                }),
                Reason.ACTIVE);
    }

    @Test
    void refusesAPdfWithAFileInside() {
        refused(
                Samples.pdf(document -> {
                    try {
                        var file = new PDComplexFileSpecification();
                        file.setFile("factura.exe");
                        file.setEmbeddedFile(
                                new PDEmbeddedFile(document, new java.io.ByteArrayInputStream(new byte[10])));
                        document.getDocumentCatalog().getCOSObject().setItem("Att", file);
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                }),
                Reason.ACTIVE);
    }

    @Test
    void refusesXfaAndExternalEntities() {
        refused(
                Samples.pdf(document -> {
                    var form = new COSDictionary();
                    form.setItem(COSName.getPDFName("XFA"), Samples.deflated(document, Samples.ascii("<xdp/>"), 1));
                    document.getDocumentCatalog().getCOSObject().setItem(COSName.ACRO_FORM, form);
                }),
                Reason.ACTIVE);
        refused(
                Samples.pdf(document -> metadata(
                        document,
                        "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>")),
                Reason.ACTIVE);
        assertThat(check.check(Samples.pdf(document -> metadata(document, "<x/>"))))
                .as("ordinary metadata")
                .isInstanceOf(Accepted.class);
    }

    @Test
    void refusesAPdfWithAPassword() {
        for (var user : new String[] {"", "secreta"}) {
            refused(
                    Samples.pdf(document -> {
                        try {
                            document.protect(new StandardProtectionPolicy("owner", user, new AccessPermission()));
                        } catch (IOException e) {
                            throw new IllegalStateException(e);
                        }
                    }),
                    Reason.ENCRYPTED);
        }
    }

    /** Whatever bytes come: a verdict, never an exception, and nothing that runs long. */
    @Test
    void alwaysAnswersWhateverTheBytesAre() {
        var random = new Random(13);
        var seeds = new byte[][] {Samples.pdf(), Samples.image("png"), Samples.image("jpg"), zipOrNothing()};
        for (int i = 0; i < 4_000; i++) {
            var content = seeds[random.nextInt(seeds.length)].clone();
            for (int change = random.nextInt(8); change >= 0; change--) {
                content[random.nextInt(content.length)] = (byte) random.nextInt(256);
            }
            if (random.nextInt(4) == 0) content = Arrays.copyOf(content, random.nextInt(content.length));
            if (random.nextInt(6) == 0) content = Samples.join(content, seeds[random.nextInt(seeds.length)]);

            assertThat(check.check(content)).isNotNull();
        }
    }

    @Test
    void asksTheScannerAndRefusesWhatItKnows() throws Exception {
        var infected = Samples.pdf(document -> metadata(document, EICAR));
        try (var scanner = new FakeClamd("stream: Win.Test.EICAR_HDB-1 FOUND\0", "stream: OK\0")) {
            var asking = Samples.checkWith(scanner.address(), 5);

            assertThat(asking.check(infected)).isEqualTo(new Refused(Reason.MALWARE));
            assertThat(scanner.received).isEqualTo(infected);
            assertThat(asking.check(Samples.pdf())).isInstanceOf(Accepted.class);
        }
    }

    @Test
    void takesNothingWhileTheScannerIsSetAndSilent() throws Exception {
        int closed;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        assertThat(Samples.checkWith("127.0.0.1:" + closed, 2).check(Samples.pdf()))
                .isEqualTo(new Refused(Reason.SCANNER_SILENT));
        assertThat(Samples.checkWith("/nowhere/clamd.sock", 2).check(Samples.pdf()))
                .isEqualTo(new Refused(Reason.SCANNER_SILENT));
        try (var scanner = new FakeClamd("INSTREAM size limit exceeded. ERROR\0", "", "stream: OK")) {
            var asking = Samples.checkWith(scanner.address(), 2);
            assertThat(asking.check(Samples.pdf())).isEqualTo(new Refused(Reason.SCANNER_SILENT));
            assertThat(asking.check(Samples.pdf())).as("hung up").isEqualTo(new Refused(Reason.SCANNER_SILENT));
        }
        try (var mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Samples.checkWith("127.0.0.1:" + mute.getLocalPort(), 1).check(Samples.pdf()))
                    .as("takes the call and says nothing")
                    .isEqualTo(new Refused(Reason.SCANNER_SILENT));
        }
    }

    @Test
    void aWrongSettingStopsTheStart() {
        assertThatThrownBy(() -> Samples.checkWith("clamav", 1))
                .isInstanceOf(SettingProblem.class)
                .hasMessageContaining("CAUCE_CLAMAV");
    }

    /** One door: whatever takes an upload sends it through the check. */
    @Test
    void everyUploadGoesThroughTheCheck() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var takers = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> read(file).contains("UploadHandler."))
                    .map(file -> file.getFileName().toString());
            assertThat(takers).containsExactlyInAnyOrder("ScanPanel.java", "DocumentsPanel.java");
        }
        assertThat(read(Path.of("src/main/java/mx/gob/jocotepec/cauce/agreement/AgreementScans.java")))
                .contains("check.check(content)");
        assertThat(read(Path.of("src/main/java/mx/gob/jocotepec/cauce/rights/RightsDocuments.java")))
                .contains("check.check(content)");
    }

    private void refused(String content, Reason reason) {
        refused(Samples.ascii(content), reason);
    }

    private void refused(byte[] content, Reason reason) {
        assertThat(check.check(content)).isEqualTo((FileVerdict) new Refused(reason));
    }

    private static void metadata(PDDocument document, String xml) {
        try {
            document.getDocumentCatalog()
                    .setMetadata(new PDMetadata(document, new java.io.ByteArrayInputStream(Samples.ascii(xml))));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] zipOrNothing() {
        try {
            return zip();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] zip() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("a.txt"));
            zip.write(new byte[100]);
        }
        return out.toByteArray();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As much of clamd as INSTREAM needs; one answer for each call, the empty one hangs up. */
    private static final class FakeClamd implements AutoCloseable {
        private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        volatile byte[] received = new byte[0];

        FakeClamd(String... answers) throws IOException {
            Thread.ofVirtual().start(() -> Arrays.stream(answers).forEach(this::serve));
        }

        String address() {
            return "127.0.0.1:" + server.getLocalPort();
        }

        private void serve(String answer) {
            try (var socket = server.accept();
                    var in = new DataInputStream(socket.getInputStream())) {
                assertThat(new String(in.readNBytes(10), StandardCharsets.US_ASCII))
                        .isEqualTo("zINSTREAM\0");
                var all = new ByteArrayOutputStream();
                for (int length = in.readInt(); length > 0; length = in.readInt()) all.write(in.readNBytes(length));
                received = all.toByteArray();
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}

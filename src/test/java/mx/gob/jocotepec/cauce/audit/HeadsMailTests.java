package mx.gob.jocotepec.cauce.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import mx.gob.jocotepec.cauce.database.SettingProblem;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class HeadsMailTests {
    private static final String LINE =
            "2026-11-22T18:00:00Z 5 12 " + "ab".repeat(32) + " " + "cd".repeat(32) + " " + "ef".repeat(32);

    @Test
    void withoutAHostNothingIsMailed() {
        assertThat(new HeadsMail(new MockEnvironment()).isSet()).isFalse();
    }

    @Test
    void mailsTheHeadsAndNothingElse() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var received = CompletableFuture.supplyAsync(() -> serve(server));

            boolean sent = new HeadsMail(settings(server.getLocalPort())).send(LINE + "\n");

            assertThat(sent).isTrue();
            assertThat(received.get())
                    .contains("RCPT TO:<contraloria@example.org>", "Subject: Cauce", LINE.substring(0, 70));
        }
    }

    @Test
    void aServerThatDoesNotAnswerStopsNothing() throws IOException {
        int closed;
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = server.getLocalPort();
        }

        assertThat(new HeadsMail(settings(closed)).send(LINE)).isFalse();
    }

    @Test
    void aWrongSettingIsNamedAndNotRepeated() {
        var settings = settings(25).withProperty("CAUCE_MAIL_TO", "dos@example.org, tres@example.org");

        assertThatThrownBy(() -> new HeadsMail(settings))
                .isInstanceOf(SettingProblem.class)
                .hasMessageContaining("CAUCE_MAIL_TO")
                .hasMessageNotContaining("example");
    }

    private static MockEnvironment settings(int port) {
        return new MockEnvironment()
                .withProperty("CAUCE_MAIL_HOST", "127.0.0.1")
                .withProperty("CAUCE_MAIL_PORT", String.valueOf(port))
                .withProperty("CAUCE_MAIL_SECURITY", "none")
                .withProperty("CAUCE_MAIL_FROM", "cauce@example.org")
                .withProperty("CAUCE_MAIL_TO", "contraloria@example.org");
    }

    /** The least of SMTP. */
    private static String serve(ServerSocket server) {
        var told = new StringBuilder();
        try (var socket = server.accept();
                var in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            var out = socket.getOutputStream();
            out.write("220 here\r\n".getBytes(StandardCharsets.US_ASCII));
            boolean data = false;
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                told.append(line).append('\n');
                if (data && !line.equals(".")) continue;
                data = line.equals("DATA");
                out.write((data ? "354 go on\r\n" : "250 well\r\n").getBytes(StandardCharsets.US_ASCII));
                if (line.equals("QUIT")) break;
            }
        } catch (IOException e) {
            told.append(e.getClass());
        }
        return told.toString();
    }
}

package mx.gob.jocotepec.cauce.files;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import mx.gob.jocotepec.cauce.database.SettingProblem;
import mx.gob.jocotepec.cauce.files.FileVerdict.Reason;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * ClamAV's daemon, by {@code CAUCE_CLAMAV}: {@code host:port} or the path of its socket; without it no scanner is asked. Where it is set
 * and gives no answer, nothing comes in.
 */
@Component
class ClamScanner {
    private static final Logger LOG = LoggerFactory.getLogger(ClamScanner.class);
    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:]+]):(\\d{1,5})");
    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 1_000;

    private final @Nullable SocketAddress address;
    private final int seconds;

    @Autowired
    ClamScanner(Environment environment) {
        this(SettingProblem.read(environment, "CAUCE_CLAMAV").strip(), 30);
    }

    ClamScanner(String setting, int seconds) {
        address = address(setting);
        this.seconds = seconds;
    }

    boolean isSet() {
        return address != null;
    }

    /** @return what is against the file; empty where it is clean or no scanner is set */
    Optional<Reason> look(byte[] content) {
        var to = address;
        if (to == null) return Optional.empty();
        try (var channel = to instanceof UnixDomainSocketAddress
                ? SocketChannel.open(StandardProtocolFamily.UNIX)
                : SocketChannel.open()) {
            var answer = new CompletableFuture<String>();
            Thread.ofVirtual().name("clamav").start(() -> {
                try {
                    answer.complete(ask(channel, to, content));
                } catch (IOException | RuntimeException e) {
                    answer.completeExceptionally(e);
                }
            });
            return read(answer.get(seconds, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(Reason.SCANNER_SILENT);
        } catch (Exception e) {
            LOG.warn("the file scanner does not answer: {}", e.getClass().getSimpleName());
            return Optional.of(Reason.SCANNER_SILENT);
        }
    }

    private static Optional<Reason> read(String answer) {
        if (answer.equals("stream: OK")) return Optional.empty();
        if (answer.startsWith("stream: ") && answer.endsWith(" FOUND")) return Optional.of(Reason.MALWARE);
        LOG.warn("the file scanner gives no verdict");
        return Optional.of(Reason.SCANNER_SILENT);
    }

    /** The INSTREAM command of clamd(8): pieces with their length before them, a length of 0 at the end. */
    private static String ask(SocketChannel channel, SocketAddress to, byte[] content) throws IOException {
        channel.connect(to);
        write(channel, ByteBuffer.wrap("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII)));
        for (int at = 0; at < content.length; at += CHUNK) {
            int length = Math.min(CHUNK, content.length - at);
            write(channel, ByteBuffer.allocate(4).putInt(length).flip());
            write(channel, ByteBuffer.wrap(content, at, length));
        }
        write(channel, ByteBuffer.allocate(4).putInt(0).flip());
        var answer = ByteBuffer.allocate(LONGEST_ANSWER);
        while (answer.hasRemaining() && channel.read(answer) >= 0) {
            if (answer.position() > 0 && answer.get(answer.position() - 1) == 0) break;
        }
        return new String(answer.array(), 0, answer.position(), StandardCharsets.UTF_8)
                .replace("\u0000", "")
                .strip();
    }

    private static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) channel.write(bytes);
    }

    private static @Nullable SocketAddress address(String setting) {
        if (setting.isEmpty()) return null;
        if (setting.startsWith("/") && setting.length() < 100) return UnixDomainSocketAddress.of(setting);
        var match = HOST.matcher(setting);
        if (match.matches() && Integer.parseInt(match.group(2)) <= 65_535) {
            return new InetSocketAddress(match.group(1), Integer.parseInt(match.group(2)));
        }
        throw new SettingProblem("CAUCE_CLAMAV must be host:port or the path of the scanner's socket.");
    }
}

package mx.gob.jocotepec.cauce.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.security.web.header.HeaderWriter;

/**
 * What a page may load and run: what comes from here, and of scripts inside a page only those that carry the number of this answer. What
 * is laxer than one would like, and why, stands in docs/security.md. Pages of other origins neither hold a window of ours nor embed
 * anything from here.
 */
public final class ContentPolicy implements HeaderWriter {
    /** Attribute of a request: the number its page puts on its own scripts. */
    public static final String NONCE = "cauce.nonce";

    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'self'; script-src 'self' 'nonce-" + nonce(request)
                        + "' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
                        + "connect-src 'self'; worker-src 'self'; manifest-src 'self'; object-src 'none'; frame-src 'none'; "
                        + "base-uri 'self'; form-action 'self'; frame-ancestors 'none'");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    }

    private static String nonce(HttpServletRequest request) {
        if (request.getAttribute(NONCE) instanceof String made) return made;
        var bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        var nonce = Base64.getEncoder().encodeToString(bytes);
        request.setAttribute(NONCE, nonce);
        return nonce;
    }
}

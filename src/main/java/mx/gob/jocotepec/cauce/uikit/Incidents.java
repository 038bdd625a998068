package mx.gob.jocotepec.cauce.uikit;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something broke: the log gets where, the person gets a code to say on the telephone. Neither gets the message, which may hold data. */
public final class Incidents {
    private static final Logger LOG = LoggerFactory.getLogger(Incidents.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private static final int FRAMES = 12;

    private Incidents() {}

    /** @return the code, such as K7F-Q2M */
    public static String report(Throwable problem) {
        var letters = RANDOM.ints(6, 0, LETTERS.length())
                .mapToObj(i -> LETTERS.substring(i, i + 1))
                .collect(Collectors.joining());
        var code = letters.substring(0, 3) + "-" + letters.substring(3);
        var trace = new StringBuilder();
        int depth = 0;
        for (Throwable cause = problem; cause != null && depth < 6; cause = cause.getCause(), depth++) {
            trace.append(depth == 0 ? "" : " caused by ")
                    .append(cause.getClass().getName());
            trace.append(Arrays.stream(cause.getStackTrace())
                    .limit(FRAMES)
                    .map(frame -> "\n    at " + frame)
                    .collect(Collectors.joining("", "", "\n")));
        }
        LOG.error("incident {}: {}", code, trace);
        return code;
    }
}

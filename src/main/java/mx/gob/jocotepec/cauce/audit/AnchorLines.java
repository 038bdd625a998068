package mx.gob.jocotepec.cauce.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import mx.gob.jocotepec.cauce.audit.AnchorFile.Anchor;
import mx.gob.jocotepec.cauce.crypto.Anchors;

/**
 * The lines of an anchor file, one after the other. A line is {@code time chain entry hash link signature}; the link is the signature of
 * the line before, or zeros in the first. Lines of version 0.1 have no link: they verify, and the first linked line after them has for
 * its link the hash of all of them, so that none of them can be taken out either.
 */
final class AnchorLines {
    private static final Pattern LINE =
            Pattern.compile("(\\S{20,35} (\\d{1,2}) (\\d{1,18}) ([0-9a-f]{64})(?: ([0-9a-f]{64}))?) ([0-9a-f]{64})");
    private static final String BEGIN = "0".repeat(64);

    private final Anchors signer;
    private final List<Anchor> anchors = new ArrayList<>();
    private final List<Integer> broken = new ArrayList<>();
    private final List<Integer> gaps = new ArrayList<>();
    private final List<String> signatures = new ArrayList<>();
    private final MessageDigest unlinked = sha256();
    private boolean linked;
    private String last = "";

    AnchorLines(Anchors signer) {
        this.signer = signer;
    }

    int count() {
        return signatures.size();
    }

    /** What the next line names as the one before. */
    String link() {
        if (linked) return last;
        return last.isEmpty() ? BEGIN : HexFormat.of().formatHex(copy(unlinked).digest());
    }

    /** Goes on after the last line of a file without reading the rest of it. @return false where that line has no link */
    boolean follow(String tail) {
        var match = LINE.matcher(tail.stripTrailing().lines().reduce("", (before, line) -> line));
        linked = match.matches() && match.group(5) != null;
        if (linked) last = match.group(6);
        return linked;
    }

    /** The next line, linked and signed; it counts as read. */
    String add(String body) {
        var signed = body + " " + link();
        var line = signed + " " + signer.sign(subject(signed, true));
        take(line);
        return line;
    }

    void take(String line) {
        int number = signatures.size() + 1;
        var match = LINE.matcher(line);
        if (!match.matches()) {
            signatures.add("");
            broken.add(number);
            return;
        }
        var link = match.group(5);
        var signature = match.group(6);
        boolean ours = signer.verify(subject(match.group(1), link != null), signature);
        // once lines are linked, one without a link was carried here from elsewhere
        if (!ours || (link == null && linked)) broken.add(number);
        else if (link != null && !link.equals(link())) gaps.add(number);
        if (ours) {
            anchors.add(new Anchor(
                    number, Integer.parseInt(match.group(2)), Long.parseLong(match.group(3)), match.group(4)));
        }
        if (link == null) unlinked.update((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
        else linked = true;
        last = signature;
        signatures.add(signature);
    }

    AnchorFile.Content content() {
        return new AnchorFile.Content(anchors, broken, gaps, signatures);
    }

    private static String subject(String body, boolean linked) {
        return (linked ? "trail-2 " : "trail ") + body;
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

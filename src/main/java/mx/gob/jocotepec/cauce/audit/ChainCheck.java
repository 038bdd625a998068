package mx.gob.jocotepec.cauce.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import mx.gob.jocotepec.cauce.audit.AnchorFile.Anchor;
import mx.gob.jocotepec.cauce.audit.TrailReport.Finding;
import mx.gob.jocotepec.cauce.audit.TrailReport.Kind;
import org.jspecify.annotations.Nullable;

/** One pass over all chains. Of each chain the first bad entry is told; what follows rests on it and proves nothing. */
class ChainCheck {
    private static final byte[] BEGIN = new byte[32];
    private static final int FETCH = 2_000;

    private record Head(long seq, byte[] hash) {}

    private final Map<Integer, TreeMap<Long, Anchor>> anchors = new HashMap<>();
    private final Set<Integer> badChains = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();
    private final MessageDigest sha = sha256();
    private final Map<Integer, Head> read = new HashMap<>();
    private final AnchorFile file;
    private final TreeMap<Integer, String> reach = new TreeMap<>();
    private long entries;
    private int fitting;

    /** Reads the anchors: one written while the chains are read would be ahead of what was read. */
    ChainCheck(AnchorFile file) throws IOException {
        this.file = file;
        var known = file.read();
        for (var anchor : known.anchors()) {
            anchors.computeIfAbsent(anchor.chain(), chain -> new TreeMap<>()).put(anchor.seq(), anchor);
        }
        known.broken().forEach(line -> findings.add(new Finding(Kind.ANCHOR_FORGED, -1, line)));
        known.gaps().forEach(line -> findings.add(new Finding(Kind.ANCHOR_REMOVED, -1, line)));
    }

    TrailReport run(Connection connection) throws SQLException, IOException {
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ); // entries and heads of one moment
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(FETCH);
            try (var row = statement.executeQuery("""
                    select chain, seq, at, actor_kind, actor, area, action, outcome, subject_kind, subject, case_id, person_id,
                      detail, hash
                    from cauce.trail_entry order by chain, seq""")) {
                while (row.next()) entry(row);
            }
            try (var row = statement.executeQuery("select chain, seq, hash from cauce.trail_head order by chain")) {
                while (row.next()) end(row.getInt(1), new Head(row.getLong(2), row.getBytes(3)));
            }
        }
        if (!anchors.isEmpty()) cutAnchors();
        if (entries > 0 && anchors.isEmpty()) findings.add(new Finding(Kind.ANCHORS_GONE, -1, 0));
        return new TrailReport(entries, fitting, List.copyOf(findings));
    }

    private void entry(ResultSet row) throws SQLException {
        entries++;
        int chain = row.getInt("chain");
        long seq = row.getLong("seq");
        if (badChains.contains(chain)) return;
        var before = read.getOrDefault(chain, new Head(0, BEGIN));
        if (seq != before.seq() + 1) {
            bad(Kind.MISSING, chain, before.seq() + 1);
            return;
        }
        sha.update(before.hash());
        var hash = sha.digest(text(row).getBytes(StandardCharsets.UTF_8));
        if (!MessageDigest.isEqual(hash, row.getBytes("hash"))) {
            bad(Kind.ALTERED, chain, seq);
            return;
        }
        read.put(chain, new Head(seq, hash));
        if (row.getString("action").equals(AnchorKeeper.TOLD)) {
            var told = AnchorKeeper.REACH.matcher(row.getString("detail"));
            if (told.matches()) reach.put(Integer.parseInt(told.group(1)), told.group(2));
        }
        var anchor = anchors.getOrDefault(chain, new TreeMap<>()).get(seq);
        if (anchor == null) return;
        if (anchor.hash().equals(HexFormat.of().formatHex(hash))) {
            fitting++;
        } else {
            bad(Kind.NOT_AS_ANCHORED, chain, seq);
        }
    }

    /** The trail says how far the anchor file reached: a file whose end was cut off does not reach there any more. */
    private void cutAnchors() throws IOException {
        // read again: the trail may speak of lines that were written since
        var signatures = reach.isEmpty() ? List.<String>of() : file.read().signatures();
        for (var told : reach.entrySet()) {
            int line = told.getKey();
            if (signatures.size() >= line && signatures.get(line - 1).startsWith(told.getValue())) continue;
            findings.add(new Finding(Kind.ANCHORS_CUT, -1, line));
            return;
        }
    }

    private void end(int chain, Head head) {
        if (badChains.contains(chain)) return;
        var last = read.getOrDefault(chain, new Head(0, BEGIN));
        var known = anchors.getOrDefault(chain, new TreeMap<>());
        if (last.seq() < head.seq() || (!known.isEmpty() && last.seq() < known.lastKey())) {
            bad(Kind.CUT, chain, last.seq() + 1);
        } else if (last.seq() > head.seq() || !MessageDigest.isEqual(last.hash(), head.hash())) {
            bad(Kind.ALTERED, chain, last.seq());
        }
    }

    private void bad(Kind kind, int chain, long seq) {
        badChains.add(chain);
        findings.add(new Finding(kind, chain, seq));
    }

    /** The same line as trail_text() in V002__trail.sql. */
    private static String text(ResultSet row) throws SQLException {
        var at = row.getObject("at", OffsetDateTime.class).toInstant();
        long micros = at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
        return String.join(
                "\u001f",
                row.getString("chain"),
                row.getString("seq"),
                Long.toString(micros),
                row.getString("actor_kind"),
                blank(row.getString("actor")),
                blank(row.getString("area")),
                row.getString("action"),
                row.getString("outcome"),
                blank(row.getString("subject_kind")),
                blank(row.getString("subject")),
                blank(row.getString("case_id")),
                blank(row.getString("person_id")),
                row.getString("detail"));
    }

    private static String blank(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package mx.gob.jocotepec.cauce.audit;

import java.util.List;

/**
 * What the verification found.
 *
 * @param entries read
 * @param anchors that fit
 * @param findings the first bad entry of each chain, and bad anchors; empty when the trail is whole
 */
public record TrailReport(long entries, int anchors, List<Finding> findings) {
    public enum Kind {
        /** The entry, or one before it that its hash rests on, is not what was written. */
        ALTERED,
        /** Entries are gone before this one. */
        MISSING,
        /** The chain ends before its head or its anchor. */
        CUT,
        /** The entry is consistent in itself but is not the one that was anchored: rewritten afterwards. */
        NOT_AS_ANCHORED,
        /** A line of the anchor file carries no signature of this installation. */
        ANCHOR_FORGED,
        /** A line of the anchor file follows another than the one it was written after: what stood between was taken out. */
        ANCHOR_REMOVED,
        /** The trail tells of more lines of the anchor file than there are, or of others. */
        ANCHORS_CUT,
        /** Something was recorded, and there is no anchor at all. */
        ANCHORS_GONE
    }

    /** @param chain -1 for what concerns the anchor file; {@code seq} is then the number of its line */
    public record Finding(Kind kind, int chain, long seq) {
        @Override
        public String toString() {
            return switch (kind) {
                case ANCHORS_GONE -> "ANCHORS_GONE anchors/trail.log is missing or empty";
                case ANCHOR_FORGED -> "ANCHOR_FORGED anchors/trail.log line " + seq;
                case ANCHOR_REMOVED -> "ANCHOR_REMOVED anchors/trail.log before line " + seq;
                case ANCHORS_CUT ->
                    "ANCHORS_CUT anchors/trail.log does not reach the line " + seq + " the trail tells of";
                case ALTERED, MISSING, CUT, NOT_AS_ANCHORED -> kind + " chain " + chain + " entry " + seq;
            };
        }
    }

    public boolean whole() {
        return findings.isEmpty();
    }
}

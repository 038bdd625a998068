package mx.gob.jocotepec.cauce.referral;

import java.util.List;
import java.util.Map;

/** The referrals in columns by state. */
public record Board(Map<ReferralStatus, Column> columns) {
    public Board {
        columns = Map.copyOf(columns);
    }

    /** @param lines the most pressing, or for closed ones the newest @param total how many there are in all */
    public record Column(List<ReferralLine> lines, int total) {
        public Column {
            lines = List.copyOf(lines);
        }
    }
}

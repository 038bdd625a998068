package mx.gob.jocotepec.cauce.casefile;

import java.time.Duration;

/** How great the danger is; the periods after which it is looked at again follow VioGén's and are to be confirmed. */
public enum RiskLevel {
    EXTREME(Duration.ofDays(3)),
    HIGH(Duration.ofDays(7)),
    MEDIUM(Duration.ofDays(30)),
    LOW(Duration.ofDays(60)),
    /** Not assessed yet. */
    NONE(Duration.ZERO);

    private final Duration reassessedAfter;

    RiskLevel(Duration reassessedAfter) {
        this.reassessedAfter = reassessedAfter;
    }

    public Duration reassessedAfter() {
        return reassessedAfter;
    }

    public boolean isGrave() {
        return this == EXTREME || this == HIGH;
    }
}

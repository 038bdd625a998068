package mx.gob.jocotepec.cauce.casefile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mx.gob.jocotepec.cauce.shared.Answers;

/**
 * A structured checklist of published factors in our own words: it supports a judgement and claims no validation. Factors, weights and
 * bands follow the EPV-R literature (its item on foreign origin left out as discriminatory); the bands are to be confirmed.
 */
public final class RiskInstrument {
    public static final String VERSION = "CAUCE-1";

    /** Fewer answers than this and the sum says nothing. */
    public static final int ENOUGH = 12;

    private static final int MEDIUM_FROM = 10;
    private static final int HIGH_FROM = 24;

    /** Factor to weight, in the order they are asked. */
    public static final Map<String, Integer> FACTORS = factors();

    /** Any of these gives at least high, whatever the sum. */
    public static final List<String> CRITICAL = List.of(
            "strangulation",
            "firearmAtHand",
            "deathThreat",
            "armedForceOrCrime",
            "pregnancyWithViolence",
            "separationWithThreats",
            "threatToChildren");

    /** What the answers suggest; {@code INSUFFICIENT} is never a level of a case. */
    public enum Suggestion {
        EXTREME,
        HIGH,
        MEDIUM,
        LOW,
        INSUFFICIENT
    }

    /** @param answered how many factors were answered yes or no */
    public record Score(int sum, int answered, boolean critical, Suggestion suggestion) {}

    private RiskInstrument() {}

    /** Answers are YES, NO or unknown, by factor and by critical flag. */
    public static Score score(Answers answers) {
        int sum = 0;
        int answered = 0;
        for (var factor : FACTORS.entrySet()) {
            var answer = answers.known(factor.getKey()).orElse("");
            if (Set.of("YES", "NO").contains(answer)) answered++;
            if (answer.equals("YES")) sum += factor.getValue();
        }
        boolean critical = CRITICAL.stream()
                .anyMatch(flag -> answers.known(flag).orElse("").equals("YES"));
        return new Score(sum, answered, critical, suggest(sum, answered, critical));
    }

    private static Suggestion suggest(int sum, int answered, boolean critical) {
        // a critical flag needs no sum; together with a high sum it is extreme
        if (critical) return sum >= HIGH_FROM ? Suggestion.EXTREME : Suggestion.HIGH;
        if (sum >= HIGH_FROM) return Suggestion.HIGH;
        if (answered < ENOUGH) return Suggestion.INSUFFICIENT;
        return sum >= MEDIUM_FROM ? Suggestion.MEDIUM : Suggestion.LOW;
    }

    private static Map<String, Integer> factors() {
        var weights = new LinkedHashMap<String, Integer>();
        weights.put("recentSeparation", 1);
        weights.put("stalkingOrBreach", 2);
        weights.put("injuringViolence", 2);
        weights.put("beforeFamily", 2);
        weights.put("escalation", 3);
        weights.put("deathThreats", 3);
        weights.put("weaponThreats", 3);
        weights.put("intentToInjure", 3);
        weights.put("sexualAggression", 2);
        weights.put("jealousyControl", 3);
        weights.put("violentToFormerPartners", 2);
        weights.put("violentToOthers", 2);
        weights.put("alcoholDrugs", 3);
        weights.put("treatmentDropped", 1);
        weights.put("cruelty", 3);
        weights.put("justifiesViolence", 3);
        weights.put("fearsForLife", 3);
        weights.put("withdrewComplaint", 3);
        weights.put("vulnerability", 2);
        weights.put("psychologicalViolence", 2);
        weights.put("economicViolence", 2);
        weights.put("organisedCrimeLink", 3);
        return java.util.Collections.unmodifiableMap(weights);
    }
}

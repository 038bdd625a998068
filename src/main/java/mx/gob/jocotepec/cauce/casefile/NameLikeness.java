package mx.gob.jocotepec.cauce.casefile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mx.gob.jocotepec.cauce.casefile.WallProposals.Ground;
import mx.gob.jocotepec.cauce.shared.SpanishText;
import mx.gob.jocotepec.cauce.shared.Titles;

/**
 * How much two names given in one line resemble each other, by spelling and by sound. Accents, titles and particles do not count, nor
 * does the order of the words.
 */
final class NameLikeness {
    private static final Set<String> PARTICLES = Set.of("de", "del", "la", "las", "los", "y");

    private NameLikeness() {}

    /** The strongest ground on which they may be the same person, or relatives; a single word says nothing. */
    static Optional<Ground> of(String one, String other) {
        var a = words(one);
        var b = words(other);
        if (a.size() < 2 || b.size() < 2) return Optional.empty();
        if (a.stream().sorted().toList().equals(b.stream().sorted().toList())) return Optional.of(Ground.SAME_NAME);
        var shorter = a.size() <= b.size() ? a : b;
        var longer = a.size() <= b.size() ? b : a;
        if (within(shorter, longer)) {
            return Optional.of(shorter.size() == longer.size() ? Ground.SOUNDS_ALIKE : Ground.PART_OF_NAME);
        }
        return shorter.size() > 2 && sameSurnames(a, b) ? Optional.of(Ground.SURNAMES) : Optional.empty();
    }

    private static List<String> words(String name) {
        return Arrays.stream(SpanishText.fold(name).split("[^a-z0-9]+"))
                .filter(word -> !word.isEmpty() && !PARTICLES.contains(word) && !Titles.isOne(word))
                .toList();
    }

    /** Each word of the shorter name has one of its own in the longer. */
    private static boolean within(List<String> shorter, List<String> longer) {
        var left = new ArrayList<>(longer);
        for (var word : shorter) {
            var match = left.stream().filter(candidate -> near(word, candidate)).findFirst();
            if (match.isEmpty()) return false;
            left.remove(match.get());
        }
        return true;
    }

    private static boolean sameSurnames(List<String> a, List<String> b) {
        return near(a.get(a.size() - 2), b.get(b.size() - 2)) && near(a.getLast(), b.getLast());
    }

    private static boolean near(String a, String b) {
        if (a.equals(b)) return true;
        if (SpanishText.phoneticKey(a).equals(SpanishText.phoneticKey(b))) return true;
        int shortest = Math.min(a.length(), b.length());
        return shortest > 4 && slips(a, b) <= (shortest > 7 ? 2 : 1);
    }

    /** Letters to change, to add, to leave out or to swap with their neighbour. */
    static int slips(String a, String b) {
        var cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) cost[i][0] = i;
        for (int j = 0; j <= b.length(); j++) cost[0][j] = j;
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1), cost[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}

package mx.gob.jocotepec.cauce.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Values, each as likely as its weight says. */
final class Weighted {
    private final List<String> values = new ArrayList<>();
    private final double[] upTo;

    private Weighted(List<String> pairs) {
        upTo = new double[pairs.size()];
        double sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            var pair = pairs.get(i);
            int at = pair.lastIndexOf(' ');
            values.add(pair.substring(0, at));
            sum += Double.parseDouble(pair.substring(at + 1));
            upTo[i] = sum;
        }
    }

    /** @param pairs "value weight", parted by commas */
    static Weighted of(String pairs) {
        return new Weighted(Arrays.stream(pairs.split(",")).map(String::strip).toList());
    }

    /** @param pairs "sentence weight", parted by bars */
    static Weighted texts(String pairs) {
        return new Weighted(Arrays.stream(pairs.split("\\|"))
                .map(pair -> pair.strip().replaceAll("\\s+", " "))
                .toList());
    }

    String pick(RandomGenerator random) {
        double point = random.nextDouble() * upTo[upTo.length - 1];
        int at = Arrays.binarySearch(upTo, point);
        return values.get(at >= 0 ? Math.min(at + 1, values.size() - 1) : -at - 1);
    }
}

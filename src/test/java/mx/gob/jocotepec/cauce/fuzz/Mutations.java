package mx.gob.jocotepec.cauce.fuzz;

import java.util.Random;
import java.util.function.Consumer;

/** Texts nobody expects, from a seed: the same each time, and each with its number so that a failure can be found again. */
public final class Mutations {
    private static final String[] ODD = {
        "",
        " ",
        "\u0000",
        "\u001f",
        "\n",
        "\r\n",
        "\t",
        "'",
        "\"",
        "\\",
        "%",
        "%00",
        "%2e%2e%2f",
        "../",
        "<b>",
        "{0}",
        "${x}",
        "ñ",
        "Ñ",
        "é",
        "e\u0301",
        "İ",
        "ı",
        "ß",
        "ﬁ",
        "٣",
        "१",
        "\u200b",
        "\u202e",
        "\ufeff",
        "😀",
        "\ud83d",
        "\udc00",
        "*",
        "?",
        "~",
        "^",
        "AND",
        "OR",
        "NOT",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        ":",
        "/",
        "+",
        "-",
        "--",
        "|",
        "&&",
        "||",
        "!",
        "#",
        ";",
        "=",
        ",",
        ".",
        "@",
        "null",
        "NaN",
        "-1",
        "0",
        "99999999999999999999",
        "2147483648",
        "1e309",
        "9".repeat(300),
        "a ".repeat(400),
        "x".repeat(5_000)
    };

    private final Random random;

    private Mutations(long seed) {
        random = new Random(seed);
    }

    /** Runs the check on {@code cases} texts made from the examples. */
    public static void each(long seed, int cases, String[] examples, Consumer<String> check) {
        var mutations = new Mutations(seed);
        for (int i = 0; i < cases; i++) {
            var text = mutations.next(examples);
            try {
                check.accept(text);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("case " + i + " of seed " + seed + ", " + text.length() + " characters", e);
            }
        }
    }

    private String next(String[] examples) {
        var text = new StringBuilder(random.nextInt(5) == 0 ? noise() : examples[random.nextInt(examples.length)]);
        for (int changes = random.nextInt(5); changes > 0; changes--) change(text);
        return text.toString();
    }

    private void change(StringBuilder text) {
        int at = random.nextInt(text.length() + 1);
        switch (random.nextInt(5)) {
            case 0 -> text.insert(at, ODD[random.nextInt(ODD.length)]);
            case 1 -> text.insert(at, (char) random.nextInt(0x10000));
            case 2 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(4)));
            case 3 -> {
                if (at < text.length())
                    text.setCharAt(at, (char) (random.nextBoolean() ? random.nextInt(128) : random.nextInt(0x10000)));
            }
            default -> text.append(text, 0, Math.min(text.length(), random.nextInt(40)));
        }
    }

    private String noise() {
        var noise = new StringBuilder();
        for (int length = random.nextInt(60); length > 0; length--) {
            if (random.nextInt(6) == 0) noise.append(ODD[random.nextInt(ODD.length)]);
            else noise.append((char) (random.nextInt(3) == 0 ? random.nextInt(0x10000) : 32 + random.nextInt(95)));
        }
        return noise.toString();
    }
}

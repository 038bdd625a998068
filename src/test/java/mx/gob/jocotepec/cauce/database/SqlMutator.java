package mx.gob.jocotepec.cauce.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes small mistakes in a condition or in the body of a function, one at a time: a condition taken for met (or, of alternatives, for not
 * met), a comparison turned round or moved by its bound, an existence or a null asked the other way, a guard that never stops anybody, a
 * span of time that is none.
 */
final class SqlMutator {
    /** What was done, in words with the place, and the text it leaves. */
    record Mutation(String name, String text) {}

    private record Token(String word, int from, int to, int depth) {}

    private static final Pattern TOKEN = Pattern.compile(
            "(?s)--[^\\n]*|/\\*.*?\\*/|'(?:[^']|'')*'|\"[^\"]*\"|[A-Za-z_][A-Za-z0-9_.]*|[0-9][0-9.]*|:=|=>|::|<>|<=|>=|@>|<@|&&|\\|\\||[^\\s]");

    private static final Set<String> BEFORE = Set.of(
            "and", "or", "where", "on", "if", "elsif", "when", "using", "select", "return", "then", "else", ",", ";",
            ":=", "having", "begin");
    private static final Set<String> AFTER = Set.of(
            "and",
            "or",
            "then",
            "order",
            "group",
            "limit",
            "for",
            "returning",
            "loop",
            "union",
            "on",
            "as",
            ",",
            ";",
            "into",
            "from",
            "do",
            "join",
            "left",
            "end",
            "else");
    private static final Map<String, List<String>> COMPARISONS = Map.of(
            "=", List.of("<>"),
            "<>", List.of("="),
            "<", List.of("<=", ">="),
            "<=", List.of("<", ">"),
            ">", List.of(">=", "<="),
            ">=", List.of(">", "<"));

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Mutation> found = new ArrayList<>();

    private SqlMutator(String text) {
        this.text = text;
        var depth = 0;
        var match = TOKEN.matcher(text);
        while (match.find()) {
            var word = match.group().toLowerCase(java.util.Locale.ROOT);
            if (word.startsWith("--") || word.startsWith("/*")) continue;
            if (word.equals(")") || word.equals("]")) depth--;
            tokens.add(new Token(word, match.start(), match.end(), depth));
            if (word.equals("(") || word.equals("[")) depth++;
        }
    }

    /** Every mistake this class can make in a condition as PostgreSQL prints it, or in the body of a function. */
    static List<Mutation> mutations(String text) {
        var mutator = new SqlMutator(text);
        for (var i = 0; i < mutator.tokens.size(); i++) {
            mutator.at(i);
        }
        return List.copyOf(mutator.found);
    }

    private void at(int i) {
        var token = tokens.get(i);
        switch (token.word) {
            case "and", "or" -> operands(i);
            case "if", "elsif" -> guard(i);
            case "where" -> only(i);
            case "=", "<>", "<", "<=", ">", ">=" -> compare(i);
            case "exists" -> exists(i);
            case "is" -> is(i);
            case "interval" -> span(i);
            case "&&" -> replace(token.from, token.to, "@>");
            case "@>" -> {
                // of one compartment, holding it and sharing it are the same
                if (!word(i + 1).equals("array")) replace(token.from, token.to, "&&");
            }
            default -> {}
        }
    }

    /** Each side of an and is taken for met, each side of an or for not met. */
    private void operands(int i) {
        if (word(i).equals("and") && isBetween(i)) return;
        var neutral = word(i).equals("and") ? "true" : "false";
        if (!tokens.get(left(i)).word.equals(neutral)) replace(tokens.get(left(i)).from, tokens.get(i - 1).to, neutral);
        // the right side of another one is its left
        var end = right(i);
        var next = end + 1 < tokens.size() ? word(end + 1) : "";
        if (!next.equals("and") && !next.equals("or") || neutral.equals("false") && next.equals("and")) {
            replace(tokens.get(i + 1).from, tokens.get(end).to, neutral);
        }
    }

    /** A guard of a function that never stops anybody. */
    private void guard(int i) {
        if (i > 0 && word(i - 1).equals("end")) return;
        var end = i + 1;
        while (!(word(end).equals("then") && tokens.get(end).depth == tokens.get(i).depth)) end++;
        replace(tokens.get(i + 1).from, tokens.get(end - 1).to, "false");
    }

    /** The only condition of a query is not asked. */
    private void only(int i) {
        var end = right(i);
        var next = end + 1 < tokens.size() ? word(end + 1) : "";
        if (!next.equals("and") && !next.equals("or")) replace(tokens.get(i + 1).from, tokens.get(end).to, "true");
    }

    private void compare(int i) {
        if (word(i).equals("=") && isAssignment(i)) return;
        for (var other : COMPARISONS.getOrDefault(word(i), List.of())) {
            replace(tokens.get(i).from, tokens.get(i).to, other);
        }
    }

    private void exists(int i) {
        if (i > 0 && word(i - 1).equals("not")) {
            replace(tokens.get(i - 1).from, tokens.get(i).to, "exists");
        } else {
            replace(tokens.get(i).from, tokens.get(i).to, "not exists");
        }
    }

    /** is null, is distinct from, is true; and their opposites. */
    private void is(int i) {
        if (word(i + 1).equals("not")) {
            replace(tokens.get(i).from, tokens.get(i + 1).to, "is");
        } else {
            replace(tokens.get(i).from, tokens.get(i).to, "is not");
        }
    }

    private void span(int i) {
        if (word(i + 1).startsWith("'")) replace(tokens.get(i + 1).from, tokens.get(i + 1).to, "'0 minutes'");
    }

    private int left(int i) {
        var depth = tokens.get(i).depth;
        var start = i - 1;
        while (start > 0
                && !(tokens.get(start - 1).depth < depth)
                && !(tokens.get(start - 1).depth == depth && BEFORE.contains(word(start - 1)) && !isPart(start - 1))) {
            start--;
        }
        return start;
    }

    private int right(int i) {
        var depth = tokens.get(i).depth;
        var end = i + 1;
        while (end + 1 < tokens.size()
                && tokens.get(end + 1).depth >= depth
                && !(tokens.get(end + 1).depth == depth && AFTER.contains(word(end + 1)) && !isPart(end + 1))) {
            end++;
        }
        return end;
    }

    /** A word that belongs to an operand though it looks like its end: from in is distinct from, and in between, left(…). */
    private boolean isPart(int i) {
        return switch (word(i)) {
            case "from" -> i > 0 && word(i - 1).equals("distinct");
            case "left" -> i + 1 < tokens.size() && word(i + 1).equals("(");
            case "and" -> isBetween(i);
            default -> false;
        };
    }

    private boolean isBetween(int i) {
        for (var j = i - 1; j >= 0 && tokens.get(j).depth >= tokens.get(i).depth; j--) {
            if (tokens.get(j).depth > tokens.get(i).depth) continue;
            if (word(j).equals("between")) return true;
            if (BEFORE.contains(word(j))) return false;
        }
        return false;
    }

    /** x = y after set, and errcode = of a message. */
    private boolean isAssignment(int i) {
        if (i > 0 && word(i - 1).equals("errcode")) return true;
        for (var j = i - 1; j >= 0 && tokens.get(j).depth >= tokens.get(i).depth; j--) {
            if (tokens.get(j).depth > tokens.get(i).depth) continue;
            if (word(j).equals("end")) {
                while (!word(j).equals("case")) j--;
                continue;
            }
            if (Set.of("where", "from", ";", "if", "when", "select").contains(word(j))) return false;
            if (word(j).equals("set")) return true;
        }
        return false;
    }

    private String word(int i) {
        return i < tokens.size() ? tokens.get(i).word : "";
    }

    private void replace(int from, int to, String by) {
        var was = text.substring(from, to).replaceAll("\\s+", " ");
        var line =
                1 + text.substring(0, from).chars().filter(sign -> sign == '\n').count();
        found.add(new Mutation(
                "line " + line + ": «" + before(from) + "[" + was + "]" + after(to) + "» → " + by,
                text.substring(0, from) + by + text.substring(to)));
    }

    private String before(int from) {
        var near = text.substring(Math.max(0, from - 40), from).replaceAll("\\s+", " ");
        return near.substring(near.indexOf(' ') + 1);
    }

    private String after(int to) {
        return text.substring(to, Math.min(text.length(), to + 24)).replaceAll("\\s+", " ");
    }
}

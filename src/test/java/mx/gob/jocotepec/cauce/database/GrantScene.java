package mx.gob.jocotepec.cauce.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A small town in a database of its own: people in every relation to a few cases (src/test/resources/grants), and what each of them is
 * answered when she asks or writes by SQL, without any service in between. All of it in one transaction that is never confirmed.
 */
final class GrantScene implements AutoCloseable {
    /** @param before as superuser @param act in the name of each actor @param after as superuser, to see what came of it */
    record Probe(String name, String before, String act, String after) {}

    private static final Pattern NAME = Pattern.compile("\\{([a-z][a-z0-9-]*)}");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Map<String, Integer> AREAS = Map.ofEntries(
            Map.entry("direction-area", 1),
            Map.entry("psychology-area", 2),
            Map.entry("legal-area", 3),
            Map.entry("social-area", 4),
            Map.entry("police", 5),
            Map.entry("dif-area", 6),
            Map.entry("health-area", 7),
            Map.entry("judge-area", 8),
            Map.entry("elsewhere", 15),
            Map.entry("planning-area", 17),
            Map.entry("transparency-area", 18),
            Map.entry("systems", 19),
            Map.entry("auditors", 20));

    private final Connection database;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final List<Probe> probes;

    GrantScene(TestDatabase fresh) throws SQLException {
        database = fresh.asSuperuser();
        database.setAutoCommit(false);
        run("select set_config('probe.role', 'cauce_app', true)");
        run(resource("probe.sql"));
        actors();
        run(withIds(resource("scene.sql")));
        probes = read(resource("probes.txt"));
    }

    List<Probe> probes() {
        return probes;
    }

    Connection database() {
        return database;
    }

    /** @return who gets which answer, everybody in her own words of the scene instead of ids */
    Map<String, String> answers(Probe probe) throws SQLException {
        var answers = new LinkedHashMap<String, String>();
        try (var ask = database.prepareStatement("select * from pg_temp.answers(?, ?, ?)")) {
            ask.setString(1, probe.before);
            ask.setString(2, probe.act);
            ask.setString(3, probe.after);
            try (var rows = ask.executeQuery()) {
                while (rows.next()) answers.put(rows.getString(1), inWords(rows.getString(2), rows.getString(1)));
            }
        }
        return answers;
    }

    /** One paragraph: those who get the same answer stand together, the most of them as everybody else. */
    String told(Probe probe) throws SQLException {
        var together = new LinkedHashMap<String, List<String>>();
        answers(probe)
                .forEach((who, answer) -> together.computeIfAbsent(answer, same -> new ArrayList<>())
                        .add(who));
        var most = together.values().stream()
                .max(Comparator.comparingInt(List::size))
                .orElseThrow();
        var text = new StringBuilder("## " + probe.name + "\n");
        together.forEach((answer, who) -> {
            if (who != most)
                text.append(answer).append(" ← ").append(String.join(", ", who)).append('\n');
        });
        together.forEach((answer, who) -> {
            if (who == most)
                text.append(answer).append(together.size() == 1 ? " ← everybody\n" : " ← everybody else\n");
        });
        return text.toString();
    }

    void run(String statement) throws SQLException {
        try (var open = database.createStatement()) {
            open.execute(statement);
        }
    }

    @Override
    public void close() throws SQLException {
        database.rollback();
        database.close();
    }

    private void actors() throws SQLException {
        for (var line : resource("actors.txt")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList()) {
            var words = line.split("[:,] ?", -1);
            run("insert into probe_actor (name, id, area, roles, kind) values ('%s', '%s', '%s', '%s', 'STAFF')"
                    .formatted(words[0], id(words[0]), id(words[1]), words[2]));
        }
        run("insert into probe_actor (name, kind) values ('system', 'SYSTEM'), ('nobody', 'NOBODY')");
    }

    private String inWords(String answer, String who) {
        var parts = answer.split("(?<=^|\n)then\n", -1);
        return Arrays.stream(parts).map(part -> lines(part, who)).collect(Collectors.joining(" → "));
    }

    private String lines(String part, String who) {
        if (part.isEmpty()) return "nothing";
        return ID.matcher(part)
                .replaceAll(found -> {
                    var name = names.getOrDefault(found.group(), "?");
                    return Matcher.quoteReplacement(name.equals(who) ? "herself" : name);
                })
                .lines()
                .map(line -> line.isEmpty() ? "done" : line)
                .sorted()
                .collect(Collectors.joining("; "));
    }

    private String withIds(String text) {
        return NAME.matcher(text).replaceAll(found -> switch (found.group(1)) {
            case "me", "my-area", "my-name" -> found.group();
            default -> "'" + id(found.group(1)) + "'::uuid";
        });
    }

    private String id(String name) {
        var area = AREAS.get(name);
        var id = area == null
                ? "00000000-0000-4000-8000-" + hash(name)
                : "00000000-0000-7000-8000-0000000000%02d".formatted(area);
        names.put(id, name);
        return id;
    }

    private static String hash(String name) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Probe> read(String text) {
        var found = new ArrayList<Probe>();
        for (var block : withIds(text).split("\n\n+", -1)) {
            var parts = new LinkedHashMap<String, String>();
            block.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                if (line.startsWith("[")) parts.put("name", line.substring(1, line.length() - 1));
                else if (line.contains(": "))
                    parts.put(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 2));
            });
            if (parts.containsKey("name")) {
                found.add(new Probe(
                        ID.matcher(parts.get("name")).replaceAll(id -> names.getOrDefault(id.group(), "?")),
                        parts.getOrDefault("before", ""),
                        Objects.requireNonNull(parts.get("do")),
                        parts.getOrDefault("after", "")));
            }
        }
        return List.copyOf(found);
    }

    private static String resource(String name) {
        try (var in = Objects.requireNonNull(GrantScene.class.getResourceAsStream("/grants/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

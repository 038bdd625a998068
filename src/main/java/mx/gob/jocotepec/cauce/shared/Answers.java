package mx.gob.jocotepec.cauce.shared;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was answered on a form: field key to value. A field without an entry was not asked yet; {@link #UNKNOWN} says that it was asked
 * and nobody knows. Several values stand in one, parted by commas. Printing it prints dots.
 */
public record Answers(Map<String, String> values) {
    public static final String UNKNOWN = "?";
    public static final Answers NONE = new Answers(Map.of());
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_VALUE = 20_000;

    /** Blank values are left out. @throws IllegalArgumentException for a value of more than 20,000 characters */
    public Answers {
        var kept = new TreeMap<String, String>();
        values.forEach((key, value) -> {
            if (value.length() > LONGEST_VALUE) throw new IllegalArgumentException("answer too long: " + key);
            if (!value.isBlank()) kept.put(key, value.strip());
        });
        values = java.util.Collections.unmodifiableMap(kept);
    }

    public Optional<String> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** The value unless it is missing or unknown. */
    public Optional<String> known(String key) {
        return get(key).filter(value -> !value.equals(UNKNOWN));
    }

    public List<String> list(String key) {
        return known(key).map(value -> List.of(value.split(","))).orElse(List.of());
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** These, overwritten by the others' entries; a blank entry takes one away. */
    public Answers with(Map<String, String> changes) {
        var merged = new LinkedHashMap<>(values);
        merged.putAll(changes);
        return new Answers(merged);
    }

    public byte[] toJson() {
        return JSON.writeValueAsBytes(values);
    }

    public static Answers fromJson(byte[] json) {
        return new Answers(JSON.readValue(json, new TypeReference<Map<String, String>>() {}));
    }

    @Override
    public String toString() {
        return "Answers •••";
    }
}

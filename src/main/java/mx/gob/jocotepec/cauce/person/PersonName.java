package mx.gob.jocotepec.cauce.person;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.Sensitive;

/** A name as pages show it: covered as initials, opened on purpose. */
public record PersonName(Sensitive full, String initials) {
    /** From the identity compartment; without a name the pseudonym stands in, without that a dash. */
    public static PersonName of(Answers identity) {
        var parts = Stream.of("given", "surname1", "surname2")
                .flatMap(key -> identity.known(key).stream())
                .toList();
        if (parts.isEmpty()) parts = identity.known("pseudonym").stream().toList();
        if (parts.isEmpty()) return new PersonName(Sensitive.of("—"), "—");
        var initials = parts.stream()
                .flatMap(part -> Stream.of(part.split("\\s+")))
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT) + ".")
                .collect(Collectors.joining(" "));
        return new PersonName(Sensitive.of(String.join(" ", parts)), initials);
    }
}

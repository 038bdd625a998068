package mx.gob.jocotepec.cauce.shared;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What stands before the names of the staff: "Lic. Rosa Márquez", "Oficial Ana Cruz". */
public final class Titles {
    private static final Set<String> WRITTEN_OUT =
            Set.of("oficial", "comandante", "agente", "delegada", "delegado", "juez", "jueza", "doctora", "doctor");

    private Titles() {}

    /** @return the name alone, its words parted by one blank; the whole where nothing else would be left */
    public static String without(String displayName) {
        var name = Arrays.stream(displayName.strip().split("\\s+"))
                .filter(word -> !word.endsWith(".") && !WRITTEN_OUT.contains(word.toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? displayName.strip() : name;
    }
}

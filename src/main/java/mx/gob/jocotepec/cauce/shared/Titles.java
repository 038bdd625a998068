package mx.gob.jocotepec.cauce.shared;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What stands before the names of the staff: "Lic. Rosa Márquez", "Oficial Ana Cruz". */
public final class Titles {
    private static final Set<String> TITLES = Set.of(
            ("lic licda licenciado licenciada dr dra doctor doctora mtro mtra maestro maestra ing ingeniero ingeniera arq arquitecto"
                            + " arquitecta abog abogado abogada psic psicologo psicologa tec enf enfermero enfermera prof profesor profesora c"
                            + " sr sra srita cmdte cmte comandante cap capitan sgto sargento of oficial policia agente tte teniente gral"
                            + " delegado delegada juez jueza")
                    .split(" "));

    private Titles() {}

    /** @param word folded, see {@link SpanishText#fold} */
    public static boolean isOne(String word) {
        return TITLES.contains(word);
    }

    /** @return the name alone, its words parted by one blank; the whole where nothing else would be left */
    public static String without(String displayName) {
        var name = Arrays.stream(displayName.strip().split("\\s+"))
                .filter(word -> !word.endsWith(".") && !isOne(SpanishText.fold(word)))
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? displayName.strip() : name;
    }
}

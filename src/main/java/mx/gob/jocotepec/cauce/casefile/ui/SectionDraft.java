package mx.gob.jocotepec.cauce.casefile.ui;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import mx.gob.jocotepec.cauce.person.PersonPart;
import mx.gob.jocotepec.cauce.shared.Answers;

/**
 * A section, or another form, as it is being changed: what is typed, and what was stored when it was begun. It is kept with both, so that
 * a draft taken up again never passes over what somebody else stored in between.
 *
 * @param version the one that was stored
 */
public record SectionDraft(Answers typed, Answers was, int version) {
    private static final String WAS = "_was.";
    private static final String VERSION = "_version";

    static SectionDraft begin(PersonPart stored) {
        return begin(stored.answers(), stored.version());
    }

    public static SectionDraft begin(Answers stored, int version) {
        return new SectionDraft(stored, stored, version);
    }

    /** A draft that does not say what it was begun on fits no version: both are shown. */
    public static SectionDraft of(Answers draft) {
        return new SectionDraft(
                part(draft, ""),
                part(draft, WAS),
                draft.get(VERSION).map(Integer::valueOf).orElse(-1));
    }

    public SectionDraft with(Answers changed) {
        return new SectionDraft(changed, was, version);
    }

    public Answers toAnswers() {
        var all = new HashMap<>(typed.values());
        was.values().forEach((key, value) -> all.put(WAS + key, value));
        all.put(VERSION, Integer.toString(version));
        return new Answers(all);
    }

    /** Whether she changed it herself. */
    public boolean isHers(String key) {
        return !typed.get(key).equals(was.get(key));
    }

    private static Answers part(Answers all, String prefix) {
        return new Answers(all.values().entrySet().stream()
                .filter(entry -> prefix.isEmpty()
                        ? !entry.getKey().startsWith("_")
                        : entry.getKey().startsWith(prefix))
                .collect(Collectors.toMap(entry -> entry.getKey().substring(prefix.length()), Map.Entry::getValue)));
    }
}

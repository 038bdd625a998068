package mx.gob.jocotepec.cauce.attention;

import java.util.Map;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.crypto.Place;
import mx.gob.jocotepec.cauce.crypto.Sealed;
import mx.gob.jocotepec.cauce.crypto.Sealer;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.AttentionId;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Seals and opens what is written for the team about an attention. A destroyed key gives a blank. */
@Component
class AttentionNotes {
    private static final String NOTE = "note";
    private static final String REASON = "reason";

    private final Sealer sealer;

    AttentionNotes(Sealer sealer) {
        this.sealer = sealer;
    }

    /** The words for the team. @param before sealed earlier at the same place: the key stays, so that erasing it erases all versions */
    Sealed seal(AttentionId id, @Nullable Sealed before, Sensitive note, @Nullable Sensitive reason) {
        var answers = new Answers(Map.of(NOTE, note.reveal(), REASON, reason == null ? "" : reason.reveal()));
        return seal(team(id), before, answers.toJson());
    }

    Sensitive note(AttentionId id, @Nullable Sealed sealed) {
        return Sensitive.of(open(id, sealed).get(NOTE).orElse(""));
    }

    @Nullable
    Sensitive reason(AttentionId id, @Nullable Sealed sealed) {
        return open(id, sealed).get(REASON).map(Sensitive::of).orElse(null);
    }

    private Answers open(AttentionId id, @Nullable Sealed sealed) {
        return sealed == null ? Answers.NONE : Answers.fromJson(sealer.open(team(id), sealed));
    }

    private Sealed seal(Place place, @Nullable Sealed before, byte[] clear) {
        if (before == null) return sealer.seal(place, clear);
        return new Sealed(before.wrappedKey(), sealer.sealAgain(place, before.wrappedKey(), clear));
    }

    private static Place team(AttentionId id) {
        return new Place("attention", id.value(), Compartment.ATTENTION);
    }
}

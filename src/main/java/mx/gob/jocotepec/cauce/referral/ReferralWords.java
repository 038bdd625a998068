package mx.gob.jocotepec.cauce.referral;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.crypto.Place;
import mx.gob.jocotepec.cauce.crypto.Sealed;
import mx.gob.jocotepec.cauce.crypto.Sealer;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.ReferralId;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import org.springframework.stereotype.Component;

/**
 * Seals what the parties tell each other. Request and reply of a referral lie under one key; each says which of the two it is, so that
 * one put in the place of the other is noticed.
 */
@Component
class ReferralWords {
    private static final String KIND = "kind";
    private static final String REQUEST = "REQUEST";

    private final Sealer sealer;

    ReferralWords(Sealer sealer) {
        this.sealer = sealer;
    }

    Sealed request(ReferralId id, Sensitive reason, Sensitive summary) {
        return sealer.seal(place(id), json(REQUEST, Map.of("reason", reason.reveal(), "summary", summary.reveal())));
    }

    byte[] answer(ReferralId id, byte[] wrappedKey, Answer answer) {
        var values = new HashMap<>(Map.of(
                "service", answer.service().reveal(),
                "pending", answer.pending().reveal(),
                "responsible", answer.responsible().reveal()));
        var next = answer.next();
        if (next != null) values.put("next", next.toString());
        return sealer.sealAgain(place(id), wrappedKey, json(ReferralStatus.ANSWERED.name(), values));
    }

    /** Why it was rejected or cancelled. */
    byte[] closing(ReferralId id, byte[] wrappedKey, ReferralStatus status, Sensitive text) {
        return sealer.sealAgain(place(id), wrappedKey, json(status.name(), Map.of("text", text.reveal())));
    }

    Request openRequest(ReferralId id, Sealed sealed) {
        var values = open(id, sealed, REQUEST);
        return new Request(text(values, "reason"), text(values, "summary"));
    }

    Answer openAnswer(ReferralId id, Sealed sealed, ReferralResult result) {
        var values = open(id, sealed, ReferralStatus.ANSWERED.name());
        return new Answer(
                result,
                text(values, "service"),
                text(values, "pending"),
                values.get("next").map(LocalDate::parse).orElse(null),
                text(values, "responsible"));
    }

    Optional<Sensitive> openClosing(ReferralId id, Sealed sealed) {
        var values = Answers.fromJson(sealer.open(place(id), sealed));
        if (values.get(KIND).filter(REQUEST::equals).isPresent()) throw sealer.misplaced(place(id));
        return values.get("text").map(Sensitive::of);
    }

    Sealed note(UUID note, Sensitive text) {
        return sealer.sealText(notePlace(note), text.reveal());
    }

    Sensitive openNote(UUID note, Sealed sealed) {
        return Sensitive.of(sealer.openText(notePlace(note), sealed));
    }

    record Request(Sensitive reason, Sensitive summary) {}

    private Answers open(ReferralId id, Sealed sealed, String kind) {
        var values = Answers.fromJson(sealer.open(place(id), sealed));
        if (!values.get(KIND).filter(kind::equals).isPresent()) {
            throw sealer.misplaced(place(id));
        }
        return values;
    }

    private static byte[] json(String kind, Map<String, String> values) {
        return new Answers(values).with(Map.of(KIND, kind)).toJson();
    }

    private static Sensitive text(Answers values, String key) {
        return Sensitive.of(values.get(key).orElse(""));
    }

    private static Place place(ReferralId id) {
        return new Place("referral", id.value(), Compartment.REFERRAL);
    }

    private static Place notePlace(UUID note) {
        return new Place("referral_note", note, Compartment.REFERRAL);
    }
}

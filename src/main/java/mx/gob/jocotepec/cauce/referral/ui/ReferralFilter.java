package mx.gob.jocotepec.cauce.referral.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import mx.gob.jocotepec.cauce.casefile.RiskLevel;
import mx.gob.jocotepec.cauce.referral.Only;
import mx.gob.jocotepec.cauce.referral.ReferralStatus;
import mx.gob.jocotepec.cauce.shared.Ids;
import org.jspecify.annotations.Nullable;

/**
 * What the page of referrals shows, as its address says it; nothing in it is about a person.
 *
 * @param to id of the area or institution asked
 */
record ReferralFilter(
        Look look,
        @Nullable ReferralStatus status,
        @Nullable UUID to,
        @Nullable RiskLevel risk,
        Only only,
        int olderThanDays) {
    /** The ways to look at them. */
    enum Look {
        BOARD("tablero"),
        LIST("lista"),
        RECEIVED("recibidas"),
        SENT("enviadas");

        private final String word;

        Look(String word) {
            this.word = word;
        }

        boolean isOfAll() {
            return this == BOARD || this == LIST;
        }
    }

    static ReferralFilter first(Look look) {
        return new ReferralFilter(look, null, null, null, Only.ALL, 0);
    }

    /** What does not make sense in an address is left out. @param followsAll whether the looks at all are to be had */
    static ReferralFilter read(QueryParameters address, boolean followsAll) {
        var look = address.getSingleParameter("vista")
                .flatMap(word -> Arrays.stream(Look.values())
                        .filter(each -> each.word.equals(word))
                        .findFirst())
                .filter(each -> followsAll || !each.isOfAll())
                .orElse(followsAll ? Look.BOARD : Look.RECEIVED);
        return new ReferralFilter(
                look,
                find(address, "estado", ReferralStatus.class).orElse(null),
                address.getSingleParameter("con").flatMap(Ids::parse).orElse(null),
                find(address, "riesgo", RiskLevel.class).orElse(null),
                find(address, "solo", Only.class).orElse(Only.ALL),
                address.getSingleParameter("dias")
                        .filter(text -> text.matches("\\d{1,3}"))
                        .map(Integer::valueOf)
                        .orElse(0));
    }

    QueryParameters address() {
        var words = new LinkedHashMap<String, String>();
        words.put("vista", look.word);
        if (status != null) words.put("estado", word(status));
        if (to != null) words.put("con", to.toString());
        if (risk != null) words.put("riesgo", word(risk));
        if (only != Only.ALL) words.put("solo", word(only));
        if (olderThanDays > 0) words.put("dias", Integer.toString(olderThanDays));
        return QueryParameters.simple(words);
    }

    String path() {
        return ReferralNavigation.ALL + "?" + address().getQueryString();
    }

    Set<ReferralStatus> statuses() {
        return status == null ? Set.of() : EnumSet.of(status);
    }

    ReferralFilter with(Look newLook) {
        return new ReferralFilter(newLook, status, to, risk, only, olderThanDays);
    }

    ReferralFilter with(@Nullable ReferralStatus newStatus) {
        return new ReferralFilter(look, newStatus, to, risk, only, olderThanDays);
    }

    ReferralFilter withTo(@Nullable UUID newTo) {
        return new ReferralFilter(look, status, newTo, risk, only, olderThanDays);
    }

    ReferralFilter with(@Nullable RiskLevel newRisk) {
        return new ReferralFilter(look, status, to, newRisk, only, olderThanDays);
    }

    ReferralFilter with(Only newOnly) {
        return new ReferralFilter(look, status, to, risk, newOnly, olderThanDays);
    }

    ReferralFilter olderThan(int days) {
        return new ReferralFilter(look, status, to, risk, only, days);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> Optional<E> find(QueryParameters address, String name, Class<E> type) {
        Map<String, E> words = new LinkedHashMap<>();
        for (var value : type.getEnumConstants()) words.put(word(value), value);
        return address.getSingleParameter(name).flatMap(word -> Optional.ofNullable(words.get(word)));
    }
}

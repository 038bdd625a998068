package mx.gob.jocotepec.cauce.demo;

import java.util.Map;
import java.util.UUID;

/** Areas and localities of the migrations, with how much comes from each. */
final class Places {
    static final UUID DIRECTION = area(1);
    static final UUID PSYCHOLOGY = area(2);
    static final UUID LEGAL = area(3);
    static final UUID SOCIAL_WORK = area(4);
    static final UUID POLICE = area(5);
    static final UUID DIF = area(6);
    static final UUID HEALTH = area(7);
    static final UUID PROSECUTOR = UUID.fromString("00000000-0000-7000-8000-000000000101");
    static final UUID JUSTICE_CENTRE = UUID.fromString("00000000-0000-7000-8000-000000000102");

    /** By population (INEGI 2020). */
    static final Weighted WEIGHTED = Weighted.of(
            "140500001 20286,140500011 8453,140500017 3978,140500002 3765,140500008 2607,140500004 2134,140500007 1448,140500014 1217,"
                    + "140500003 1134,SAN_LUCIANO 420,NEXTIPAC 760,LAS_TROJES 300,OUTSIDE 350");

    /** Delegaciones by the locality they serve. */
    static final Map<String, Integer> DELEGATION = Map.of(
            "140500002",
            10,
            "140500003",
            11,
            "140500007",
            12,
            "140500008",
            13,
            "140500011",
            14,
            "140500014",
            15,
            "140500017",
            16);

    private static final Map<UUID, String> KEYS = Map.of(
            DIRECTION, "direccion",
            PSYCHOLOGY, "psicologia",
            LEGAL, "juridico",
            SOCIAL_WORK, "trabajo-social",
            POLICE, "policia",
            DIF, "dif",
            HEALTH, "salud");

    private Places() {}

    static UUID area(int number) {
        return UUID.fromString("00000000-0000-7000-8000-0000000000%02d".formatted(number));
    }

    /** As the timeline names a receiver. */
    static String key(UUID area) {
        return KEYS.getOrDefault(area, "institution");
    }
}

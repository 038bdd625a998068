package mx.gob.jocotepec.cauce.demo;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.UUID;
import mx.gob.jocotepec.cauce.shared.Answers;
import org.jspecify.annotations.Nullable;

/** A woman who does not exist: what the three compartments of a person hold. */
record InventedPerson(
        UUID id,
        String fullName,
        LocalDate birth,
        String locality,
        @Nullable String curp,
        String phone,
        Answers identity,
        Answers contact,
        Answers social) {

    private static final Weighted AGES = Weighted.of("12 7,18 17,25 22,32 21,39 15,46 9,53 5,60 3,68 1");
    private static final Weighted STREETS = Weighted.of(
            "Hidalgo 9,Morelos 9,Juárez 9,Zaragoza 7,Allende 6,Matamoros 6,Independencia 6,Guerrero 5,Niños Héroes 5,Privada del Lago 3,"
                    + "Aldama 4,Constitución 4,Josefa Ortiz 4,Vicente Guerrero 3,20 de Noviembre 4,Ramón Corona 4,Galeana 3,Ribera 3");
    private static final Weighted NEIGHBORHOODS = Weighted.of(
            "Centro 40,San Francisco 9,La Loma 7,El Carmen 6,Las Flores 5,San Miguel 6,El Mirador 4,Guadalupe 6");
    private static final Weighted REFERENCES = Weighted.of(
            "Casa de dos pisos cerca de la plaza 3,Portón verde frente a la tienda 3,A media cuadra de la escuela primaria 3,"
                    + "Junto a la carpintería 2,Por la salida a la carretera 2");
    private static final Weighted HOURS =
            Weighted.of("De 9 a 13 h 5,Por la tarde 3,Entre semana por la mañana 4,Después de las 17 h 2");
    private static final Weighted WORDS = Weighted.of(
            "Preguntar por la cita del dentista 2,Decir que llaman de la escuela 3,Decir que es por una encuesta 2");
    private static final Weighted SAFE = Weighted.of("YES 58,MESSAGE_ONLY 22,NO 12,UNKNOWN 8");
    private static final Weighted SCHOOLING = Weighted.of(
            "NONE 3,PRIMARY_UNFINISHED 7,PRIMARY 17,SECONDARY_UNFINISHED 6,SECONDARY 31,HIGH_SCHOOL_UNFINISHED 6,HIGH_SCHOOL 16,"
                    + "TECHNICAL 5,UNIVERSITY 8,POSTGRADUATE 1");
    private static final Weighted OCCUPATIONS = Weighted.of(
            "HOME 38,EMPLOYEE 18,FARM_WORKER 11,TRADER 11,DOMESTIC_WORKER 6,SELF_EMPLOYED 6,STUDENT 5,PROFESSIONAL 3,UNEMPLOYED 2");
    private static final Weighted MARITAL =
            Weighted.of("COMMON_LAW 34,MARRIED 30,SINGLE 18,SEPARATED 12,DIVORCED 4,WIDOWED 2");
    private static final Weighted HOUSING =
            Weighted.of("FAMILYS 28,RENTED 24,AGGRESSORS 17,OWN 13,SHARED_PROPERTY 9,LENT 8,SHELTER 1");
    private static final Weighted INCOME =
            Weighted.of("OWN_WORK 38,PARTNER 34,FAMILY 14,NONE 5,REMITTANCES 3,SOCIAL_PROGRAMME 4,ALIMONY 2");
    private static final String SIGNS = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ";

    /** @param opened day her first case is opened */
    static InventedPerson number(long number, LocalDate opened) {
        var dice = Dice.of("person", number);
        var id = dice.id(opened.toEpochDay() * 86_400_000L + number % 86_400_000L);
        int age = Integer.parseInt(dice.of(AGES)) + dice.between(0, 6);
        var birth = opened.minusYears(age).minusDays(dice.between(1, 364));
        var given = dice.of(Names.WOMEN);
        var surname1 = dice.of(Names.SURNAMES);
        var surname2 = dice.chance(0.04) ? "" : dice.of(Names.SURNAMES);
        var locality = dice.of(Places.WEIGHTED);
        // no exchange of the area begins with 0: these numbers ring nowhere
        var phone = "3870%06d".formatted(dice.between(0, 999_999));
        var curp = dice.chance(0.55) ? curp(given, surname1, surname2, birth, dice) : null;

        var identity = new HashMap<String, String>();
        identity.put("given", given);
        identity.put("surname1", surname1);
        identity.put("surname2", surname2);
        identity.put("birth", birth.toString());
        identity.put("nationality", "Mexicana");
        if (curp != null) identity.put("curp", curp);
        else identity.put("noCurpReason", dice.chance(0.7) ? "No la trae consigo" : Answers.UNKNOWN);
        if (dice.chance(0.12)) identity.put("nickname", dice.of(Names.NICKNAMES));

        var contact = new HashMap<String, String>();
        contact.put("phone", phone);
        var safe = dice.of(SAFE);
        contact.put("mayCall", safe);
        if (!safe.equals("YES")) contact.put("words", dice.of(WORDS));
        contact.put("hours", dice.of(HOURS));
        contact.put("street", dice.of(STREETS) + " " + dice.between(1, 240));
        contact.put("neighborhood", dice.of(NEIGHBORHOODS));
        contact.put("locality", locality);
        contact.put("references", dice.of(REFERENCES));
        if (dice.chance(0.6)) {
            contact.put("supportName", dice.of(Names.WOMEN) + " " + surname1);
            contact.put("supportRelation", dice.chance(0.5) ? "Hermana" : dice.chance(0.6) ? "Madre" : "Amiga");
        }
        var answered = social(dice, age);
        return new InventedPerson(
                id,
                String.join(" ", given, surname1, surname2).strip(),
                birth,
                locality,
                curp,
                phone,
                new Answers(identity),
                new Answers(contact),
                answered);
    }

    private static Answers social(Dice dice, int age) {
        var social = new HashMap<String, String>();
        social.put("schooling", dice.of(SCHOOLING));
        social.put("literate", dice.tri(0.97, 0.01));
        social.put("occupation", age < 18 ? "STUDENT" : dice.of(OCCUPATIONS));
        social.put("maritalStatus", age < 18 ? "SINGLE" : dice.of(MARITAL));
        social.put("housing", dice.of(HOUSING));
        social.put("income", age < 18 ? "FAMILY" : dice.of(INCOME));
        int children = age < 18 ? 0 : Math.max(0, dice.between(-1, 4));
        social.put("children", String.valueOf(children));
        social.put("dependants", String.valueOf(Math.max(0, children - dice.between(0, 1))));
        social.put("indigenous", dice.tri(0.06, 0.08));
        social.put("interpreter", dice.tri(0.01, 0.02));
        social.put("disability", dice.tri(0.05, 0.06));
        social.put("pregnant", age > 45 ? "NO" : dice.tri(0.05, 0.07));
        social.put("socialSecurity", dice.tri(0.42, 0.1));
        return new Answers(social);
    }

    int ageOn(LocalDate day) {
        return java.time.Period.between(birth, day).getYears();
    }

    /** Well formed, with a last sign before the check digit that is hardly ever given out, so that it is nobody's. */
    private static String curp(String given, String surname1, String surname2, LocalDate birth, Dice dice) {
        var name = letters(
                given.startsWith("María ") ? given.substring("María ".length()).replaceFirst("^del ", "") : given);
        var one = letters(surname1);
        var two = letters(surname2);
        var start = first(one) + vowel(one) + first(two) + first(name)
                + "%02d%02d%02d".formatted(birth.getYear() % 100, birth.getMonthValue(), birth.getDayOfMonth())
                + "MJC" + consonant(one) + consonant(two) + consonant(name)
                + (birth.getYear() < 2000 ? "789" : "XYZ").charAt(dice.between(0, 2));
        int sum = 0;
        for (int i = 0; i < start.length(); i++) sum += SIGNS.indexOf(start.charAt(i)) * (18 - i);
        return start + (10 - sum % 10) % 10;
    }

    private static String letters(String name) {
        var upper = name.toUpperCase(Locale.ROOT).replace('Ñ', 'X');
        return Normalizer.normalize(upper, Normalizer.Form.NFD).replaceAll("[^A-Z]", "");
    }

    private static String first(String letters) {
        return letters.isEmpty() ? "X" : letters.substring(0, 1);
    }

    private static String vowel(String letters) {
        return find(letters, "AEIOU", true);
    }

    private static String consonant(String letters) {
        return find(letters, "AEIOU", false);
    }

    private static String find(String letters, String set, boolean in) {
        for (int i = 1; i < letters.length(); i++) {
            if (set.indexOf(letters.charAt(i)) >= 0 == in) return letters.substring(i, i + 1);
        }
        return "X";
    }

    @Override
    public String toString() {
        return "InventedPerson " + id;
    }
}

package mx.gob.jocotepec.cauce.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.Office;

/** What happened, invented: the answers of a case's compartments, with the days and types that are counted. */
record InventedFacts(
        LocalDate on, LocalTime time, List<String> types, Answers facts, Answers aggressor, Answers legal) {
    private static final Weighted SETTING =
            Weighted.of("FAMILY 83,COMMUNITY 6,WORK 4,DIGITAL 3,PUBLIC_SPACE 2,TEACHING 1,INSTITUTIONAL 1");
    private static final Weighted RELATIONSHIP = Weighted.of(
            "HUSBAND 21,COMMON_LAW_PARTNER 27,BOYFRIEND 5,EX_HUSBAND 8,EX_COMMON_LAW_PARTNER 15,EX_BOYFRIEND 5,FATHER 3,STEPFATHER 2,"
                    + "CHILD 4,SIBLING 3,OTHER_FAMILY 3,? 1");
    private static final Weighted OUTSIDE_HOME =
            Weighted.of("NEIGHBOUR 30,ACQUAINTANCE 28,STRANGER 20,BOSS 8,COLLEAGUE 8,TEACHER 3,PUBLIC_SERVANT 3");
    private static final Weighted PLACE = Weighted.of(
            "Domicilio de la usuaria 62,Vía pública 14,Domicilio de la persona agresora 9,Domicilio de familiares 8,Lugar de trabajo 4");
    private static final Weighted LEARNED = Weighted.of(
            "POLICE 30,EMERGENCY_LINE 14,FAMILY_OR_FRIENDS 19,HEALTH 10,MUNICIPAL_AREA 9,SOCIAL_MEDIA 7,CAMPAIGN 5,SCHOOL 3,? 3");
    private static final Weighted WORK = Weighted.of(
            "Albañil 18,Jornalero 20,Chofer 10,Empleado 16,Comerciante 12,Pescador 5,Mecánico 6,Sin trabajo 9");
    private static final Weighted WEAPON = Weighted.of("BLADE 50,BLUNT_OBJECT 26,FIREARM 18,VEHICLE 4,OTHER 2");
    private static final Weighted SAID = Weighted.texts("""
            Refiere que la discusión empezó por dinero y que no es la primera vez. 5|Señala que él llegó alterado y que los gritos se oyeron en
            toda la casa. 5|Comenta que desde hace meses le revisa el teléfono y le prohíbe ver a su familia. 5|Dice que le quitó las llaves y no
            la dejó salir durante la tarde. 3|Refiere empujones y que pidió ayuda a una vecina. 4|Cuenta que después de la separación la espera
            afuera de su trabajo. 4|Menciona que no aporta para los gastos de la casa y que controla lo que ella gana. 4|Señala que los mensajes
            empezaron hace dos semanas y que teme que cumpla lo que dice. 3|Refiere que sus hijas presenciaron lo ocurrido y están con su
            abuela. 3""");
    private static final Weighted WANTS = Weighted.of(
            "Desea orientación y volver a casa de su madre. 4,Pide hablar con alguien de psicología. 4,Solicita saber cómo iniciar el trámite de "
                    + "pensión. 3,Por ahora no desea denunciar y pide seguimiento. 3,Pide acompañamiento para acudir al Ministerio Público. 3");
    private static final Weighted EFFECTS = Weighted.of(
            "Insomnio y miedo a quedarse sola. 4,Dolor en el brazo; se le sugirió revisión médica. 3,Llanto frecuente. 3,Ninguno visible; "
                    + "preocupación por sus hijos. 3,Moretones que ella misma describe. 2");

    static InventedFacts of(Dice dice, InventedPerson person, Instant opened, boolean police) {
        var day = LocalDate.ofInstant(opened, Office.ZONE);
        var on = police || dice.chance(0.3) ? day : day.minusDays(dice.between(1, dice.chance(0.8) ? 14 : 90));
        var clock = on.equals(day)
                ? LocalTime.ofInstant(opened, Office.ZONE).withSecond(0).withNano(0)
                : LocalTime.of(dice.between(6, 23), dice.between(0, 11) * 5);
        var types = types(dice);
        var setting = dice.of(SETTING);
        boolean injuries = types.contains("PHYSICAL") && dice.chance(0.55);
        boolean weapons = types.contains("PHYSICAL") && dice.chance(0.14);

        var facts = new HashMap<String, String>();
        facts.put("on", on.toString());
        facts.put("time", clock.toString());
        facts.put("locality", dice.chance(0.9) ? person.locality() : "140500001");
        facts.put("place", dice.of(PLACE));
        facts.put("types", String.join(",", types));
        if (types.contains("VICARIOUS")) facts.put("vicarious", "THREAT_TO_HIDE_CHILDREN");
        facts.put("setting", setting);
        facts.put("danger", dice.tri(0.3, 0.06));
        facts.put("weapons", weapons ? "YES" : dice.tri(0.01, 0.07));
        facts.put("threats", dice.tri(0.52, 0.06));
        facts.put("injuries", injuries ? "YES" : dice.tri(0.02, 0.04));
        facts.put("minorsPresent", dice.tri(0.46, 0.1));
        facts.put("repeated", dice.tri(0.68, 0.1));
        facts.put("narrative", dice.of(SAID) + " " + dice.of(WANTS));
        if (dice.chance(0.6)) facts.put("effects", dice.of(EFFECTS));
        facts.put("howLearned", police ? "EMERGENCY_LINE" : dice.of(LEARNED));

        var aggressor = new HashMap<String, String>();
        var relationship = dice.of(setting.equals("FAMILY") ? RELATIONSHIP : OUTSIDE_HOME);
        aggressor.put("relationship", relationship);
        boolean known = !relationship.equals("STRANGER");
        aggressor.put("known", known ? "YES" : "NO");
        if (known && dice.chance(0.85)) {
            aggressor.put("name", dice.of(Names.MEN) + " " + dice.of(Names.SURNAMES) + " " + dice.of(Names.SURNAMES));
            aggressor.put("age", String.valueOf(dice.between(19, 58)));
            aggressor.put("occupation", dice.of(WORK));
        }
        aggressor.put("livesTogether", known ? dice.tri(0.48, 0.04) : "NO");
        aggressor.put("publicServant", relationship.equals("PUBLIC_SERVANT") ? "YES" : dice.tri(0.02, 0.12));
        aggressor.put("armed", weapons ? "YES" : dice.tri(0.06, 0.2));
        if (weapons) aggressor.put("weapon", dice.of(WEAPON));
        aggressor.put("consumption", dice.tri(0.47, 0.18));
        aggressor.put("organisedCrime", dice.tri(0.02, 0.25));
        aggressor.put("record", dice.tri(0.12, 0.4));

        var legal = new HashMap<String, String>();
        var complaint = dice.tri(0.34, 0.05);
        legal.put("complaint", complaint);
        if (complaint.equals("YES")) {
            legal.put("investigationFile", "DEMO/" + day.getYear() + "/" + dice.between(1000, 9999));
            legal.put("authority", "Ministerio Público");
        }
        legal.put("protectionOrder", complaint.equals("YES") ? dice.tri(0.4, 0.05) : "NO");
        return new InventedFacts(on, clock, types, new Answers(facts), new Answers(aggressor), new Answers(legal));
    }

    private static List<String> types(Dice dice) {
        var types = new ArrayList<String>();
        if (dice.chance(0.8)) types.add("PSYCHOLOGICAL");
        if (dice.chance(0.55)) types.add("PHYSICAL");
        if (dice.chance(0.17)) types.add("PATRIMONIAL");
        if (dice.chance(0.28)) types.add("ECONOMIC");
        if (dice.chance(0.12)) types.add("SEXUAL");
        if (dice.chance(0.06)) types.add("VICARIOUS");
        if (types.isEmpty()) types.add("PSYCHOLOGICAL");
        return types;
    }

    /** YES, NO or, for what nobody knows, UNKNOWN: as the plain columns say it. */
    static String column(Answers answers, String key) {
        return answers.known(key).orElse("UNKNOWN");
    }

    @Override
    public String toString() {
        return "InventedFacts";
    }
}

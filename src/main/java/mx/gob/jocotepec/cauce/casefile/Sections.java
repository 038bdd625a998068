package mx.gob.jocotepec.cauce.casefile;

import static mx.gob.jocotepec.cauce.casefile.Sections.Type.*;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mx.gob.jocotepec.cauce.catalog.Catalog;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import org.jspecify.annotations.Nullable;

/**
 * The sections of the expediente and their fields, after two official intake forms and BANAVIM's open tables (domain rules). Screens are
 * built from them; every field may stay empty and most may be unknown.
 */
public final class Sections {
    /** How a field is asked for. */
    public enum Type {
        TEXT,
        NARRATIVE,
        NUMBER,
        DATE,
        TIME,
        TRI,
        CHOICE,
        MANY,
        CURP,
        PHONE
    }

    /** @param catalog where CHOICE and MANY take their values from */
    public record Field(String key, Type type, @Nullable Catalog catalog) {
        static Field of(String key, Type type) {
            return new Field(key, type, null);
        }

        static Field choice(String key, Catalog catalog) {
            return new Field(key, CHOICE, catalog);
        }

        static Field many(String key, Catalog catalog) {
            return new Field(key, MANY, catalog);
        }
    }

    /** @param key also the message key below {@code casefile.section.} */
    public record Section(String key, Compartment compartment, List<Field> fields) {}

    public static final List<Section> ALL = List.of(
            new Section(
                    "identity",
                    Compartment.IDENTITY,
                    List.of(
                            Field.of("given", TEXT),
                            Field.of("surname1", TEXT),
                            Field.of("surname2", TEXT),
                            Field.of("nickname", TEXT),
                            Field.of("pseudonym", TEXT),
                            Field.of("birth", DATE),
                            Field.of("age", NUMBER),
                            Field.of("curp", CURP),
                            Field.of("noCurpReason", TEXT),
                            Field.of("nationality", TEXT),
                            Field.of("gender", TEXT))),
            new Section(
                    "contact",
                    Compartment.CONTACT,
                    List.of(
                            Field.of("phone", PHONE),
                            Field.choice("mayCall", Catalog.SAFE_CONTACT),
                            Field.of("hours", TEXT),
                            Field.of("words", TEXT),
                            Field.of("phone2", PHONE),
                            Field.of("street", TEXT),
                            Field.of("neighborhood", TEXT),
                            Field.choice("locality", Catalog.LOCALITY),
                            Field.of("references", NARRATIVE),
                            Field.of("occasional", NARRATIVE),
                            Field.of("supportName", TEXT),
                            Field.of("supportRelation", TEXT),
                            Field.of("supportPhone", PHONE))),
            new Section(
                    "social",
                    Compartment.SOCIAL,
                    List.of(
                            Field.choice("schooling", Catalog.SCHOOLING),
                            Field.of("literate", TRI),
                            Field.choice("occupation", Catalog.OCCUPATION),
                            Field.of("socialSecurity", TRI),
                            Field.choice("maritalStatus", Catalog.MARITAL_STATUS),
                            Field.choice("housing", Catalog.HOUSING),
                            Field.of("dependants", NUMBER),
                            Field.of("children", NUMBER),
                            Field.choice("income", Catalog.INCOME_SOURCE),
                            Field.of("indigenous", TRI),
                            Field.of("language", TEXT),
                            Field.of("interpreter", TRI),
                            Field.of("disability", TRI),
                            Field.of("disabilityKind", TEXT),
                            Field.of("disabilityByViolence", TRI),
                            Field.of("lgbt", TRI),
                            Field.of("pregnant", TRI),
                            Field.of("pregnancyMonths", NUMBER),
                            Field.of("chronicIllness", TEXT))),
            new Section(
                    "facts",
                    Compartment.FACTS,
                    List.of(
                            Field.of("on", DATE),
                            Field.of("time", TIME),
                            Field.choice("locality", Catalog.LOCALITY),
                            Field.of("place", TEXT),
                            Field.many("types", Catalog.VIOLENCE_TYPE),
                            Field.many("vicarious", Catalog.VICARIOUS_CONDUCT),
                            Field.choice("setting", Catalog.VIOLENCE_SETTING),
                            Field.of("danger", TRI),
                            Field.of("weapons", TRI),
                            Field.of("threats", TRI),
                            Field.of("injuries", TRI),
                            Field.of("minorsPresent", TRI),
                            Field.of("repeated", TRI),
                            Field.of("narrative", NARRATIVE),
                            Field.of("effects", NARRATIVE),
                            Field.choice("howLearned", Catalog.HOW_LEARNED))),
            new Section(
                    "aggressor",
                    Compartment.AGGRESSOR,
                    List.of(
                            Field.choice("relationship", Catalog.RELATIONSHIP),
                            Field.of("known", TRI),
                            Field.of("name", TEXT),
                            Field.of("nickname", TEXT),
                            Field.of("curp", CURP),
                            Field.of("age", NUMBER),
                            Field.of("livesTogether", TRI),
                            Field.of("address", NARRATIVE),
                            Field.of("occupation", TEXT),
                            Field.of("publicServant", TRI),
                            Field.of("publicServantArea", TEXT),
                            Field.of("armed", TRI),
                            Field.choice("weapon", Catalog.WEAPON),
                            Field.of("consumption", TRI),
                            Field.of("organisedCrime", TRI),
                            Field.of("record", TRI),
                            Field.of("description", NARRATIVE))),
            new Section(
                    "legal",
                    Compartment.LEGAL,
                    List.of(
                            Field.of("complaint", TRI),
                            Field.of("investigationFile", TEXT),
                            Field.of("authority", TEXT),
                            Field.of("protectionOrder", TRI),
                            Field.of("notes", NARRATIVE))));

    private Sections() {}

    public static Optional<Section> find(String key) {
        return ALL.stream().filter(section -> section.key().equals(key)).findFirst();
    }

    public static Stream<Section> of(Compartment compartment) {
        return ALL.stream().filter(section -> section.compartment() == compartment);
    }
}

package mx.gob.jocotepec.cauce.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import mx.gob.jocotepec.cauce.casefile.CaseLine;
import mx.gob.jocotepec.cauce.casefile.CaseLists;
import mx.gob.jocotepec.cauce.casefile.CaseQuery;
import mx.gob.jocotepec.cauce.catalog.Catalog;
import mx.gob.jocotepec.cauce.catalog.Catalogs;
import mx.gob.jocotepec.cauce.referral.ReferralReads;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.uikit.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an export holds: the columns of the lists, under the same rights, with initials in place of names. */
@Component
class ExportLines {
    /** Lines of one file. */
    static final int MOST = 2_000;

    private static final int PAGE = 200;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;

    /** @param persons of whom there is a line */
    record Table(String title, List<String> headings, List<List<String>> rows, Set<UUID> persons) {}

    private final JdbcClient jdbc;
    private final CaseLists cases;
    private final ReferralReads referrals;
    private final Catalogs catalogs;
    private final Texts texts;

    ExportLines(JdbcClient jdbc, CaseLists cases, ReferralReads referrals, Catalogs catalogs, Texts texts) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.referrals = referrals;
        this.catalogs = catalogs;
        this.texts = texts;
    }

    Table cases(LocalDate from, LocalDate to) {
        var query = new CaseQuery(Set.of(), Set.of(), null, null, from, to, false, false);
        var rows = new ArrayList<List<String>>();
        var persons = new HashSet<UUID>();
        var emergency = emergency();
        for (int offset = 0; offset <= MOST; offset += PAGE) {
            var page = cases.page(query, offset, PAGE);
            for (var line : page) {
                if (emergency.contains(line.ref().id().value())) continue;
                rows.add(row(line));
                persons.add(line.ref().person().value());
            }
            if (page.size() < PAGE) break;
        }
        return new Table(
                text("oversight.export.CASES"),
                headings("folio", "initials", "age", "locality", "status", "risk", "types", "area", "opened"),
                rows,
                persons);
    }

    /** Of the own area; of all areas for the Dirección. Those whose case is out of reach are left out. */
    Table referrals(LocalDate from, LocalDate to) {
        var rows = new ArrayList<List<String>>();
        var persons = new HashSet<UUID>();
        for (var line : referrals.toTakeOut(from, to, MOST + 1)) {
            var ref = Objects.requireNonNull(line.caseRef());
            rows.add(List.of(
                    ref.folio(),
                    line.initials(),
                    line.fromName(),
                    line.toName(),
                    name(Catalog.SERVICE, line.service()),
                    text("uikit.risk." + line.risk()),
                    text("oversight.export.referral." + line.status()),
                    DAY.format(day(line.sentAt())),
                    line.closedAt() == null ? "" : DAY.format(day(Objects.requireNonNull(line.closedAt())))));
            persons.add(ref.person().value());
        }
        return new Table(
                text("oversight.export.REFERRALS"),
                headings("folio", "initials", "from", "to", "service", "risk", "status", "sent", "closed"),
                rows,
                persons);
    }

    /** What is open for a few hours only does not leave the house. */
    private Set<UUID> emergency() {
        return Set.copyOf(
                jdbc.sql("select unnest(emergency_cases())").query(UUID.class).list());
    }

    private List<String> row(CaseLine line) {
        var age = line.age();
        var locality = line.locality();
        return List.of(
                line.ref().folio(),
                line.initials(),
                age == null ? "" : age.toString(),
                locality == null ? "" : name(Catalog.LOCALITY, locality),
                text("casefile.status." + line.status()),
                text("uikit.risk." + line.risk()),
                line.violenceTypes().stream()
                        .map(type -> name(Catalog.VIOLENCE_TYPE, type))
                        .collect(Collectors.joining(", ")),
                line.areaName(),
                DAY.format(day(line.openedAt())));
    }

    private List<String> headings(String... keys) {
        return java.util.Arrays.stream(keys)
                .map(key -> text("oversight.export.column." + key))
                .toList();
    }

    private String name(Catalog catalog, String key) {
        return catalogs.find(catalog, key)
                .map(entry -> entry.name(Texts.SPANISH))
                .orElse(key);
    }

    private String text(String key) {
        return texts.getTranslation(key, Texts.SPANISH);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, Office.ZONE);
    }
}

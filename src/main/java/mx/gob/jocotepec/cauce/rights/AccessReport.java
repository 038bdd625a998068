package mx.gob.jocotepec.cauce.rights;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mx.gob.jocotepec.cauce.audit.AuditTrail;
import mx.gob.jocotepec.cauce.audit.TrailEvent;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.document.Pdf;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.staff.FreshFactor;
import mx.gob.jocotepec.cauce.uikit.Dates;
import mx.gob.jocotepec.cauce.uikit.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * For the woman herself: everyone who saw her file, when and why, in plain words, as PDF. It covers all her cases, also what was tried
 * and not allowed. It says no name of hers: paper gets lost.
 */
@Service
public class AccessReport {
    /** Neutral: it may lie in a folder of downloads. */
    public static final String FILE_NAME = "informe.pdf";

    private final JdbcClient jdbc;
    private final FreshFactor fresh;
    private final Texts texts;
    private final AuditTrail trail;
    private final Clock clock;

    AccessReport(JdbcClient jdbc, FreshFactor fresh, Texts texts, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.fresh = fresh;
        this.texts = texts;
        this.trail = trail;
        this.clock = clock;
    }

    /** @param withNames the names of the staff besides area and post; who works in a public office is public */
    @PreAuthorize("hasAuthority('RIGHTS_HANDLE')")
    @Transactional
    public byte[] make(CaseRef ref, boolean withNames) {
        fresh.require();
        var looks = jdbc.sql("""
                        select l.at, l.action, l.outcome, l.detail, l.source, s.display_name, s.post, r.name as area
                        from access_of(?) l left join staff_account s on s.id = l.staff left join area r on r.id = l.area order by l.at""")
                .param(ref.id().value())
                .query((row, n) -> look(row))
                .list();
        trail.record(TrailEvent.of("ACCESS_REPORT_MADE")
                .inCase(ref.id(), ref.person())
                .with("entries=" + looks.size() + ";names=" + withNames));
        return Pdf.of(text("rights.report.file"), body(ref, looks, withNames));
    }

    private record Look(
            Instant at,
            String action,
            String outcome,
            String detail,
            @Nullable String source,
            String name,
            String post,
            String area) {
        LocalDate day() {
            return LocalDate.ofInstant(at, Office.ZONE);
        }

        String who(boolean withNames) {
            var place = post.isBlank() ? area : post + ", " + area;
            return withNames ? name + " (" + place + ")" : place;
        }
    }

    private String body(CaseRef ref, List<Look> looks, boolean withNames) {
        var html = new StringBuilder();
        html.append("<h1>").append(say("rights.report.title")).append("</h1>");
        html.append("<p>")
                .append(say("rights.report.about", ref.folio(), Dates.dateTime(clock.instant())))
                .append("</p>");
        html.append("<p>").append(say("rights.report.what")).append("</p>");
        html.append("<h2>").append(say("rights.report.who")).append("</h2>");
        html.append(
                row("th", "rights.report.person", "rights.report.reason", "rights.report.first", "rights.report.last"));
        for (var group : byPerson(looks, withNames).entrySet()) {
            var all = group.getValue();
            html.append(cells(
                    group.getKey(),
                    why(all),
                    Dates.date(all.getFirst().at()),
                    Dates.date(all.getLast().at())));
        }
        html.append("</tbody></table><h2>").append(say("rights.report.when")).append("</h2>");
        html.append(row("th", "rights.report.day", "rights.report.person", "rights.report.did", "rights.report.times"));
        for (var group : byDay(looks, withNames).entrySet()) {
            var first = group.getValue().getFirst();
            html.append(cells(
                    Dates.date(first.at()),
                    first.who(withNames),
                    did(first),
                    String.valueOf(group.getValue().size())));
        }
        html.append("</tbody></table>");
        if (looks.isEmpty())
            html.append("<p>").append(say("rights.report.nobody")).append("</p>");
        html.append("<h2>")
                .append(say("rights.report.rights"))
                .append("</h2><p>")
                .append(say("rights.report.next"))
                .append("</p>");
        return html.toString();
    }

    private static Map<String, List<Look>> byPerson(List<Look> looks, boolean withNames) {
        var groups = new LinkedHashMap<String, List<Look>>();
        looks.forEach(look -> groups.computeIfAbsent(look.who(withNames), who -> new ArrayList<>())
                .add(look));
        return groups;
    }

    private Map<String, List<Look>> byDay(List<Look> looks, boolean withNames) {
        var groups = new LinkedHashMap<String, List<Look>>();
        looks.forEach(
                look -> groups.computeIfAbsent(look.day() + look.who(withNames) + did(look), key -> new ArrayList<>())
                        .add(look));
        return groups;
    }

    /** Each reason once: what gave her the right at the time. */
    private String why(List<Look> looks) {
        return String.join(
                "; ",
                looks.stream()
                        .map(look -> look.outcome().equals("DENIED")
                                ? "rights.why.DENIED"
                                : "rights.why." + (look.source() == null ? "NONE" : look.source()))
                        .distinct()
                        .map(this::text)
                        .toList());
    }

    private String did(Look look) {
        var word = text("audit.action." + look.action());
        if (look.detail().startsWith("part=")) {
            var part = text("rights.part." + look.detail().substring("part=".length()));
            if (!part.startsWith("!")) word += ": " + part;
        }
        return look.outcome().equals("DONE") ? word : text("rights.report.tried", word);
    }

    private String row(String tag, String... keys) {
        var html = new StringBuilder("<table><thead><tr>");
        for (var key : keys)
            html.append('<')
                    .append(tag)
                    .append('>')
                    .append(say(key))
                    .append("</")
                    .append(tag)
                    .append('>');
        return html.append("</tr></thead><tbody>").toString();
    }

    private static String cells(String... values) {
        var html = new StringBuilder("<tr>");
        for (var value : values) html.append("<td>").append(Pdf.escape(value)).append("</td>");
        return html.append("</tr>").toString();
    }

    private String say(String key, Object... parameters) {
        return Pdf.escape(text(key, parameters));
    }

    private String text(String key, Object... parameters) {
        return texts.getTranslation(key, Texts.SPANISH, parameters);
    }

    private static Look look(ResultSet row) throws SQLException {
        return new Look(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("action"),
                row.getString("outcome"),
                row.getString("detail"),
                row.getString("source"),
                blank(row.getString("display_name")),
                blank(row.getString("post")),
                blank(row.getString("area")));
    }

    private static String blank(@Nullable String value) {
        return value == null ? "" : value;
    }
}

package mx.gob.jocotepec.cauce.casefile.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mx.gob.jocotepec.cauce.casefile.CaseEvents;
import mx.gob.jocotepec.cauce.casefile.CaseHead;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.catalog.Catalog;
import mx.gob.jocotepec.cauce.catalog.Catalogs;
import mx.gob.jocotepec.cauce.staff.Areas;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.Dates;
import mx.gob.jocotepec.cauce.uikit.Panel;

/** What happened, newest first, twenty at a time. */
final class TimelinePanel extends Panel {
    private static final int PAGE = 20;

    private final CaseRef ref;
    private final CaseEvents events;
    private final Catalogs catalogs;
    private final Areas areas;
    private final Clock clock;
    private final Map<String, String> areaNames = new HashMap<>();
    private final OrderedList list = new OrderedList();
    private final Div more = new Div();
    private int shown;

    TimelinePanel(CaseHead head, CaseEvents events, Catalogs catalogs, Areas areas, Clock clock) {
        super("casefile.timeline.title");
        this.ref = head.ref();
        this.events = events;
        this.catalogs = catalogs;
        this.areas = areas;
        this.clock = clock;
        list.addClassName("c-timeline");
        add(list, more);
        if (head.emergency()) add(CaseView.quiet(getTranslation("casefile.timeline.outside")));
        load();
    }

    private void load() {
        var entries = events.timeline(ref, shown, PAGE + 1);
        entries.stream().limit(PAGE).forEach(entry -> list.add(item(entry)));
        shown += Math.min(PAGE, entries.size());
        more.removeAll();
        if (entries.size() > PAGE) more.add(Actions.quiet("casefile.list.more", this::load));
    }

    private Component item(CaseEvents.Entry entry) {
        var when = new Span(new Span(Dates.shortDate(entry.at(), clock)), new Span(Dates.time(entry.at())));
        when.addClassName("c-timeline-when");
        var what = new Span(words(entry));
        what.addClassName("c-timeline-what");
        var who = new Span(Stream.of(entry.byName(), entry.byArea())
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.joining(", ")));
        who.addClassNames("c-timeline-who", "c-quiet", "c-small");
        var text = new Div(what, who);
        return new ListItem(when, text);
    }

    private String words(CaseEvents.Entry entry) {
        var detail = entry.detail();
        return switch (entry.kind()) {
            case "RISK_ASSESSED" ->
                getTranslation("casefile.timeline.RISK_ASSESSED", getTranslation("casefile.risk." + detail));
            case "PART_SAVED" ->
                getTranslation("casefile.timeline.PART_SAVED", getTranslation("casefile.part." + detail));
            case "CONSENT_SET" ->
                getTranslation("casefile.timeline.CONSENT_SET", getTranslation("casefile.consent." + detail));
            case "CASE_CLOSED" ->
                getTranslation(
                        "casefile.timeline.CASE_CLOSED", CaseWords.name(catalogs, Catalog.CLOSURE_REASON, detail));
            case "CONTACT_ATTEMPT" -> attempt(detail.split("[=;]", 4));
            default -> getTranslation("timeline." + entry.kind(), parameters(detail));
        };
    }

    /** {@code manner=CALL;reached=false}, taken apart. */
    private String attempt(String[] parts) {
        return getTranslation(
                "casefile.timeline.CONTACT_ATTEMPT",
                getTranslation("casefile.attempt.manner." + parts[1]),
                getTranslation("casefile.attempt.reached." + parts[3]));
    }

    /** {@code key=value} pairs of other modules: a catalog key is shown by its name. */
    private Object[] parameters(String detail) {
        return Stream.of(detail.split(";"))
                .filter(part -> part.contains("="))
                .map(part -> named(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1)))
                .toArray();
    }

    private String named(String key, String value) {
        return switch (key) {
            case "service" -> CaseWords.name(catalogs, Catalog.SERVICE, value);
            case "kind" -> CaseWords.name(catalogs, Catalog.ATTENTION_KIND, value);
            case "discipline" -> CaseWords.name(catalogs, Catalog.DISCIPLINE, value);
            case "to" -> area(value);
            case "reason" -> CaseWords.name(catalogs, Catalog.REFERRAL_REJECT_REASON, value);
            default -> value;
        };
    }

    /** Where a referral went; institutions are told apart on its page. */
    private String area(String key) {
        if (areaNames.isEmpty()) areas.all().forEach(area -> areaNames.put(area.key(), area.name()));
        var name = areaNames.get(key);
        return name == null ? getTranslation("casefile.timeline.institution") : name;
    }
}

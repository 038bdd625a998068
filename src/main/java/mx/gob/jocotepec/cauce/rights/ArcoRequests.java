package mx.gob.jocotepec.cauce.rights;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import mx.gob.jocotepec.cauce.audit.AuditTrail;
import mx.gob.jocotepec.cauce.audit.TrailEvent;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.crypto.Place;
import mx.gob.jocotepec.cauce.crypto.Sealed;
import mx.gob.jocotepec.cauce.crypto.Sealer;
import mx.gob.jocotepec.cauce.rights.ArcoOutcome.Done;
import mx.gob.jocotepec.cauce.rights.ArcoOutcome.Invalid;
import mx.gob.jocotepec.cauce.rights.ArcoOutcome.Refused;
import mx.gob.jocotepec.cauce.rights.ArcoRequest.State;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.Ids;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import mx.gob.jocotepec.cauce.staff.CurrentActor;
import mx.gob.jocotepec.cauce.staff.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * ARCO requests from their receipt to their effect. Whoever attends the public receives one; the Dirección handles it; transparency sees
 * kinds, states and days, without case and without words.
 */
@Service
public class ArcoRequests {
    private static final int LONGEST = 4_000;

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final RightsRules rules;
    private final CurrentActor actor;
    private final AuditTrail trail;
    private final Clock clock;

    ArcoRequests(JdbcClient jdbc, Sealer sealer, RightsRules rules, CurrentActor actor, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.rules = rules;
        this.actor = actor;
        this.trail = trail;
        this.clock = clock;
    }

    /** What she asked, in her words, and what was answered. */
    public record Words(Sensitive name, Sensitive contact, Sensitive asked, Sensitive answer) {}

    @PreAuthorize("hasAuthority('RIGHTS_RECEIVE')")
    @Transactional
    public ArcoOutcome receive(NewArcoRequest request) {
        var problems = problems(request);
        var about = request.folio() == null ? null : about(request.folio().toString());
        if (request.folio() != null && about == null) problems.put("folio", "unknownFolio");
        if (!problems.isEmpty()) return new Invalid(problems);
        var me = actor.get();
        var id = Ids.next();
        var number = number("ARCO");
        var sealed = sealer.seal(
                place(id),
                new Answers(Map.of(
                                "name", request.name().reveal(),
                                "contact", request.contact().reveal(),
                                "asked", request.asked().reveal()))
                        .toJson());
        jdbc.sql("""
                        insert into rights_request (id, number, kind, requester, identified_by, received_at, received_by, received_area,
                          case_id, person_id, state, answer_due, wrapped_key, sealed)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'RECEIVED', ?, ?, ?)""")
                .param(id)
                .param(number)
                .param(request.kind().name())
                .param(request.requester().name())
                .param(request.identified().name())
                .param(now())
                .param(me.staff().value())
                .param(me.area().value())
                .param(about == null ? null : about.caseId())
                .param(about == null ? null : about.person())
                .param(rules.answerDue(rules.today()))
                .param(sealed.wrappedKey())
                .param(sealed.ciphertext())
                .update();
        told("RIGHTS_REQUEST_RECEIVED", id, about, "kind=" + request.kind());
        return new Done(id, number);
    }

    /** The open ones first, the most urgent at the top. */
    @PreAuthorize("hasAuthority('RIGHTS_READ')")
    @Transactional(readOnly = true)
    public List<ArcoRequest> list() {
        boolean handles = actor.get().may(Permission.RIGHTS_HANDLE);
        return jdbc.sql("""
                        select r.*, b.folio from rights_request r left join case_file b on b.id = r.case_id
                        order by (r.state in ('RECEIVED','DATA_ASKED','ANSWERED')) desc,
                          case when r.state = 'ANSWERED' then coalesce(r.effect_due, r.answer_due) when r.state = 'DATA_ASKED' then r.data_due
                          else r.answer_due end, r.received_at desc limit 500""").query((row, n) -> read(row, handles)).list();
    }

    @PreAuthorize("hasAuthority('RIGHTS_HANDLE')")
    @Transactional
    public Optional<Words> words(UUID id) {
        var row = find(id);
        if (row == null) return Optional.empty();
        told("RIGHTS_REQUEST_READ", id, row.about(), "");
        var words = open(id, row);
        return Optional.of(
                new Words(word(words, "name"), word(words, "contact"), word(words, "asked"), word(words, "answer")));
    }

    /** The last days on which something missing may be asked for, and on which another authority may be named. */
    public record FirstDays(LocalDate askForData, LocalDate notCompetent) {}

    /** They count from the receipt, and are told, not enforced: what came late is done all the same. */
    @PreAuthorize("hasAuthority('RIGHTS_HANDLE')")
    @Transactional(readOnly = true)
    public FirstDays firstDays(ArcoRequest request) {
        var received = LocalDate.ofInstant(request.receivedAt(), Office.ZONE);
        return new FirstDays(rules.due("ASK_FOR_DATA", received), rules.due("NOT_COMPETENT", received));
    }

    /** Something is missing: she has so many days to bring it. */
    @PreAuthorize("hasAuthority('RIGHTS_HANDLE')")
    @Transactional
    public ArcoOutcome askForData(UUID id, int version) {
        return step(
                id,
                version,
                State.RECEIVED,
                "state = 'DATA_ASKED', data_due = ?",
                rules.due("COMPLETE_DATA", rules.today()));
    }

    /** It came: the time to answer begins anew. */
    @PreAuthorize("hasAuthority('RIGHTS_HANDLE')")
    @Transactional
    public ArcoOutcome completed(UUID id, int version) {
        return step(
                id,
                version,
                State.DATA_ASKED,
                "state = 'RECEIVED', data_due = null, answer_due = ?",
                rules.answerDue(rules.today()));
    }

    /** Once. */
    @PreAuthorize("hasAuthority('RIGHTS_HANDLE')")
    @Transactional
    public ArcoOutcome extend(UUID id, int version) {
        var row = find(id);
        if (row == null || row.extended()) return new Refused();
        return step(
                id,
                version,
                State.RECEIVED,
                "extended = true, answer_due = ?",
                rules.due("ANSWER_EXTENSION", row.answerDue()));
    }

    @PreAuthorize("hasAuthority('RIGHTS_HANDLE')")
    @Transactional
    public ArcoOutcome answer(UUID id, int version, ArcoRequest.Answer answer, Sensitive words) {
        var row = find(id);
        if (row == null || row.wrappedKey() == null) return new Refused();
        if (words.isBlank()) return new Invalid(Map.of("answer", "required"));
        if (words.reveal().length() > LONGEST) return new Invalid(Map.of("answer", "tooLong"));
        var all = open(id, row).with(Map.of("answer", words.reveal()));
        var sealed = sealer.sealAgain(place(id), row.wrappedKey(), all.toJson());
        var answered = "answered_at = now(), answer = '" + answer + "', sealed = ?, ";
        // what was refused has no effect to wait for
        return answer == ArcoRequest.Answer.REFUSED
                ? step(
                        id,
                        version,
                        State.RECEIVED,
                        answered + "state = 'EFFECTIVE', ended_at = now(), effect_due = null",
                        sealed)
                : step(
                        id,
                        version,
                        State.RECEIVED,
                        answered + "state = 'ANSWERED', effect_due = ?",
                        sealed,
                        rules.due("EFFECT", rules.today()));
    }

    /** Ends it: done, withdrawn, lapsed, or another authority's. */
    @PreAuthorize("hasAuthority('RIGHTS_HANDLE')")
    @Transactional
    public ArcoOutcome end(UUID id, int version, State how) {
        var from = switch (how) {
            case EFFECTIVE -> State.ANSWERED;
            case LAPSED -> State.DATA_ASKED;
            case NOT_COMPETENT, WITHDRAWN -> State.RECEIVED;
            case RECEIVED, DATA_ASKED, ANSWERED -> throw new IllegalArgumentException("not an end");
        };
        return step(id, version, from, "ended_at = now(), state = '" + how + "'");
    }

    /** All that a step writes is written by the one update that asks for state and version: whoever was slower changes nothing. */
    private ArcoOutcome step(UUID id, int version, State from, String set, Object... values) {
        var row = find(id);
        if (row == null || row.state() != from) return new Refused();
        var update =
                jdbc.sql("update rights_request set " + set + ", version = version + 1 where id = ? and version = ?");
        for (var value : values) update = update.param(value);
        if (update.param(id).param(version).update() == 0) return new Refused();
        var now = find(id);
        told("RIGHTS_REQUEST_MOVED", id, row.about(), "state=" + (now == null ? from : now.state()));
        return new Done(id, row.number());
    }

    private static Map<String, String> problems(NewArcoRequest request) {
        var problems = new HashMap<String, String>();
        if (request.name().isBlank()) problems.put("name", "required");
        if (request.asked().isBlank()) problems.put("asked", "required");
        if (request.name().reveal().length() > 200) problems.put("name", "tooLong");
        if (request.contact().reveal().length() > 500) problems.put("contact", "tooLong");
        if (request.asked().reveal().length() > LONGEST) problems.put("asked", "tooLong");
        return problems;
    }

    private void told(String what, UUID id, @Nullable About about, String keys) {
        var event = TrailEvent.of(what).on("RIGHTS_REQUEST", id).with(keys);
        trail.record(about == null ? event : event.inCase(about.ref(), about.personRef()));
    }

    String number(String prefix) {
        long next =
                jdbc.sql("select nextval('rights_number')").query(Long.class).single();
        return String.format(Locale.ROOT, "%s-%d-%04d", prefix, rules.today().getYear(), next);
    }

    private @Nullable About about(String folio) {
        return jdbc.sql("select id, person_id from case_file where folio = ? and id <> all (emergency_cases())")
                .param(folio)
                .query((row, n) -> new About(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .optional()
                .orElse(null);
    }

    private ArcoRequest read(ResultSet row, boolean handles) throws SQLException {
        var answer = row.getString("answer");
        return new ArcoRequest(
                row.getObject("id", UUID.class),
                row.getString("number"),
                ArcoRequest.Kind.valueOf(row.getString("kind")),
                ArcoRequest.Requester.valueOf(row.getString("requester")),
                ArcoRequest.Identified.valueOf(row.getString("identified_by")),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                State.valueOf(row.getString("state")),
                row.getObject("answer_due", LocalDate.class),
                row.getBoolean("extended"),
                row.getObject("data_due", LocalDate.class),
                answer == null ? null : ArcoRequest.Answer.valueOf(answer),
                row.getObject("effect_due", LocalDate.class),
                handles ? row.getString("folio") : null,
                row.getInt("version"));
    }

    @Nullable
    Row find(UUID id) {
        return jdbc.sql(
                        "select number, state, extended, answer_due, case_id, person_id, wrapped_key, sealed from rights_request where id = ?")
                .param(id)
                .query((row, n) -> new Row(
                        row.getString(1),
                        State.valueOf(row.getString(2)),
                        row.getBoolean(3),
                        row.getObject(4, LocalDate.class),
                        About.of(row.getObject(5, UUID.class), row.getObject(6, UUID.class)),
                        row.getBytes(7),
                        row.getBytes(8)))
                .optional()
                .orElse(null);
    }

    /** Nothing once its key was destroyed. */
    private Answers open(UUID id, Row row) {
        var key = row.wrappedKey();
        var sealed = row.sealed();
        return key == null || sealed == null
                ? Answers.NONE
                : Answers.fromJson(sealer.open(place(id), new Sealed(key, sealed)));
    }

    private static Sensitive word(Answers words, String key) {
        return Sensitive.of(words.get(key).orElse(""));
    }

    private static Place place(UUID id) {
        return new Place("rights_request", id, Compartment.LEGAL);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    @SuppressWarnings("ArrayRecordComponent")
    record Row(
            String number,
            State state,
            boolean extended,
            LocalDate answerDue,
            @Nullable About about,
            byte @Nullable [] wrappedKey,
            byte @Nullable [] sealed) {}
}

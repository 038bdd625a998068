package mx.gob.jocotepec.cauce.referral;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import mx.gob.jocotepec.cauce.audit.AuditTrail;
import mx.gob.jocotepec.cauce.audit.TrailEvent;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.casefile.RiskLevel;
import mx.gob.jocotepec.cauce.crypto.Sealed;
import mx.gob.jocotepec.cauce.person.Persons;
import mx.gob.jocotepec.cauce.referral.ReferralDetail.Moment;
import mx.gob.jocotepec.cauce.referral.ReferralDetail.Note;
import mx.gob.jocotepec.cauce.referral.ReferralDetail.Words;
import mx.gob.jocotepec.cauce.shared.AgreementId;
import mx.gob.jocotepec.cauce.shared.AreaId;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.shared.PersonId;
import mx.gob.jocotepec.cauce.shared.ReferralId;
import mx.gob.jocotepec.cauce.staff.CurrentActor;
import mx.gob.jocotepec.cauce.staff.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What can be seen of referrals. Each list reads a fixed number of statements, whatever its length. */
@Service
public class ReferralReads {
    /** Columns of the board show at most so many cards. */
    public static final int PER_COLUMN = 50;

    private static final String LINE = """
            select r.*, c.folio, coalesce(c.risk_level, r.risk_at_sending) as risk, f.name as from_name, coalesce(a.name, i.name) as to_name,
              p.wrapped_key as name_key, p.sealed as name_sealed, exists (select from referral n where n.replaces_id = r.id) as taken_up
            from referral r join area f on f.id = r.from_area left join area a on a.id = r.to_area left join institution i on i.id = r.to_institution
              left join case_file c on c.id = r.case_id left join person_part p on p.person_id = r.person_id and p.compartment = 'IDENTITY'
            """;
    private static final String DUE =
            "case r.status when 'SENT' then r.accept_due_at when 'ACCEPTED' then r.answer_due_at when 'IN_ATTENTION' then r.answer_due_at end";

    private final JdbcClient jdbc;
    private final ReferralTable table;
    private final ReferralWords words;
    private final Persons persons;
    private final CurrentActor actor;
    private final AuditTrail trail;
    private final Clock clock;

    ReferralReads(
            JdbcClient jdbc,
            ReferralTable table,
            ReferralWords words,
            Persons persons,
            CurrentActor actor,
            AuditTrail trail,
            Clock clock) {
        this.jdbc = jdbc;
        this.table = table;
        this.words = words;
        this.persons = persons;
        this.actor = actor;
        this.trail = trail;
        this.clock = clock;
    }

    /** Of the actor's own area: what is open first, and of it what is due first; then the newest. */
    @PreAuthorize("hasAuthority('REFERRAL_READ')")
    @Transactional(readOnly = true)
    public List<ReferralLine> tray(TrayQuery query, int offset, int limit) {
        var side = query.side() == TrayQuery.Side.RECEIVED ? "r.to_area" : "r.from_area";
        return jdbc.sql(LINE + "where " + side + " = :area and r.status = any (:states)" + " and "
                        + query.only().condition() + " order by " + DUE
                        + " nulls last, r.sent_at desc offset :offset limit :limit")
                .param("area", actor.get().area().value())
                .param("states", names(query.states()))
                .param("now", now())
                .param("today", endOfToday())
                .param("offset", offset)
                .param("limit", limit)
                .query(this::line)
                .list();
    }

    /** All referrals by state, for the Dirección. Two statements. */
    @PreAuthorize("hasAuthority('REFERRAL_OVERSEE')")
    @Transactional(readOnly = true)
    public Board board(BoardQuery query) {
        var states = query.states().isEmpty() ? EnumSet.allOf(ReferralStatus.class) : query.states();
        var where = where(query);
        var columns = states.stream()
                .map(state -> "(" + LINE + "where r.status = '" + state + "'" + where + " order by "
                        + (state.isOpen()
                                ? state == ReferralStatus.SENT ? "r.accept_due_at" : "r.answer_due_at"
                                : "r.sent_at desc")
                        + " limit " + PER_COLUMN + ")")
                .collect(Collectors.joining(" union all "));
        var lines = bind(jdbc.sql(columns), query).query(this::line).list().stream()
                .collect(Collectors.groupingBy(ReferralLine::status));
        var totals = new EnumMap<ReferralStatus, Integer>(ReferralStatus.class);
        bind(
                        jdbc.sql(
                                "select r.status, count(*) as total from referral r left join case_file c on c.id = r.case_id where r.status = any (:states)"
                                        + where + " group by r.status"),
                        query)
                .param("states", names(states))
                .query(row -> {
                    totals.put(ReferralStatus.valueOf(row.getString("status")), row.getInt("total"));
                });
        return new Board(states.stream()
                .collect(Collectors.toMap(
                        state -> state,
                        state -> new Board.Column(
                                lines.getOrDefault(state, List.of()), totals.getOrDefault(state, 0)))));
    }

    /** The same as a list: what is due first, then the newest. */
    @PreAuthorize("hasAuthority('REFERRAL_OVERSEE')")
    @Transactional(readOnly = true)
    public List<ReferralLine> list(BoardQuery query, int offset, int limit) {
        return bind(
                        jdbc.sql(LINE + "where r.status = any (:states)" + where(query) + " order by " + DUE
                                + " nulls last, r.sent_at desc offset :offset limit :limit"),
                        query)
                .param("states", names(query.states()))
                .param("offset", offset)
                .param("limit", limit)
                .query(this::line)
                .list();
    }

    /**
     * Sent on these days, the newest first: of the own area, at either end; of all for whoever follows all. Without those whose case is out
     * of reach or open for some hours only, for what is taken out of the house stays out.
     */
    @PreAuthorize("hasAuthority('REFERRAL_READ')")
    @Transactional(readOnly = true)
    public List<ReferralLine> toTakeOut(LocalDate from, LocalDate to, int limit) {
        var me = actor.get();
        return jdbc.sql(LINE + """
                        where r.sent_at >= :from and r.sent_at < :until and c.id is not null
                          and (:all or r.from_area = :area or r.to_area = :area)
                          and r.case_id <> all ((select emergency_cases())::uuid[])
                        order by r.sent_at desc, r.id desc limit :limit""")
                .param("from", startOf(from))
                .param("until", startOf(to.plusDays(1)))
                .param("all", me.may(Permission.REFERRAL_OVERSEE))
                .param("area", me.area().value())
                .param("limit", limit)
                .query(this::line)
                .list();
    }

    /** Newest first, at most a hundred. */
    @PreAuthorize("hasAuthority('REFERRAL_READ')")
    @Transactional(readOnly = true)
    public List<ReferralLine> ofCase(CaseRef ref) {
        return jdbc.sql(LINE + "where r.case_id = :case order by r.sent_at desc limit 100")
                .param("case", ref.id().value())
                .query(this::line)
                .list();
    }

    /** How many of a case are open. */
    @PreAuthorize("hasAuthority('REFERRAL_READ')")
    @Transactional(readOnly = true)
    public int countOpen(CaseRef ref) {
        return jdbc.sql(
                        "select count(*) from referral where case_id = ? and status in ('SENT', 'ACCEPTED', 'IN_ATTENTION')")
                .param(ref.id().value())
                .query(Integer.class)
                .single();
    }

    /** Opens a referral with what was written; the reading stands in the trail. An unknown id and one out of reach answer alike. */
    @PreAuthorize("hasAuthority('REFERRAL_READ')")
    @Transactional
    public Optional<ReferralDetail> find(ReferralId id) {
        var row = table.find(id).orElse(null);
        var line = row == null
                ? Optional.<ReferralLine>empty()
                : jdbc.sql(LINE + "where r.id = :id")
                        .param("id", id.value())
                        .query(this::line)
                        .optional();
        if (row == null || line.isEmpty()) {
            trail.denied(TrailEvent.of("REFERRAL_READ").on("REFERRAL", id.value()));
            return Optional.empty();
        }
        trail.record(TrailEvent.of("REFERRAL_READ").on("REFERRAL", id.value()).inCase(row.caseId(), row.person()));
        var more = more(id);
        var request = row.request();
        return Optional.of(new ReferralDetail(
                line.get(),
                row.compartments(),
                row.consent() instanceof ConsentBasis.LegalException(var key) ? key : null,
                row.agreement() == null ? null : AgreementId.of(row.agreement()),
                more.agreementNumber(),
                row.replaces() == null ? null : ReferralId.of(row.replaces()),
                more.replacedBy() == null ? null : ReferralId.of(more.replacedBy()),
                request != null && mayReadWords(row) ? Optional.of(words(row, request)) : Optional.empty(),
                request == null,
                more.history(),
                steps(row, more.replacedBy() != null)));
    }

    /** One statement. */
    @PreAuthorize("hasAuthority('REFERRAL_READ')")
    @Transactional(readOnly = true)
    public Waiting waiting() {
        var me = actor.get();
        return jdbc.sql("""
                        select count(*) filter (where r.status = 'SENT' and r.to_area = :area) as to_accept,
                          count(*) filter (where (:all or r.to_area = :area) and %s) as overdue,
                          count(*) filter (where (:all or r.to_area = :area) and %s) as answers,
                          count(*) filter (where (:all or r.from_area = :area) and %s) as rejected
                        from referral r where r.status in ('SENT', 'ACCEPTED', 'IN_ATTENTION', 'REJECTED')""".formatted(
                                Only.OVERDUE.condition(), Only.ANSWER_TODAY.condition(), Only.NOT_TAKEN_UP.condition()))
                .param("area", me.area().value())
                .param("all", me.may(Permission.REFERRAL_OVERSEE))
                .param("now", now())
                .param("today", endOfToday())
                .query((row, n) -> new Waiting(
                        row.getInt("to_accept"), row.getInt("overdue"), row.getInt("answers"), row.getInt("rejected")))
                .single();
    }

    /** An area that rejected it, from which it was taken, or whose time with the case is over, has no business with what it was told. */
    private boolean mayReadWords(ReferralTable.Row row) {
        if (row.caseRef() == null) return false;
        var me = actor.get();
        boolean follows = row.parties().from().equals(me.area()) || me.may(Permission.REFERRAL_OVERSEE);
        return follows || (row.status() != ReferralStatus.REJECTED && row.status() != ReferralStatus.CANCELLED);
    }

    private Words words(ReferralTable.Row row, Sealed asked) {
        var request = words.openRequest(row.id(), asked);
        var reply = row.reply();
        var result = row.result();
        return new Words(
                request.reason(),
                request.summary(),
                reply != null && result != null
                        ? Optional.of(words.openAnswer(row.id(), reply, result))
                        : Optional.empty(),
                reply != null && result == null ? words.openClosing(row.id(), reply) : Optional.empty(),
                notes(row.id()));
    }

    private List<Note> notes(ReferralId id) {
        return jdbc.sql("""
                        select n.id, n.at, n.wrapped_key, n.sealed, coalesce(s.display_name, '') as by_name, coalesce(a.name, '') as area_name
                        from referral_note n left join staff_account s on s.id = n.by_staff left join area a on a.id = n.by_area
                        where n.referral_id = ? order by n.at, n.id limit 200""")
                .param(id.value())
                .query((row, n) -> new Note(
                        instant(row, "at"),
                        row.getString("by_name"),
                        row.getString("area_name"),
                        words.openNote(
                                row.getObject("id", UUID.class),
                                new Sealed(row.getBytes("wrapped_key"), row.getBytes("sealed")))))
                .list();
    }

    private Set<ReferralStep> steps(ReferralTable.Row row, boolean replaced) {
        var me = actor.get();
        var steps = EnumSet.noneOf(ReferralStep.class);
        if (row.shut() || row.request() == null) return steps;
        for (var step : ReferralStep.values()) {
            if (row.status().after(step).isPresent() && step.belongsTo(me, row.parties())) steps.add(step);
        }
        if (replaced || row.caseRef() == null) steps.remove(ReferralStep.REASSIGN);
        if (row.caseRef() == null) steps.remove(ReferralStep.COMMENT);
        return steps;
    }

    private More more(ReferralId id) {
        return jdbc.sql("""
                        select r.*, g.number, (select n.id from referral n where n.replaces_id = r.id limit 1) as replaced_by,
                          s1.display_name as sent_name, s2.display_name as accepted_name, s3.display_name as rejected_name,
                          s4.display_name as answered_name, s5.display_name as cancelled_name
                        from referral r left join agreement g on g.id = r.agreement_id
                          left join staff_account s1 on s1.id = r.sent_by left join staff_account s2 on s2.id = r.accepted_by
                          left join staff_account s3 on s3.id = r.rejected_by left join staff_account s4 on s4.id = r.answered_by
                          left join staff_account s5 on s5.id = r.cancelled_by
                        where r.id = ?""").param(id.value()).query((row, n) -> more(row)).single();
    }

    private static More more(ResultSet row) throws SQLException {
        var history = new ArrayList<Moment>();
        add(history, row, ReferralStatus.SENT, "sent_at", "sent_name");
        add(history, row, ReferralStatus.ACCEPTED, "accepted_at", "accepted_name");
        add(history, row, ReferralStatus.IN_ATTENTION, "attended_at", "accepted_name");
        add(history, row, ReferralStatus.REJECTED, "rejected_at", "rejected_name");
        add(history, row, ReferralStatus.ANSWERED, "answered_at", "answered_name");
        add(history, row, ReferralStatus.CANCELLED, "cancelled_at", "cancelled_name");
        history.sort(Comparator.comparing(Moment::at));
        return new More(history, row.getString("number"), row.getObject("replaced_by", UUID.class));
    }

    private static void add(List<Moment> history, ResultSet row, ReferralStatus status, String at, String by)
            throws SQLException {
        if (row.getObject(at) == null) return;
        var name = row.getString(by);
        history.add(new Moment(status, instant(row, at), name == null ? "" : name));
    }

    private record More(
            List<Moment> history,
            @Nullable String agreementNumber,
            @Nullable UUID replacedBy) {}

    private static String where(BoardQuery query) {
        return (query.to() == null ? "" : " and coalesce(r.to_area, r.to_institution) = :to")
                + (query.risk().isEmpty() ? "" : " and coalesce(c.risk_level, r.risk_at_sending) = any (:risk)")
                + " and " + query.only().condition()
                + (query.olderThanDays() > 0 ? " and r.sent_at < :before" : "");
    }

    private StatementSpec bind(StatementSpec statement, BoardQuery query) {
        return statement
                .param("to", query.to() == null ? null : query.to().value())
                .param("risk", query.risk().stream().map(RiskLevel::name).toArray(String[]::new))
                .param("now", now())
                .param("today", endOfToday())
                .param("before", now().minus(Duration.ofDays(query.olderThanDays())));
    }

    private ReferralLine line(ResultSet row, int number) throws SQLException {
        var status = ReferralStatus.valueOf(row.getString("status"));
        var result = row.getString("result");
        return new ReferralLine(
                ReferralId.of(row.getObject("id", UUID.class)),
                ReferralTable.caseRef(row),
                persons.initials(
                        PersonId.of(row.getObject("person_id", UUID.class)),
                        row.getBytes("name_key"),
                        row.getBytes("name_sealed")),
                RiskLevel.valueOf(row.getString("risk")),
                AreaId.of(row.getObject("from_area", UUID.class)),
                row.getString("from_name"),
                ReferralTable.counterpart(row),
                row.getString("to_name"),
                row.getString("service"),
                Urgency.valueOf(row.getString("urgency")),
                status,
                instant(row, "sent_at"),
                instant(row, "accept_due_at"),
                instant(row, "answer_due_at"),
                switch (status) {
                    case ANSWERED -> instant(row, "answered_at");
                    case REJECTED -> instant(row, "rejected_at");
                    case CANCELLED -> instant(row, "cancelled_at");
                    case SENT, ACCEPTED, IN_ATTENTION -> null;
                },
                row.getString("reject_reason"),
                result == null ? null : ReferralResult.valueOf(result),
                row.getBoolean("taken_up"));
    }

    private OffsetDateTime endOfToday() {
        return ReferralTable.utc(clock.instant()
                .atZone(Office.ZONE)
                .toLocalDate()
                .atTime(LocalTime.MAX)
                .atZone(Office.ZONE)
                .toInstant());
    }

    private static OffsetDateTime startOf(LocalDate day) {
        return ReferralTable.utc(day.atStartOfDay(Office.ZONE).toInstant());
    }

    private OffsetDateTime now() {
        return ReferralTable.utc(clock.instant());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static String[] names(Set<ReferralStatus> states) {
        var wanted = states.isEmpty() ? EnumSet.allOf(ReferralStatus.class) : states;
        return wanted.stream().map(Enum::name).toArray(String[]::new);
    }
}

package mx.gob.jocotepec.cauce.casefile;

import static mx.gob.jocotepec.cauce.person.SealedParts.Of.CASE;

import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import mx.gob.jocotepec.cauce.audit.AuditTrail;
import mx.gob.jocotepec.cauce.audit.TrailEvent;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.crypto.Sealer;
import mx.gob.jocotepec.cauce.person.PersonName;
import mx.gob.jocotepec.cauce.person.PersonPart;
import mx.gob.jocotepec.cauce.person.Persons;
import mx.gob.jocotepec.cauce.person.SaveOutcome;
import mx.gob.jocotepec.cauce.person.SealedParts;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.AreaId;
import mx.gob.jocotepec.cauce.shared.CaseId;
import mx.gob.jocotepec.cauce.shared.Folio;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.shared.PersonId;
import mx.gob.jocotepec.cauce.shared.Tri;
import mx.gob.jocotepec.cauce.staff.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The expedientes. What is out of reach answers exactly like what does not exist, and whatever is opened leaves a trace in the same
 * transaction.
 */
@Service
public class CaseFiles {
    private static final String HEAD = """
            select c.*, a.name as area_name, p.wrapped_key as name_key, p.sealed as name_sealed,
              (select array_agg(distinct x) from held_grant g, unnest(g.compartments) x
                where g.case_id = c.id and x = any ((select readable())::text[])) as held,
              c.id = any ((select broken_glass_cases())::uuid[]) as emergency
            from case_file c join area a on a.id = c.area_id
            left join person_part p on p.person_id = c.person_id and p.compartment = 'IDENTITY'
            """;

    /** Reads, and writes the trace of it. */
    private static final String OPEN = """
            select (o.file).*, o.area_name, o.held, o.name_key, o.name_sealed,
              (o.file).id = any ((select broken_glass_cases())::uuid[]) as emergency
            from open_case(?) o""";

    private static final Set<Compartment> OF_CASE =
            Set.of(Compartment.FACTS, Compartment.AGGRESSOR, Compartment.CLINICAL, Compartment.LEGAL);

    private final CaseFileRepository files;
    private final EntityManager entities;
    private final SealedParts parts;
    private final Persons persons;
    private final KnownWoman known;
    private final CaseEvents events;
    private final WallWatch watch;
    private final CurrentActor actor;
    private final AuditTrail trail;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    CaseFiles(
            CaseFileRepository files,
            EntityManager entities,
            Sealer sealer,
            Persons persons,
            KnownWoman known,
            CaseEvents events,
            WallWatch watch,
            CurrentActor actor,
            AuditTrail trail,
            JdbcClient jdbc,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.files = files;
        this.entities = entities;
        this.parts = new SealedParts(CASE, jdbc, sealer, actor, clock);
        this.persons = persons;
        this.known = known;
        this.events = events;
        this.watch = watch;
        this.actor = actor;
        this.trail = trail;
        this.jdbc = jdbc;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Registers a case, and the person unless she is known; grants it to the area and to the Dirección. */
    @PreAuthorize("hasAuthority('CASE_REGISTER')")
    @Transactional
    public RegisterOutcome register(NewCase request) {
        var facts = request.part(Compartment.FACTS);
        var problems = CaseColumns.problems(bySection(request.parts()), clock);
        if (!problems.isEmpty()) return new RegisterOutcome.Invalid(problems);
        var me = actor.get();
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, Office.ZONE);
        var her = request.person();
        var identity = her == null ? request.part(Compartment.IDENTITY) : known.identity(her, request);
        var person = her == null ? persons.register(request.parts()) : her;
        var ref = new CaseRef(CaseId.next(), person, nextFolio(today.getYear()));
        var file = new CaseFile(ref, me.area().value(), me.staff().value(), now, request.contactManner());
        file.count(facts, CaseColumns.age(identity, facts, today).orElse(null));
        file.countAggressor(request.part(Compartment.AGGRESSOR));
        if (request.privacyNotice()) file.noticeGiven(now);
        file.consent(request.consent(), now);
        if (request.prosecutorNotifiedAt() != null) file.prosecutorNotified(request.prosecutorNotifiedAt());
        entities.persist(file);
        entities.flush();
        var sealed = new EnumMap<Compartment, Answers>(Compartment.class);
        for (var compartment : List.of(Compartment.FACTS, Compartment.AGGRESSOR, Compartment.LEGAL)) {
            sealed.put(compartment, request.part(compartment));
        }
        parts.insert(ref.id().value(), sealed);
        jdbc.sql("select grant_opening(?)")
                .param(ref.id().value())
                .query((row, n) -> "")
                .list();
        trail.record(TrailEvent.of("CASE_REGISTERED")
                .on("CASE", ref.id().value())
                .inCase(ref.id(), person)
                .with("folio=" + ref.folio()));
        events.begin(ref);
        if (her != null) known.keep(her, request).forEach(part -> saved(ref, part));
        publisher.publishEvent(new CaseFileOpened(ref.id(), me.area(), now));
        watch.look(ref, request.part(Compartment.AGGRESSOR));
        return new RegisterOutcome.Registered(ref);
    }

    /** Opens a case by what people call it. The reading stands in the trail; so does the attempt at one that is not to be had. */
    @PreAuthorize("hasAuthority('CASE_READ')")
    @Transactional
    public Optional<CaseHead> findByFolio(Folio folio) {
        var head = jdbc.sql(OPEN).param(folio.toString()).query(this::readHead).optional();
        if (head.isEmpty()) trail.denied(TrailEvent.of("CASE_OPENED").with("folio=" + folio));
        return head;
    }

    /** The head of a case within reach, for other modules; not a reading of its own. */
    @PreAuthorize("hasAuthority('CASE_READ')")
    @Transactional(readOnly = true)
    public Optional<CaseHead> head(CaseId id) {
        return jdbc.sql(HEAD + "where c.id = ?")
                .param(id.value())
                .query(this::readHead)
                .optional();
    }

    /** Opens the name on purpose. */
    @PreAuthorize("hasAuthority('CASE_READ')")
    @Transactional
    public Optional<PersonName> revealName(CaseRef ref) {
        return read(ref, Compartment.IDENTITY).map(part -> PersonName.of(part.answers()));
    }

    /** Opens one compartment; empty when it is out of reach. */
    @PreAuthorize("hasAuthority('CASE_READ')")
    @Transactional
    public Optional<PersonPart> read(CaseRef ref, Compartment compartment) {
        var part = OF_CASE.contains(compartment)
                ? parts.read(ref.id().value(), compartment)
                : persons.read(ref.person(), compartment);
        var event = TrailEvent.of("PART_READ").inCase(ref.id(), ref.person()).with("part=" + compartment);
        if (part.isPresent()) trail.record(event);
        else trail.denied(event);
        return part;
    }

    /** Earlier versions of a compartment, newest first, at most fifty. */
    @PreAuthorize("hasAuthority('CASE_READ')")
    @Transactional
    public List<PersonPart> past(CaseRef ref, Compartment compartment) {
        trail.record(TrailEvent.of("PART_HISTORY_READ")
                .inCase(ref.id(), ref.person())
                .with("part=" + compartment));
        return OF_CASE.contains(compartment)
                ? parts.past(ref.id().value(), compartment)
                : persons.past(ref.person(), compartment);
    }

    /** What cannot be true of these answers: {@code section.field} to message key. */
    @PreAuthorize("hasAuthority('CASE_READ')")
    public Map<String, String> problems(Map<Compartment, Answers> answers) {
        return CaseColumns.problems(bySection(answers), clock);
    }

    /** Stores a changed compartment when nobody else stored it since {@code version} was read. */
    @PreAuthorize("hasAuthority('CASE_EDIT')")
    @Transactional
    public SaveOutcome save(CaseRef ref, Compartment compartment, Answers answers, int version) {
        var file = files.findById(ref.id().value());
        if (file.isEmpty() || file.get().status() == CaseStatus.CLOSED) return new SaveOutcome.NotFound();
        var outcome = OF_CASE.contains(compartment)
                ? parts.save(ref.id().value(), compartment, answers, version)
                : persons.save(ref.person(), compartment, answers, version);
        if (outcome instanceof SaveOutcome.Saved) {
            recount(file.get(), compartment, answers);
            saved(ref, compartment);
            if (compartment == Compartment.AGGRESSOR) watch.look(ref, answers);
        }
        return outcome;
    }

    private void saved(CaseRef ref, Compartment compartment) {
        trail.record(TrailEvent.of("PART_SAVED").inCase(ref.id(), ref.person()).with("part=" + compartment));
        events.tell(ref, "PART_SAVED", compartment.name(), null);
    }

    /** @return false for a case that is closed or out of reach; nothing changes then */
    @PreAuthorize("hasAuthority('CASE_EDIT')")
    @Transactional
    public boolean consent(CaseRef ref, CaseHead.Consent consent, boolean noticeGiven) {
        return change(ref, true, "CONSENT_SET", consent.name(), file -> {
            if (noticeGiven) file.noticeGiven(clock.instant());
            file.consent(consent, clock.instant());
        });
    }

    /** Notes that the Ministerio Público was told. @return false for a time to come, and for a case that is closed or out of reach */
    @PreAuthorize("hasAuthority('CASE_EDIT')")
    @Transactional
    public boolean prosecutorNotified(CaseRef ref, Instant at) {
        if (at.isAfter(clock.instant())) return false;
        return change(ref, true, "PROSECUTOR_NOTIFIED", "", file -> file.prosecutorNotified(at));
    }

    /** The case is attended: from registered to in follow-up. Later calls change nothing. */
    @PreAuthorize("hasAnyAuthority('ATTENTION_RECORD', 'REFERRAL_ANSWER')")
    @Transactional
    public void followUpStarted(CaseRef ref) {
        files.findById(ref.id().value()).ifPresent(CaseFile::followUp);
    }

    @PreAuthorize("hasAuthority('CASE_CLOSE')")
    @Transactional
    public boolean reopen(CaseRef ref) {
        return change(ref, false, "CASE_REOPENED", "", file -> file.reopen(clock.instant()));
    }

    /** Who has opened this case, newest first: everyone who works with it may see that. */
    @PreAuthorize("hasAuthority('CASE_READ')")
    @Transactional(readOnly = true)
    public List<Reader> readers(CaseRef ref) {
        return jdbc.sql("""
                        select s.display_name, a.name, max(t.at) as last, count(*) as times
                        from trail_entry t join staff_account s on s.id = t.actor join area a on a.id = t.area
                        where t.case_id = ? and t.outcome = 'DONE' group by 1, 2 order by last desc limit 100""")
                .param(ref.id().value())
                .query((row, n) -> new Reader(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getInt(4)))
                .list();
    }

    /** Somebody who opened a case. */
    public record Reader(String name, String area, Instant last, int times) {}

    private boolean change(
            CaseRef ref, boolean open, String what, String key, java.util.function.Consumer<CaseFile> change) {
        var file = files.findToChange(ref.id().value()).filter(one -> (one.status() != CaseStatus.CLOSED) == open);
        if (file.isEmpty()) return false;
        change.accept(file.get());
        entities.flush();
        trail.record(TrailEvent.of(what).inCase(ref.id(), ref.person()).with(key));
        events.tell(ref, what, key, null);
        return true;
    }

    private void recount(CaseFile file, Compartment compartment, Answers answers) {
        var today = LocalDate.ofInstant(clock.instant(), Office.ZONE);
        switch (compartment) {
            case FACTS ->
                file.count(
                        answers,
                        persons.read(file.ref().person(), Compartment.IDENTITY)
                                .flatMap(her -> CaseColumns.age(her.answers(), answers, today))
                                .orElse(null));
            case AGGRESSOR -> file.countAggressor(answers);
            case IDENTITY ->
                file.age(CaseColumns.age(
                                answers,
                                parts.read(file.ref().id().value(), Compartment.FACTS)
                                        .map(PersonPart::answers)
                                        .orElse(Answers.NONE),
                                today)
                        .orElse(null));
            default -> {}
        }
        entities.flush();
    }

    private String nextFolio(int year) {
        var number =
                jdbc.sql("select next_folio(?)").param(year).query(Long.class).single();
        return new Folio(year, Math.toIntExact(number)).toString();
    }

    private CaseHead readHead(ResultSet row, int number) throws SQLException {
        var person = PersonId.of(row.getObject("person_id", UUID.class));
        var held = row.getArray("held");
        var compartments = java.util.EnumSet.noneOf(Compartment.class);
        if (held != null) {
            for (var name : (String[]) held.getArray()) compartments.add(Compartment.valueOf(name));
        }
        return new CaseHead(
                new CaseRef(CaseId.of(row.getObject("id", UUID.class)), person, row.getString("folio")),
                CaseStatus.valueOf(row.getString("status")),
                RiskLevel.valueOf(row.getString("risk_level")),
                instant(row, "risk_assessed_at"),
                persons.name(person, row.getBytes("name_key"), row.getBytes("name_sealed"))
                        .initials(),
                row.getObject("age_at_facts", Integer.class),
                row.getString("locality"),
                AreaId.of(row.getObject("area_id", UUID.class)),
                row.getString("area_name"),
                java.util.Objects.requireNonNull(instant(row, "opened_at")),
                row.getObject("facts_on", LocalDate.class),
                row.getObject("facts_time", LocalTime.class),
                Arrays.asList((String[]) row.getArray("violence_types").getArray()),
                Tri.valueOf(row.getString("minors_present")),
                Tri.valueOf(row.getString("public_servant")),
                instant(row, "prosecutor_notified_at"),
                instant(row, "privacy_notice_at"),
                CaseHead.Consent.valueOf(row.getString("consent")),
                instant(row, "closed_at"),
                row.getString("closure_reason"),
                compartments,
                row.getBoolean("emergency"),
                row.getInt("version"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Map<String, Answers> bySection(Map<Compartment, Answers> parts) {
        var sections = new HashMap<String, Answers>();
        parts.forEach((compartment, answers) ->
                Sections.of(compartment).forEach(section -> sections.put(section.key(), answers)));
        return sections;
    }
}

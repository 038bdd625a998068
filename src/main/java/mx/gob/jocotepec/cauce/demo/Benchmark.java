package mx.gob.jocotepec.cauce.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import mx.gob.jocotepec.cauce.casefile.CaseFiles;
import mx.gob.jocotepec.cauce.casefile.CaseHead;
import mx.gob.jocotepec.cauce.casefile.CaseLists;
import mx.gob.jocotepec.cauce.casefile.CaseQuery;
import mx.gob.jocotepec.cauce.casefile.NewCase;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.database.CauceSettings;
import mx.gob.jocotepec.cauce.database.OwnerConnection;
import mx.gob.jocotepec.cauce.database.SettingProblem;
import mx.gob.jocotepec.cauce.person.PersonSearch;
import mx.gob.jocotepec.cauce.plan.IndicatorCounter;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.Folio;
import mx.gob.jocotepec.cauce.shared.Quarter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code ./cauce bench}: how long the server takes for what people do most, beside plain SQL on plain tables in the same run. */
@Component
@ConditionalOnProperty("cauce.bench")
@Order(0)
class Benchmark implements ApplicationRunner {
    private static final int TIMES = 200;

    /** Before them, so that what is measured is a server that has been at work for a while. */
    private static final int WARM_UP = 2_000;

    /** Of what takes longer; as many to warm up. */
    private static final int TIMES_LONG = 30;

    /** What is measured; it gets the number of the repetition. */
    private interface Bare {
        int run(Connection connection, int number) throws SQLException;
    }

    private final CauceSettings settings;
    private final DemoSignIn signIn;
    private final CaseFiles cases;
    private final CaseLists lists;
    private final PersonSearch names;
    private final ObjectProvider<IndicatorCounter> counters;
    private final BareTables bare;
    private final OwnerConnection owner;
    private final JdbcClient jdbc;
    private final ApplicationContext context;

    Benchmark(
            CauceSettings settings,
            DemoSignIn signIn,
            CaseFiles cases,
            CaseLists lists,
            PersonSearch names,
            ObjectProvider<IndicatorCounter> counters,
            BareTables bare,
            OwnerConnection owner,
            JdbcClient jdbc,
            ApplicationContext context) {
        this.settings = settings;
        this.signIn = signIn;
        this.cases = cases;
        this.lists = lists;
        this.names = names;
        this.counters = counters;
        this.bare = bare;
        this.owner = owner;
        this.jdbc = jdbc;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) throws SQLException {
        if (!settings.demo()) throw new SettingProblem("CAUCE_DEMO: the benchmark runs on invented people only.");
        long start = System.nanoTime();
        names.warmUp();
        System.out.printf("Names read into memory in %.1f s%n", (System.nanoTime() - start) / 1e9);
        owner.run(bare::fill);
        owner.run(connection -> BareTables.execute(connection, "analyze"));
        // one person opens more here than anybody may in a day; what the budget costs is measured all the same
        owner.run(connection -> {
            BareTables.execute(connection, "create table bare.read_limit as table cauce.read_limit");
            BareTables.execute(connection, "update cauce.read_limit set cases = 100000, rows = 10000000");
        });
        owner.run(this::measure);
        owner.run(
                connection -> BareTables.execute(
                        connection,
                        "update cauce.read_limit l set cases = b.cases, rows = b.rows from bare.read_limit b where b.role = l.role"));
        owner.run(connection -> BareTables.execute(connection, "drop schema bare cascade"));
        System.exit(SpringApplication.exit(context));
    }

    private void measure(Connection connection) throws SQLException {
        var folios = new ArrayList<String>();
        var people = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select c.folio, p.name from bare.case_file c join bare.person p on p.id = c.person_id
                        order by md5(c.folio) limit 500""")) {
            while (rows.next()) {
                folios.add(rows.getString(1));
                people.add(misspelt(rows.getString(2)));
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
        int year = Quarter.of(java.time.Instant.now()).year();
        var counter = counters.stream().findFirst().orElse(null);
        var like = DemoStaff.first(Places.POLICE).id();
        var ofPolice = signIn.as("policia", () -> lists.page(CaseQuery.ALL, 0, 200)).stream()
                .map(line -> line.ref().folio())
                .toList();

        System.out.println();
        System.out.println(
                "| operation | as | Cauce median ms | p95 | statements | bare median ms | p95 | times bare |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        line(
                connection,
                "open a case",
                "direccion",
                n -> cases.findByFolio(folio(folios, n)),
                (c, n) -> BareTables.open(c, folios.get(n % folios.size())));
        line(
                connection,
                "open a case",
                "policia",
                n -> cases.findByFolio(folio(ofPolice, n)),
                (c, n) -> BareTables.open(c, folios.get(n % folios.size())));
        line(
                connection,
                "open a case, plain SQL with a durable log",
                "policia",
                n -> cases.findByFolio(folio(ofPolice, n)),
                (c, n) -> BareTables.openAndLog(c, folios.get(n % folios.size())));
        line(
                connection,
                "newest 50",
                "direccion",
                n -> lists.page(CaseQuery.ALL, 0, 50),
                (c, n) -> BareTables.newest(c));
        line(
                connection,
                "newest 50",
                "policia",
                n -> lists.page(CaseQuery.ALL, 0, 50),
                (c, n) -> BareTables.newest(c, Places.POLICE));
        for (var user : List.of("direccion", "policia")) {
            line(
                    connection,
                    "misspelt name",
                    user,
                    TIMES,
                    TIMES,
                    n -> lists.search(people.get(n % people.size()), 0, 50),
                    (c, n) -> BareTables.search(c, people.get(n % people.size())));
        }
        line(connection, "register", "policia", n -> cases.register(newCase()), (c, n) -> BareTables.register(c, like));
        line(
                connection,
                "what waits (start page)",
                "direccion",
                TIMES_LONG,
                TIMES_LONG,
                n -> lists.waiting(),
                (c, n) -> BareTables.waiting(c));
        if (counter != null) {
            line(
                    connection,
                    "quarterly count",
                    "direccion",
                    TIMES_LONG,
                    TIMES_LONG,
                    n -> counter.countByQuarter(year),
                    (c, n) -> BareTables.counts(c, year));
        }
        connection.setAutoCommit(false);
        System.out.println();
        System.out.println(jdbc.sql("select version()").query(String.class).single());
    }

    private void line(Connection connection, String what, String user, IntFunction<Object> ours, Bare theirs)
            throws SQLException {
        line(connection, what, user, WARM_UP, TIMES, ours, theirs);
    }

    private void line(
            Connection connection,
            String what,
            String user,
            int warmUp,
            int times,
            IntFunction<Object> ours,
            Bare theirs)
            throws SQLException {
        var mine = new double[times];
        var plain = new double[times];
        int[] statements = new int[1];
        signIn.as(user, () -> {
            for (int n = 0; n < warmUp + times; n++) {
                int before = StatementCount.sent();
                long start = System.nanoTime();
                var _ = ours.apply(n);
                long middle = System.nanoTime();
                if (n >= warmUp) {
                    mine[n - warmUp] = (middle - start) / 1e6;
                    statements[0] += StatementCount.sent() - before;
                }
                try {
                    start = System.nanoTime();
                    theirs.run(connection, n);
                    if (n >= warmUp) plain[n - warmUp] = (System.nanoTime() - start) / 1e6;
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
            return true;
        });
        Arrays.sort(mine);
        Arrays.sort(plain);
        System.out.printf(
                "| %s | %s | %.2f | %.2f | %.1f | %.2f | %.2f | %.1f |%n",
                what,
                user,
                at(mine, 0.5),
                at(mine, 0.95),
                statements[0] / (double) times,
                at(plain, 0.5),
                at(plain, 0.95),
                at(mine, 0.5) / at(plain, 0.5));
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) (share * (sorted.length - 1))];
    }

    private static Folio folio(List<String> folios, int number) {
        return Folio.parse(folios.get(number % folios.size())).orElseThrow();
    }

    /** As somebody would write it who only heard it. */
    private static String misspelt(String name) {
        return name.replace("z", "s")
                .replaceFirst("(?<=[a-záéíóú])v", "b")
                .replace("H", "")
                .replaceFirst("ll", "y");
    }

    private static NewCase newCase() {
        var text = new Answers(Map.of(
                "on",
                "2026-01-05",
                "types",
                "PHYSICAL,PSYCHOLOGICAL",
                "locality",
                "140500011",
                "narrative",
                "x".repeat(200)));
        return new NewCase(
                null,
                Map.of(
                        Compartment.IDENTITY,
                                new Answers(Map.of(
                                        "given", "Prueba", "surname1", "De", "surname2", "Registro", "age", "34")),
                        Compartment.CONTACT, new Answers(Map.of("phone", "387 000 0000", "mayCall", "MESSAGE_ONLY")),
                        Compartment.FACTS, text,
                        Compartment.AGGRESSOR, new Answers(Map.of("relationship", "HUSBAND"))),
                true,
                CaseHead.Consent.GIVEN,
                null,
                "IN_PERSON");
    }
}

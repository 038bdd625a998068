package mx.gob.jocotepec.cauce.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import mx.gob.jocotepec.cauce.crypto.BlindIndex;
import mx.gob.jocotepec.cauce.crypto.Sealer;
import mx.gob.jocotepec.cauce.database.CauceSettings;
import mx.gob.jocotepec.cauce.database.OwnerConnection;
import mx.gob.jocotepec.cauce.database.SettingProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Fills a data folder of its own with invented people at the first start of a demonstration. A folder that holds anything else is left
 * alone, and a demonstration's folder serves nothing but demonstrations, for its passwords are known.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DemoData implements ApplicationRunner {
    /** FILLING: no case is there yet, for they come in one transaction. CASES: the plan is still to come. */
    private enum State {
        FILLING,
        CASES,
        FILLED
    }

    private record Marker(State state, int cases) {}

    private final CauceSettings settings;
    private final DemoSettings wanted;
    private final boolean join;
    private final OwnerConnection owner;
    private final Sealer sealer;
    private final BlindIndex blind;
    private final PasswordEncoder passwords;
    private final DemoPlan plan;
    private final Clock clock;

    DemoData(
            CauceSettings settings,
            Environment environment,
            @Value("${cauce.join:false}") boolean join,
            OwnerConnection owner,
            Sealer sealer,
            BlindIndex blind,
            PasswordEncoder passwords,
            DemoPlan plan,
            Clock clock) {
        this.settings = settings;
        this.wanted = settings.demo() ? DemoSettings.from(environment) : new DemoSettings(null);
        this.join = join;
        this.owner = owner;
        this.sealer = sealer;
        this.blind = blind;
        this.passwords = passwords;
        this.plan = plan;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) throws SQLException {
        if (settings.demo()) fill();
        else if (!join && marker() != null) {
            throw new SettingProblem("CAUCE_DATA: " + settings.data()
                    + " was filled by --demo with invented people and known passwords; use another folder.");
        }
    }

    void fill() throws SQLException {
        var marker = marker();
        if (marker == null) {
            begin();
        } else if (marker.state == State.FILLING) {
            System.out.println("Demo: the last start was interrupted while it filled this folder; it begins anew.");
        } else if (marker.state == State.CASES) {
            System.out.println("Demo: the last start was interrupted after the cases; it goes on with the plan.");
        }
        if (marker == null || marker.state == State.FILLING) cases();
        else tellOther(marker.cases);
        if (marker == null || marker.state != State.FILLED) {
            var filled = java.util.Objects.requireNonNull(marker());
            plan.fill(filled.cases);
            owner.run(connection -> {
                try (var update = connection.prepareStatement("""
                        update cauce.plan_indicator set remarks = ltrim(remarks || ' ' || ?) where position(? in remarks) = 0""")) {
                    update.setString(1, DemoPlan.REMARK);
                    update.setString(2, DemoPlan.REMARK);
                    update.executeUpdate();
                }
                mark(connection, State.FILLED, filled.cases);
            });
            System.out.println(
                    "Demo: sign in as policia, dif, salud, psicologia, juridico, trabajosocial, direccion, planeacion,"
                            + " transparencia, sistemas or auditoria; password " + DemoStaff.PASSWORD);
        }
    }

    private void begin() throws SQLException {
        owner.run(connection -> {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("select exists (select from cauce.staff_account)")) {
                rows.next();
                if (rows.getBoolean(1)) {
                    throw new SettingProblem(
                            "CAUCE_DATA: " + settings.data() + " is in use already; --demo needs a folder of its own.");
                }
            }
            try (var statement = connection.createStatement()) {
                statement.execute("""
                        create table cauce.demo_filling (
                          id smallint primary key check (id = 1), state text not null, cases integer not null)""");
                statement.execute("insert into cauce.demo_filling values (1, 'FILLING', 0)");
            }
        });
    }

    private void cases() throws SQLException {
        var now = clock.instant();
        owner.run(connection -> {
            var calendar = new Calendar(now, wanted.orUsual());
            var hash = java.util.Objects.requireNonNull(passwords.encode(DemoStaff.PASSWORD));
            DemoStaff.insert(connection, hash, calendar.opened(0).minusSeconds(86_400));
            DemoAgreements.insert(connection, now);
            new BulkLoad(connection, calendar).run(sealer, blind);
            mark(connection, State.CASES, calendar.cases());
        });
    }

    private void tellOther(int there) {
        var cases = wanted.cases();
        if (cases == null || cases == there) return;
        System.out.printf(
                "Demo: this folder holds %,d cases and keeps them; for %,d set CAUCE_DATA to a new one.%n",
                there, cases);
    }

    private static void mark(Connection connection, State state, int cases) throws SQLException {
        try (var update = connection.prepareStatement("update cauce.demo_filling set state = ?, cases = ?")) {
            update.setString(1, state.name());
            update.setInt(2, cases);
            update.executeUpdate();
        }
    }

    private @Nullable Marker marker() throws SQLException {
        var found = new Marker[1];
        owner.run(connection -> {
            try (var statement = connection.createStatement()) {
                try (var rows = statement.executeQuery("select to_regclass('cauce.demo_filling') is not null")) {
                    rows.next();
                    if (!rows.getBoolean(1)) return;
                }
                try (var rows = statement.executeQuery("select state, cases from cauce.demo_filling")) {
                    if (rows.next()) found[0] = new Marker(State.valueOf(rows.getString(1)), rows.getInt(2));
                }
            }
        });
        return found[0];
    }
}

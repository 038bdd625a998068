package mx.gob.jocotepec.cauce.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import mx.gob.jocotepec.cauce.shared.Office;

/** A civil association that does not exist, and agreements: one that ends within the month, one new, one over. */
final class DemoAgreements {
    private static final UUID ASSOCIATION = UUID.fromString("00000000-0000-7000-8000-000000000901");

    private DemoAgreements() {}

    static void insert(Connection connection, Instant now) throws SQLException {
        var today = LocalDate.ofInstant(now, Office.ZONE);
        try (var insert = connection.prepareStatement("""
                insert into cauce.institution (id, name, kind, phone, hours, services)
                values (?, 'Manos de la Ribera, A.C. (demostración)', 'CIVIL', '387 000 0001', 'Lunes a viernes de 9 a 15 h',
                  array['PSYCHOLOGICAL','EMPLOYMENT','EDUCATION'])""")) {
            insert.setObject(1, ASSOCIATION);
            insert.executeUpdate();
        }
        var made = new Maker(connection, now);
        made.insert(
                "DEMO/01",
                "INSTITUTION",
                Places.JUSTICE_CENTRE,
                "Atención integral y acompañamiento a usuarias del municipio.",
                new String[] {"LEGAL", "PROSECUTOR", "SHELTER"},
                today.minusMonths(11),
                today.plusDays(21));
        made.insert(
                "DEMO/02",
                "CIVIL",
                ASSOCIATION,
                "Talleres y empleo para usuarias que lo soliciten.",
                new String[] {"EMPLOYMENT", "EDUCATION", "PSYCHOLOGICAL"},
                today.minusDays(40),
                today.plusMonths(11));
        made.insert(
                "DEMO/03",
                "CIVIL",
                ASSOCIATION,
                "Jornadas de salud mental en las delegaciones.",
                new String[] {"PSYCHOLOGICAL"},
                LocalDate.of(2024, 2, 1),
                LocalDate.of(2024, 11, 30));
    }

    private record Maker(Connection connection, Instant now) {
        void insert(
                String number,
                String kind,
                UUID institution,
                String object,
                String[] services,
                LocalDate from,
                LocalDate until)
                throws SQLException {
            try (var insert = connection.prepareStatement("""
                    insert into cauce.agreement (id, number, counterpart_kind, institution_id, object, services, signed_on, signed_by, valid_from,
                      valid_until, created_at, created_by) values (?, ?, ?, ?, ?, ?, ?, 'Dirección de Igualdad (demostración)', ?, ?, ?, ?)""")) {
                insert.setObject(1, Dice.of("agreement", number.hashCode()).id(now.toEpochMilli()));
                insert.setString(2, number);
                insert.setString(3, kind);
                insert.setObject(4, institution);
                insert.setString(5, object);
                insert.setArray(6, connection.createArrayOf("text", services));
                insert.setObject(7, from);
                insert.setObject(8, from);
                insert.setObject(9, until);
                insert.setObject(10, now.atOffset(ZoneOffset.UTC));
                insert.setObject(11, DemoStaff.first(Places.DIRECTION).id());
                insert.executeUpdate();
            }
        }
    }
}

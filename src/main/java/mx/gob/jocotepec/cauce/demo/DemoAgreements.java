package mx.gob.jocotepec.cauce.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import mx.gob.jocotepec.cauce.shared.Office;
import org.jspecify.annotations.Nullable;

/** A civil association that does not exist, and agreements: one that ends within the month, one new, one over. */
final class DemoAgreements {
    private static final UUID ASSOCIATION = UUID.fromString("00000000-0000-7000-8000-000000000901");

    private DemoAgreements() {}

    static void insert(Connection connection, Instant now) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into cauce.institution (id, name, kind, phone, hours, services)
                values (?, 'Manos de la Ribera, A.C. (demostración)', 'CIVIL', '387 000 0001', 'Lunes a viernes de 9 a 15 h',
                  array['PSYCHOLOGICAL','EMPLOYMENT','EDUCATION'])""")) {
            insert.setObject(1, ASSOCIATION);
            insert.executeUpdate();
        }
        for (var agreement : all(now)) agreement.insert(connection, now);
    }

    /** The agreement with an institution that offered a service on a day. @param now when the demonstration was filled */
    static @Nullable UUID backing(UUID institution, String service, LocalDate on, Instant now) {
        return all(now).stream()
                .filter(agreement -> agreement.institution.equals(institution)
                        && agreement.services.contains(service)
                        && !on.isBefore(agreement.from)
                        && !on.isAfter(agreement.until))
                .findFirst()
                .map(agreement -> agreement.id(now))
                .orElse(null);
    }

    private static List<Made> all(Instant now) {
        var today = LocalDate.ofInstant(now, Office.ZONE);
        return List.of(
                new Made(
                        "DEMO/01",
                        "INSTITUTION",
                        Places.JUSTICE_CENTRE,
                        "Atención integral y acompañamiento a usuarias del municipio.",
                        List.of("LEGAL", "PROSECUTOR", "SHELTER"),
                        today.minusMonths(11),
                        today.plusDays(21)),
                new Made(
                        "DEMO/02",
                        "CIVIL",
                        ASSOCIATION,
                        "Talleres y empleo para usuarias que lo soliciten.",
                        List.of("EMPLOYMENT", "EDUCATION", "PSYCHOLOGICAL"),
                        today.minusDays(40),
                        today.plusMonths(11)),
                new Made(
                        "DEMO/03",
                        "CIVIL",
                        ASSOCIATION,
                        "Jornadas de salud mental en las delegaciones.",
                        List.of("PSYCHOLOGICAL"),
                        LocalDate.of(2024, 2, 1),
                        LocalDate.of(2024, 11, 30)));
    }

    private record Made(
            String number,
            String kind,
            UUID institution,
            String object,
            List<String> services,
            LocalDate from,
            LocalDate until) {
        UUID id(Instant now) {
            return Dice.of("agreement", number.hashCode()).id(now.toEpochMilli());
        }

        void insert(Connection connection, Instant now) throws SQLException {
            try (var insert = connection.prepareStatement("""
                    insert into cauce.agreement (id, number, counterpart_kind, institution_id, object, services, signed_on, signed_by, valid_from,
                      valid_until, created_at, created_by) values (?, ?, ?, ?, ?, ?, ?, 'Dirección de Igualdad (demostración)', ?, ?, ?, ?)""")) {
                insert.setObject(1, id(now));
                insert.setString(2, number);
                insert.setString(3, kind);
                insert.setObject(4, institution);
                insert.setString(5, object);
                insert.setArray(6, connection.createArrayOf("text", services.toArray()));
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

package mx.gob.jocotepec.cauce.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mx.gob.jocotepec.cauce.staff.Role;

/** The invented members of staff: one for each role, whose user name says it, and colleagues who write in the cases too. */
final class DemoStaff {
    /** Only ever set where the start was told to demonstrate. */
    static final String PASSWORD = "Cauce-demo-2024";

    record Member(UUID id, String username, String name, String post, UUID area, Role role) {}

    private static final List<Member> ALL = new ArrayList<>();
    private static final Map<UUID, List<Member>> BY_AREA = new HashMap<>();

    static {
        add("policia", "Oficial Ramiro Cuevas Lomelí", "Policía de primer contacto", 5, Role.FIRST_CONTACT);
        add("dif", "Verónica Robles Anaya", "Trabajadora social del DIF", 6, Role.FIRST_CONTACT);
        add("salud", "Dra. Elena Padilla Ríos", "Médica de guardia", 7, Role.FIRST_CONTACT);
        add("psicologia", "Mtra. Carolina Ibarra Soto", "Psicóloga", 2, Role.PSYCHOLOGY);
        add("juridico", "Lic. Daniel Ortega Nuño", "Abogado", 3, Role.LEGAL);
        add("trabajosocial", "Lic. Araceli Zamora Ruiz", "Trabajadora social", 4, Role.SOCIAL_WORK);
        add("direccion", "Mtra. Lucía Navarro Vega", "Directora de Igualdad Sustantiva", 1, Role.DIRECTION);
        add("planeacion", "Ing. Tomás Camarena Gil", "Analista de planeación", 17, Role.PLANNING);
        add("transparencia", "Lic. Sara Rentería Luna", "Titular de transparencia", 18, Role.TRANSPARENCY);
        add("sistemas", "Ing. Iván Olmedo Cruz", "Administrador de sistemas", 19, Role.ADMINISTRATION);
        add("auditoria", "C.P. Nora Covarrubias Paz", "Auditora", 20, Role.AUDIT);
        add("policia2", "Oficial Maribel Herrera Lara", "Policía de primer contacto", 5, Role.FIRST_CONTACT);
        add("policia3", "Oficial Joel Mendoza Rangel", "Policía de primer contacto", 5, Role.FIRST_CONTACT);
        add("policia4", "Oficial Brenda Aguilar Real", "Policía de primer contacto", 5, Role.FIRST_CONTACT);
        add("dif2", "Silvia Contreras Mora", "Psicóloga del DIF", 6, Role.FIRST_CONTACT);
        add("salud2", "Enf. Rosa Castillo Tapia", "Enfermera", 7, Role.FIRST_CONTACT);
        add("salud3", "Enf. Hugo Delgado Prado", "Enfermero", 7, Role.FIRST_CONTACT);
        add("psicologia2", "Psic. Mariana Luna Bravo", "Psicóloga", 2, Role.PSYCHOLOGY);
        add("direccion2", "Lic. Gabriela Chávez Olmos", "Enlace de la Dirección", 1, Role.SOCIAL_WORK);
        add("del.chantepec", "Rosario Flores Macías", "Enlace de la delegación", 10, Role.FIRST_CONTACT);
        add("del.huejotitan", "Martín Salazar Peña", "Enlace de la delegación", 11, Role.FIRST_CONTACT);
        add("del.potrerillos", "Irma Valencia Torres", "Enlace de la delegación", 12, Role.FIRST_CONTACT);
        add("del.sancristobal", "Alma Guerrero Díaz", "Enlace de la delegación", 13, Role.FIRST_CONTACT);
        add("del.cosala", "Patricia Vargas León", "Enlace de la delegación", 14, Role.FIRST_CONTACT);
        add("del.tesistan", "Ofelia Morales Cano", "Enlace de la delegación", 15, Role.FIRST_CONTACT);
        add("del.zapotitan", "Beatriz Ramos Silva", "Enlace de la delegación", 16, Role.FIRST_CONTACT);
    }

    private DemoStaff() {}

    static Member of(UUID area, Dice dice) {
        var members = java.util.Objects.requireNonNull(BY_AREA.get(area));
        return dice.chance(0.4) ? members.getFirst() : dice.of(members);
    }

    static Member first(UUID area) {
        return java.util.Objects.requireNonNull(BY_AREA.get(area)).getFirst();
    }

    static boolean works(UUID area) {
        return BY_AREA.containsKey(area);
    }

    static void insert(Connection connection, String passwordHash, Instant created) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into cauce.staff_account (id, username, display_name, post, area_id, roles, password_hash, created_at)
                values (?, ?, ?, ?, ?, array[?], ?, ?)""")) {
            for (var member : ALL) {
                insert.setObject(1, member.id());
                insert.setString(2, member.username());
                insert.setString(3, member.name());
                insert.setString(4, member.post());
                insert.setObject(5, member.area());
                insert.setString(6, member.role().name());
                insert.setString(7, passwordHash);
                insert.setObject(8, created.atOffset(java.time.ZoneOffset.UTC));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void add(String username, String name, String post, int area, Role role) {
        var id = UUID.fromString("00000000-0000-7000-8000-0000000010%02d".formatted(ALL.size() + 1));
        var member = new Member(id, username, name, post, Places.area(area), role);
        ALL.add(member);
        BY_AREA.computeIfAbsent(member.area(), key -> new ArrayList<>()).add(member);
    }
}

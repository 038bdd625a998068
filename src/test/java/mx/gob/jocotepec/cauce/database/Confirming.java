package mx.gob.jocotepec.cauce.database;

import java.nio.file.Path;

/** A program for {@link KillAndRestartTests}: commits rows on an embedded server and says each number once confirmed. */
final class Confirming {
    private Confirming() {}

    public static void main(String[] arguments) throws Exception {
        var server = EmbeddedServer.start(Path.of(arguments[0]));
        var account = new Account(EmbeddedServer.SUPERUSER, server.password());
        try (var connection = account.connect(server.url("postgres"));
                var insert = connection.prepareStatement("insert into confirmed values (?)")) {
            Sql.run(connection, "create table if not exists confirmed (number int primary key)");
            for (var number = 1; ; number++) {
                insert.setInt(1, number);
                insert.executeUpdate();
                System.out.println(number);
            }
        }
    }
}

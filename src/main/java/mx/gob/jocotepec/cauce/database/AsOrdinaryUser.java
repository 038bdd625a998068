package mx.gob.jocotepec.cauce.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL refuses to run as root. There it is put in a user namespace, where root is an ordinary user; its files
 * still belong to root outside.
 */
record AsOrdinaryUser(List<String> prefix) {
    static AsOrdinaryUser whoCanRun(Path program) throws IOException {
        if (new UnixSystem().getUid() != 0) {
            return new AsOrdinaryUser(List.of());
        }
        var namespace = new AsOrdinaryUser(List.of("unshare", "-U", "--"));
        if (namespace.works(program)) {
            return namespace;
        }
        throw new SettingProblem("PostgreSQL cannot run as root here (no user namespaces, or the folder "
                + program.getParent() + " is closed to it): start Cauce as an ordinary user, or set CAUCE_DB_URL.");
    }

    List<String> command(Path program, String... arguments) {
        var command = new ArrayList<>(prefix);
        command.add(program.toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private boolean works(Path program) throws IOException {
        try {
            var trial = new ProcessBuilder(command(program, "--version"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return trial.waitFor(10, TimeUnit.SECONDS) && trial.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}

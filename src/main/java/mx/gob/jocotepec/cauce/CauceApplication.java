package mx.gob.jocotepec.cauce;

import java.util.List;
import mx.gob.jocotepec.cauce.audit.VerifyTrailCommand;
import mx.gob.jocotepec.cauce.backup.BackupCommand;
import mx.gob.jocotepec.cauce.backup.RestoreCommand;
import mx.gob.jocotepec.cauce.crypto.KeysCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class CauceApplication {
    public static void main(String[] args) {
        var command = args.length == 0 ? "" : args[0];
        if (command.equals(BackupCommand.ARGUMENT)) System.exit(BackupCommand.run(args));
        if (command.equals(RestoreCommand.ARGUMENT)) System.exit(RestoreCommand.run(args));
        if (List.of(args).contains(VerifyTrailCommand.ARGUMENT)) System.exit(VerifyTrailCommand.run(args));
        if (List.of(args).contains(KeysCommand.ARGUMENT)) System.exit(KeysCommand.run(args));
        SpringApplication.run(CauceApplication.class, args);
    }
}

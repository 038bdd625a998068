package mx.gob.jocotepec.cauce.database;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Runs a command of the operator beside or instead of the application: what stops it is told in one line. */
public final class OperatorCommand {
    @FunctionalInterface
    public interface Work {
        /** @return the exit code */
        int run(ConfigurableApplicationContext context) throws Exception;
    }

    private OperatorCommand() {}

    /**
     * @param arguments for the environment, {@code --name=value}
     * @return the exit code; 1 after a line on the standard error
     */
    public static int run(SpringApplicationBuilder application, Work work, String... arguments) throws Exception {
        ConfigurableApplicationContext opened;
        try {
            opened = application.web(WebApplicationType.NONE).run(arguments);
        } catch (RuntimeException e) {
            return 1; // told by StartFailureLine
        }
        try (var context = opened) {
            return work.run(context);
        } catch (RuntimeException e) {
            var known = new StartFailure().analyze(e);
            if (known == null) throw e;
            System.err.println("cauce: " + known.getDescription());
            return 1;
        }
    }
}

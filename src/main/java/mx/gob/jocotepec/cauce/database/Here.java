package mx.gob.jocotepec.cauce.database;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Where the operator stands: the script works in the folder of Cauce and says where it was called. */
public final class Here {
    private static final String PROPERTY = "cauce.here";

    private Here() {}

    /** @throws SettingProblem when it cannot be a path */
    public static Path path(String word) {
        try {
            return Path.of(System.getProperty(PROPERTY, ""))
                    .resolve(word)
                    .toAbsolutePath()
                    .normalize();
        } catch (InvalidPathException e) {
            throw new SettingProblem("\"" + word.replaceAll("\\p{Cntrl}", " ") + "\" is not the name of a file.", e);
        }
    }
}

package restrack.cli;

import java.nio.file.Path;
import java.util.Map;
import restrack.database.Database;

/**
 * What a command finds around it. Tests bring their own.
 *
 * @param workingDirectory what relative paths are relative to
 * @param environment      the environment variables
 * @param terminal         whether a person reads what is written, and can be asked
 * @param interruption     stops what is running when the user presses Ctrl-C
 */
public record Surroundings(Path workingDirectory, Map<String, String> environment, boolean terminal,
                           Interruption interruption) {
    /** {@return the surroundings of a command in this process, which nobody interrupts} */
    public static Surroundings ofThisProcess() {
        return new Surroundings(Path.of(""), System.getenv(), false, Interruption.NONE);
    }

    /** Is told which database is being changed, so that it can be stopped there. */
    @FunctionalInterface
    public interface Interruption {
        /** Nobody interrupts. */
        Interruption NONE = database -> { };

        /**
         * From now on, an interruption concerns this database.
         *
         * @param database the database, or null once it is closed
         */
        void concerns(Database database);
    }
}

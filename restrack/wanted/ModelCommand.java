package restrack.wanted;

import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.config.ShellCommand;

/** Runs the command that prints the wanted schema. */
final class ModelCommand {
    private static final String NAME = "models.command";

    private ModelCommand() {
    }

    /**
     * {@return what the command prints on its standard output}
     *
     * @throws MigrateException {@code bad_model} where it fails, with the last lines of its standard error
     */
    static byte[] output(ModelSettings settings) {
        try {
            return new ShellCommand(NAME, settings.command(), settings.workingDirectory(), settings.withheld())
                    .output();
        } catch (ShellCommand.FailedException e) {
            throw new MigrateException(ErrorKind.BAD_MODEL, "The command of the setting " + NAME + " "
                    + e.getMessage(), "It runs in the shell, in the folder that you are in: try it there.", e);
        }
    }
}

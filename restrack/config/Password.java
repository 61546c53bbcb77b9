package restrack.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import restrack.ErrorKind;
import restrack.MigrateException;

/**
 * The password of a URL that has none: a setting of its own, the first line of a file, or the first line that a command
 * prints. It is looked for when a database is opened, so that commands which need none run nothing.
 */
final class Password {
    private final Settings settings;

    Password(Settings settings) {
        this.settings = settings;
    }

    /**
     * {@return the password; nothing if no setting says where it is}
     *
     * @throws MigrateException {@code bad_setting} where the file or the command gives none; what they gave is not told
     */
    Optional<String> find() {
        if (!settings.get(Key.URL_PASSWORD).value().isEmpty()) {
            return Optional.of(settings.get(Key.URL_PASSWORD).value());
        }
        if (!settings.get(Key.URL_PASSWORD_FILE).value().isEmpty()) {
            return Optional.of(ofFile(settings.get(Key.URL_PASSWORD_FILE)));
        }
        var command = settings.get(Key.URL_PASSWORD_COMMAND);
        return command.value().isEmpty() ? Optional.empty() : Optional.of(ofCommand(command));
    }

    private String ofFile(Setting setting) {
        try {
            return firstLine(setting, Files.readAllBytes(settings.workingDirectory().resolve(setting.value())));
        } catch (IOException e) {
            throw bad(setting, "names a file that cannot be read: " + setting.value() + ".",
                    "The first line of the file is the password.", e);
        }
    }

    private String ofCommand(Setting setting) {
        try {
            return firstLine(setting, new ShellCommand(setting.name(), setting.value(), settings.workingDirectory(),
                    settings.urlVariables()).output());
        } catch (ShellCommand.FailedException e) {
            throw bad(setting, "names a command that " + e.getMessage(),
                    "It runs in the shell, in the folder that you are in: try it there.", e);
        }
    }

    private static String firstLine(Setting setting, byte[] text) {
        return new String(text, StandardCharsets.UTF_8).lines().findFirst().filter(it -> !it.isEmpty())
                .orElseThrow(() -> bad(setting, "gives no password: its first line is empty.", "", null));
    }

    private static MigrateException bad(Setting setting, String what, String hint, Exception cause) {
        return new MigrateException(ErrorKind.BAD_SETTING, "The setting " + setting.name() + " (" + setting.source()
                + ") " + what, hint, cause);
    }
}

package restrack.wanted;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.config.Key;
import restrack.config.Settings;
import restrack.wanted.entity.Naming;

/**
 * What the settings say of the models.
 *
 * @param models             folders, files and jars, as they were written
 * @param source             where that was said; empty for the default
 * @param classPath          folders and jars with the classes that the models use, as they were written
 * @param command            the command that prints the wanted schema; empty if there is none
 * @param naming             what classes and fields without a name of their own are called
 * @param ignoredAnnotations the annotations that mean nothing for the schema
 * @param workingDirectory   what paths are relative to, and where the command runs
 * @param withheld           the environment variables that the command does not see
 */
public record ModelSettings(List<String> models, String source, List<String> classPath, String command,
        Naming naming, Set<String> ignoredAnnotations, Path workingDirectory, Set<String> withheld) {
    /** The collections are copied. */
    public ModelSettings {
        models = List.copyOf(models);
        classPath = List.copyOf(classPath);
        ignoredAnnotations = Set.copyOf(ignoredAnnotations);
        withheld = Set.copyOf(withheld);
    }

    /**
     * {@return what the settings say}
     *
     * @throws MigrateException {@code bad_setting} where they name models and a command too
     */
    public static ModelSettings of(Settings settings) {
        var models = settings.get(Key.MODELS);
        var command = settings.get(Key.MODELS_COMMAND);
        if (models.isSet() && command.isSet()) {
            throw new MigrateException(ErrorKind.BAD_SETTING, "The wanted schema is said twice: by models ("
                    + models.source() + ") and by models.command (" + command.source() + ").",
                    "Keep one of the two.");
        }
        var naming = settings.modelsNaming().equals("snake-case") ? Naming.SNAKE_CASE : Naming.AS_WRITTEN;
        return new ModelSettings(settings.models(), models.isSet() ? models.source() : "",
                settings.modelsClassPath(), settings.modelsCommand(), naming,
                Set.copyOf(settings.ignoredAnnotations()), settings.workingDirectory(),
                Set.copyOf(settings.urlVariables()));
    }

    /** {@return whether somebody has named the models} */
    boolean said() {
        return !source.isEmpty();
    }
}

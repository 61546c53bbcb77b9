package restrack.wanted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.config.CacheFolder;
import restrack.database.Dialect;
import restrack.schema.Definition;
import restrack.schema.Renaming;
import restrack.schema.Subject;
import restrack.wanted.entity.Entities;
import restrack.wanted.entity.EntityModel;
import restrack.wanted.entity.EntityOptions;

/** Reads the models, be they files, classes or a command. */
public final class Models {
    /** What every kind of model but SQL has no words for. */
    private static final Set<Subject> DEFINITIONS =
            EnumSet.copyOf(Stream.of(Definition.Kind.values()).map(it -> Subject.valueOf(it.name())).toList());

    private final ModelSettings settings;
    private final Dialect dialect;
    private final EntityCache cache;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Renamings.Said> said = new ArrayList<>();
    private final List<Renaming> renamings = new ArrayList<>();
    private final Set<String> classTables = new TreeSet<>();

    private Models(ModelSettings settings, Dialect dialect, EntityCache cache) {
        this.settings = settings;
        this.dialect = dialect;
        this.cache = cache;
    }

    /**
     * {@return the wanted schema; nothing where there are no models, and nobody has said that there are}
     *
     * @param settings where the models are
     * @param dialect  how the database speaks that is compared with
     * @throws MigrateException {@code bad_model} for models that are not there, cannot be read or say nothing
     */
    public static Optional<Wanted> read(ModelSettings settings, Dialect dialect) {
        return read(settings, dialect, CacheFolder.path("models"));
    }

    /**
     * As above, with a cache of the caller's choice.
     *
     * @param cache the folder in which is kept what Java sources say; made if it is missing
     */
    public static Optional<Wanted> read(ModelSettings settings, Dialect dialect, Path cache) {
        var models = new Models(settings, dialect, new EntityCache(cache, dialect));
        return settings.command().isEmpty() ? models.ofFiles() : Optional.of(models.ofCommand());
    }

    private Wanted ofCommand() {
        add(SqlModel.of("models.command", ModelCommand.output(settings), SchemaStatements.OF_OUTPUT, dialect));
        if (pieces.isEmpty()) {
            throw new MigrateException(ErrorKind.BAD_MODEL, "The command of the setting models.command prints no "
                    + "statement that makes a schema.", "Its standard output has to be CREATE TABLE and the like.");
        }
        var unsaid = EnumSet.copyOf(DEFINITIONS);
        pieces.stream().flatMap(it -> Creation.of(it.statement()).stream()).flatMap(it -> it.subject().stream())
                .forEach(unsaid::remove);
        return wanted(unsaid);
    }

    private Optional<Wanted> ofFiles() {
        var files = ModelFiles.of(settings);
        for (var file : files.sql()) {
            add(SqlModel.of(file.toString(), bytes(file), SchemaStatements.OF_FILES, dialect));
        }
        addClasses(files);
        if (pieces.isEmpty() && settings.said()) {
            throw new MigrateException(ErrorKind.BAD_MODEL, "There is no table in " + String.join(", ",
                    settings.models()) + ", which the setting models (" + settings.source() + ") names.",
                    "Write a model, or take the setting away.");
        }
        return pieces.isEmpty() ? Optional.empty()
                : Optional.of(wanted(files.sql().isEmpty() ? DEFINITIONS : Set.of()));
    }

    private void add(SqlModel model) {
        pieces.addAll(model.pieces());
        said.addAll(model.renamings());
    }

    private void addClasses(ModelFiles files) {
        var classPath = new ArrayList<>(files.classes());
        classPath.addAll(ModelFiles.classPath(settings));
        var options = new EntityOptions(settings.naming(), settings.ignoredAnnotations(), classPath,
                settings.workingDirectory());
        if (!files.java().isEmpty()) {
            add(cache.ofSources(List.copyOf(files.java()), options));
        }
        if (!files.classes().isEmpty()) {
            add(Entities.ofClasses(List.copyOf(files.classes()), options, dialect));
        }
    }

    private void add(EntityModel model) {
        pieces.addAll(model.pieces());
        renamings.addAll(model.renamings());
        model.tables().forEach(it -> classTables.add(dialect.name(it).key()));
    }

    private byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(settings.workingDirectory().resolve(file));
        } catch (IOException e) {
            throw new MigrateException(ErrorKind.FILE_ERROR, file + " cannot be read: " + e.getMessage() + ".",
                    "Check its permissions.", e);
        }
    }

    /** {@return what was read} Only now it is known which tables there are that comments speak of. */
    private Wanted wanted(Set<Subject> unsaid) {
        var tables = pieces.stream().flatMap(it -> Creation.of(it.statement()).stream())
                .filter(Creation::isPlainTable).map(it -> dialect.name(it.name().table())).collect(Collectors.toSet());
        for (var each : said) {
            if (each.renaming() instanceof Renaming.OfTable table && !tables.contains(dialect.name(table.to()))) {
                throw BadModel.at(each.where(), "No model creates a table " + table.to() + ".",
                        "Write the name that the table has now behind the arrow. A column's comment stands between "
                                + "the parentheses of its table.");
            }
            renamings.add(each.renaming());
        }
        return new Wanted(pieces, renamings, unsaid, classTables);
    }
}

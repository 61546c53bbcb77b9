package restrack.apply;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.Migration;
import restrack.compile.LauncherDependencies;
import restrack.compile.MigrationCompiler;
import restrack.config.CacheFolder;
import restrack.config.DatabaseUrl;
import restrack.config.Settings;
import restrack.database.Access;
import restrack.database.Database;
import restrack.database.Databases;
import restrack.database.Dialect;
import restrack.database.OpenedCopy;
import restrack.database.Waiting;
import restrack.graph.Revision;
import restrack.history.History;
import restrack.history.Snapshot;
import restrack.script.JavaSource;
import restrack.script.Placeholders;
import restrack.script.RepeatableScript;
import restrack.script.Script;
import restrack.script.ScriptFolder;
import restrack.script.Scripts;
import restrack.script.SqlScript;

/** A folder of scripts and the database that they are for, as the settings name them. Nothing is opened early. */
public final class Project implements AutoCloseable {
    private final Settings settings;
    private final Waiting waiting;
    private final ScriptFolder folder;
    private final Dialect dialect;
    private final DatabaseUrl url;
    private DatabaseUrl whole;
    private MigrationCompiler compiler;

    /**
     * @param settings the settings
     * @param waiting  is told when a lock is waited for
     * @throws MigrateException where the URL cannot be read, or names a database that is not supported
     */
    public Project(Settings settings, Waiting waiting) {
        this(settings, waiting, settings.url());
    }

    private Project(Settings settings, Waiting waiting, DatabaseUrl url) {
        this.settings = settings;
        this.waiting = waiting;
        this.url = url;
        this.dialect = Databases.dialect(url);
        this.folder = new ScriptFolder(settings.dir(), Path.of(settings.dirAsWritten()), dialect.syntax());
    }

    /** {@return the same scripts and settings with another database, a copy for instance; the caller closes it} */
    public Project on(DatabaseUrl other) {
        return new Project(settings, waiting, other);
    }

    /** {@return the settings} */
    public Settings settings() {
        return settings;
    }

    /** {@return the database's URL} */
    public DatabaseUrl url() {
        return url;
    }

    /** {@return how the database speaks} */
    public Dialect dialect() {
        return dialect;
    }

    /** {@return the scripts of the folder} */
    public Scripts scripts() {
        return folder.read();
    }

    /** {@return the scripts of the folder, none if there is no folder yet} */
    public Scripts scriptsOrNone() {
        return Files.isDirectory(settings.dir()) ? folder.read() : new Scripts(Map.of());
    }

    /** {@return the repeatable scripts of the folder} */
    public List<RepeatableScript> repeatables() {
        return folder.repeatables();
    }

    /** {@return what to replace in SQL scripts} */
    public Placeholders placeholders() {
        return new Placeholders(settings.placeholders(), settings.placeholderValues());
    }

    /** {@return the database, created if there is none; the caller closes it} */
    public Database open() {
        return dialect.open(withPassword(), access());
    }

    /** {@return the database for reading, if there is one; the caller closes it} */
    public Optional<Database> openForReading() {
        return dialect.openForReading(withPassword(), access());
    }

    /** {@return an empty database that goes when it is closed; the caller closes it} */
    public Database scratch() {
        return dialect.scratch(withPassword(), access());
    }

    /** What gives the password may be a command that asks a person: once is enough. */
    private DatabaseUrl withPassword() {
        if (whole == null) {
            whole = settings.withPassword(url);
        }
        return whole;
    }

    /** {@return a copy of the database, opened to be looked at; the caller closes it} */
    public OpenedCopy openCopy(Path copy) {
        return dialect.openCopy(copy, withPassword(), access());
    }

    private Access access() {
        return new Access(settings.lockTimeout(), settings.foreignKeys(), waiting, settings.tablePrefix(),
                settings.lease(), settings.scratchUrl());
    }

    /** {@return the history of a database of this project} */
    public History history(Database database) {
        return new History(database, settings.tablePrefix());
    }

    /** {@return what the database says, read without a lock} A database that does not exist says nothing. */
    public Snapshot snapshot() {
        return read(database -> history(database).read()).orElse(Snapshot.EMPTY);
    }

    /**
     * Reads something from the database and closes it again.
     *
     * @param reading what to read
     * @return what was read; nothing if there is no database yet
     */
    public <T> Optional<T> read(Function<Database, T> reading) {
        var opened = openForReading();
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        try (var database = opened.get()) {
            return Optional.of(reading.apply(database));
        }
    }

    /** {@return the ids of the applied revisions, as these scripts have them} */
    public Set<String> applied(Scripts scripts) {
        return new Squashed(scripts, snapshot()).seen().ids();
    }

    /** {@return the scripts and what the database says of them} */
    public State state() {
        var state = State.of(scripts(), snapshot());
        return state.due().isEmpty() ? state
                : state.with(read(database -> Reworded.in(state.due(), history(database))).orElse(List.of()));
    }

    /** {@return what makes revisions into steps} */
    public Planner planner() {
        return new Planner(dialect, placeholders(), this::compile);
    }

    /**
     * {@return a SQL script that has no file yet}
     *
     * @param revision its place in the graph
     * @param name     the name that its file is going to have
     * @param text     the whole script
     */
    public SqlScript drafted(Revision revision, String name, String text) {
        return folder.drafted(revision, name, text);
    }

    private Migration compile(JavaSource source) {
        if (compiler == null) {
            compiler = new MigrationCompiler(CacheFolder.path("classes"),
                    new LauncherDependencies(CacheFolder.path("dependencies")));
        }
        return compiler.load(source.file(), source.text());
    }

    /**
     * {@return the script of a revision} For one whose file this folder does not have, the SQL that was stored when it
     * was applied; stored Java is never run.
     *
     * @throws MigrateException {@code unknown_to_folder} where there is neither; {@code edited} where what is stored is
     *                          not what was applied
     */
    public Script script(Revision revision, State state) {
        return state.scripts().find(revision.id()).orElseGet(() -> stored(revision, state));
    }

    private Script stored(Revision revision, State state) {
        var record = state.snapshot().applied().stream().filter(it -> it.revision().equals(revision.id())).findFirst();
        var stored = read(database -> history(database).script(revision.id())).flatMap(text -> text)
                .filter(text -> record.filter(it -> it.kind().equals("sql")).isPresent())
                .map(text -> folder.stored(revision, text));
        if (stored.isPresent() && !stored.get().checksum().equals(record.orElseThrow().checksum())) {
            throw new MigrateException(ErrorKind.EDITED, "What the database has stored of " + revision.id()
                    + " is not what was applied: its checksum is another one. Nothing was changed.",
                    "Bring its file back from version control.");
        }
        return stored.orElseThrow(() -> new MigrateException(ErrorKind.UNKNOWN_TO_FOLDER, revision.id()
                        + " is applied, but this folder has no script of it, and no SQL of it is stored. Nothing was "
                        + "changed.", "Bring its file back from version control."));
    }

    @Override
    public void close() {
        if (compiler != null) {
            compiler.close();
        }
    }
}

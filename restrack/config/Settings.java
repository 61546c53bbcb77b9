package restrack.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import restrack.ErrorKind;
import restrack.MigrateException;

/**
 * What counts, and where it came from. Asked are, in this order: the options of the command line, the environment,
 * {@code .env.NAME} and {@code .env}, {@code migrate.properties} in the folder of the scripts, and the defaults.
 */
public final class Settings {
    private final Path workingDirectory;
    private final Map<Key, Setting> settings;
    private final Map<String, Setting> placeholders;
    private final Path dir;
    private final Duration lockTimeout;
    private final Duration lease;
    private final boolean foreignKeys;
    private final boolean replacesPlaceholders;
    private final OutOfOrder outOfOrder;
    private final boolean confirm;
    private final BackupRule backup;
    private final int backupKeep;
    private final String tablePrefix;
    private final String modelsNaming;
    private final List<String> autogenerateIgnore;

    private Settings(Path workingDirectory, Map<Key, Setting> settings, Map<String, Setting> placeholders) {
        this.workingDirectory = workingDirectory;
        this.settings = settings;
        this.placeholders = placeholders;
        dir = Sources.folder(workingDirectory, get(Key.DIR));
        lockTimeout = Value.duration(get(Key.LOCK_TIMEOUT));
        lease = Value.duration(get(Key.LEASE));
        foreignKeys = Value.bool(get(Key.FOREIGN_KEYS));
        replacesPlaceholders = Value.bool(get(Key.PLACEHOLDERS));
        outOfOrder = Value.outOfOrder(get(Key.OUT_OF_ORDER));
        confirm = Value.bool(get(Key.CONFIRM));
        backup = Value.backupRule(get(Key.BACKUP));
        backupKeep = Value.count(get(Key.BACKUP_KEEP));
        tablePrefix = Value.tablePrefix(get(Key.TABLE_PREFIX));
        modelsNaming = Value.oneOf(get(Key.MODELS_NAMING), "as-written", "snake-case");
        autogenerateIgnore = Value.subjects(get(Key.AUTOGENERATE_IGNORE));
    }

    /**
     * Collects the settings. Nothing is written, and no database is looked at.
     *
     * @param options          what the command line said, by the name of the setting ({@code url},
     *                         {@code placeholder.schema}); only what was said
     * @param environment      the environment variables
     * @param workingDirectory where {@code .env} is, and what relative paths are relative to
     * @return the settings
     * @throws MigrateException {@link ErrorKind#BAD_SETTING} for a value or key that means nothing
     */
    public static Settings load(Map<String, String> options, Map<String, String> environment, Path workingDirectory) {
        var sources = Sources.of(options, environment, workingDirectory);
        return new Settings(workingDirectory, sources.settings(), sources.placeholders());
    }

    /** {@return a setting as it counts; its value may hold a password} */
    public Setting get(Key key) {
        return settings.get(key);
    }

    /**
     * {@return the database} It is read only when asked for, so that commands without one need none.
     *
     * @throws MigrateException {@link ErrorKind#BAD_URL}, naming where the URL came from
     */
    public DatabaseUrl url() {
        var url = get(Key.URL);
        try {
            return DatabaseUrl.parse(url.value(), workingDirectory);
        } catch (MigrateException e) {
            throw new MigrateException(e.kind(), e.getMessage() + " It comes from: " + url.source() + ".", e.hint());
        }
    }

    /**
     * {@return a URL with the password that another setting gives it} One that has a password, or needs none, stays as
     * it is. A command may be run for it.
     *
     * @throws MigrateException {@link ErrorKind#BAD_SETTING} where the file or the command gives none
     */
    public DatabaseUrl withPassword(DatabaseUrl url) {
        return url.takesPassword() ? new Password(this).find().map(url::withPassword).orElse(url) : url;
    }

    /**
     * {@return on servers, the database in which scripts are tried; nothing where one is made for it}
     *
     * @throws MigrateException {@link ErrorKind#BAD_URL}
     */
    public Optional<DatabaseUrl> scratchUrl() {
        return Optional.of(get(Key.SCRATCH_URL).value()).filter(it -> !it.isBlank())
                .map(it -> DatabaseUrl.parse(it, workingDirectory));
    }

    /** {@return the folder of the scripts, resolved against the working directory} */
    public Path dir() {
        return dir;
    }

    /** {@return the folder of the scripts as the user wrote it, for messages} */
    public String dirAsWritten() {
        return get(Key.DIR).value();
    }

    /** {@return what relative paths are relative to} */
    public Path workingDirectory() {
        return workingDirectory;
    }

    /** {@return the name of the chosen environment, or an empty string} */
    public String env() {
        return get(Key.ENV).value();
    }

    /** {@return how long to wait for a database that is locked} */
    public Duration lockTimeout() {
        return lockTimeout;
    }

    /** {@return on servers, how long the turn lasts of a runner that is not heard of any more} */
    public Duration lease() {
        return lease;
    }

    /** {@return whether scripts run with foreign keys enforced} */
    public boolean foreignKeys() {
        return foreignKeys;
    }

    /** {@return whether <code>${name}</code> in SQL scripts is replaced} */
    public boolean placeholders() {
        return replacesPlaceholders;
    }

    /** {@return what the placeholders stand for, by name} */
    public Map<String, String> placeholderValues() {
        var values = new TreeMap<String, String>();
        placeholders.forEach((name, setting) -> values.put(name, setting.value()));
        return Collections.unmodifiableMap(values);
    }

    /** {@return what to do with a script that appeared below what is applied} */
    public OutOfOrder outOfOrder() {
        return outOfOrder;
    }

    /** {@return whether to ask before the database is changed} */
    public boolean confirm() {
        return confirm;
    }

    /** {@return when the database is copied before it is changed} */
    public BackupRule backup() {
        return backup;
    }

    /** {@return where copies go by themselves, if the user says it} */
    public Optional<Path> backupFolder() {
        var folder = get(Key.BACKUP_FOLDER).value();
        return folder.isEmpty() ? Optional.empty() : Optional.of(workingDirectory.resolve(folder));
    }

    /** {@return how many of the copies there are kept; 0 for all of them} */
    public int backupKeep() {
        return backupKeep;
    }

    /** {@return a path as the user would write it: relative to the working directory, where it is in it} */
    public Path shown(Path file) {
        return file.startsWith(workingDirectory) ? workingDirectory.relativize(file) : file;
    }

    /** {@return what the names of our own tables begin with} */
    public String tablePrefix() {
        return tablePrefix;
    }

    /** {@return where the models are: folders, files and jars, as they were written} */
    public List<String> models() {
        return Value.list(get(Key.MODELS));
    }

    /** {@return where the classes are that models use: folders and jars, as they were written} */
    public List<String> modelsClassPath() {
        return Value.list(get(Key.MODELS_CLASS_PATH));
    }

    /** {@return the command that prints the wanted schema; empty if there is none} It may hold a password. */
    public String modelsCommand() {
        return get(Key.MODELS_COMMAND).value();
    }

    /** {@return {@code as-written} or {@code snake-case}: what is called how whose class gives it no name} */
    public String modelsNaming() {
        return modelsNaming;
    }

    /** {@return the annotations on Java models that mean nothing for the schema} */
    public List<String> ignoredAnnotations() {
        return Value.list(get(Key.MODELS_IGNORE_ANNOTATIONS));
    }

    /** {@return what comparisons leave out: {@code trigger}, the word of a subject, or with a name {@code table:x*}} */
    public List<String> autogenerateIgnore() {
        return autogenerateIgnore;
    }

    /** {@return the environment variables that may say which database is meant, and with which password} */
    public List<String> urlVariables() {
        var names = new ArrayList<>(List.of(Key.URL.variable(), Key.URL_DEFAULT.variable(), Key.URL_PASSWORD.variable(),
                Sources.DATABASE_URL));
        names.addAll(Value.list(get(Key.URL_VARIABLE)));
        return names;
    }

    /** {@return every setting and placeholder with its source, always in the same order, passwords masked} */
    public List<Setting> all() {
        var all = new ArrayList<Setting>();
        for (var key : Key.values()) {
            all.add(get(key).masked());
        }
        for (var placeholder : placeholders.values()) {
            all.add(placeholder.masked());
        }
        return all;
    }
}

package restrack.config;

import java.util.Locale;

/**
 * The settings there are, in the order in which {@code migrate config} shows them. What {@code migrate init}
 * writes into {@code migrate.properties} comes from here too, so a setting is described in one place.
 */
public enum Key {
    URL("url", "", true, """
            The database. Usually left to the environment or to .env, because it often holds a password."""),
    URL_VARIABLE("url.variable", "DB_RESTRACK", """
            The environment variable that holds the URL; several with commas. DATABASE_URL is asked after them."""),
    URL_DEFAULT("url.default", "sqlite:///data/restrack.db", true, """
            The database when nothing names one."""),
    URL_PASSWORD("url.password", "", true, """
            The password of a URL that has none. Never in this file: in MIGRATE_URL_PASSWORD or .env."""),
    URL_PASSWORD_FILE("url.password.file", "", """
            A file whose first line is that password."""),
    URL_PASSWORD_COMMAND("url.password.command", "", true, """
            A command whose output's first line is that password: pass show restrack, for instance."""),
    ENV("env", "", """
            The environment, whose keys (NAME.url, NAME.confirm, ...) and file .env.NAME win over the plain ones."""),
    DIR("dir", "migrations", """
            The folder of the scripts and of migrate.properties."""),
    LOCK_TIMEOUT("lock-timeout", "10s", """
            How long to wait for a database that is locked: 10s, 500ms, 2m, or a number of seconds."""),
    LEASE("lease", "30s", """
            On servers: how long others wait for a runner that is not heard of any more."""),
    SCRATCH_URL("scratch.url", "", true, """
            PostgreSQL: a database to try scripts in, where none may be made beside the one that they are for."""),
    FOREIGN_KEYS("foreign-keys", "true", """
            Whether scripts run with foreign keys enforced (SQLite)."""),
    PLACEHOLDERS("placeholders", "false", """
            Whether ${name} in SQL scripts stands for the setting placeholder.name, or for what --set says."""),
    OUT_OF_ORDER("out-of-order", "apply", """
            What to do with a script that appeared below what is applied already: apply or refuse."""),
    CONFIRM("confirm", "false", """
            Whether to ask before a database is changed, as for production."""),
    BACKUP("backup", "never", """
            When upgrade and downgrade copy the database first: never, always, hazard (data could be lost)."""),
    BACKUP_FOLDER("backup.folder", "", """
            Where copies go by themselves. If nothing is said: a folder backups beside the database, or where you are \
            if the database is on a server."""),
    BACKUP_KEEP("backup.keep", "10", """
            How many of the copies that went there by themselves are kept, the newest ones; 0 keeps all."""),
    TABLE_PREFIX("table-prefix", "migrate_", """
            What the names of the toolkit's own tables begin with."""),
    MODELS("models", "models", """
            The models that the database is compared with: folders, files and jars, with commas."""),
    MODELS_CLASS_PATH("models.class-path", "", """
            The classes that Java models use and that are no models: folders and jars, with commas."""),
    MODELS_COMMAND("models.command", "", true, """
            A command whose output, SQL, is the wanted schema, instead of models."""),
    MODELS_NAMING("models.naming", "as-written", """
            What tables and columns are called whose classes give them no name: as-written or snake-case."""),
    MODELS_IGNORE_ANNOTATIONS("models.ignore-annotations", "", """
            Annotations on Java models that mean nothing for the schema, with commas: org.example.Audited."""),
    AUTOGENERATE_IGNORE("autogenerate.ignore", "", """
            What comparisons leave out, with commas: a word (trigger, default) or a name (table:audit_*).""");

    /** What the names of placeholders begin with: {@code placeholder.schema} is what <code>${schema}</code> means. */
    public static final String PLACEHOLDER = "placeholder.";

    private final String id;
    private final String fallback;
    private final boolean secret;
    private final String description;

    Key(String id, String fallback, String description) {
        this(id, fallback, false, description);
    }

    Key(String id, String fallback, boolean secret, String description) {
        this.id = id;
        this.fallback = fallback;
        this.secret = secret;
        this.description = description;
    }

    /** {@return its name in {@code migrate.properties}, {@code lock-timeout} for instance} */
    public String id() {
        return id;
    }

    /** {@return its value when nobody sets it; empty if it has none} */
    public String fallback() {
        return fallback;
    }

    /** {@return whether its value may hold a password} */
    public boolean secret() {
        return secret;
    }

    /** {@return what it decides, in a sentence} */
    public String description() {
        return description;
    }

    /** {@return the environment variable that sets it, {@code MIGRATE_LOCK_TIMEOUT} for instance} */
    public String variable() {
        return variable(id);
    }

    /** {@return whether it may stand in {@code migrate.properties}: not what decides where that file is} */
    public boolean inFile() {
        return this != ENV && this != DIR;
    }

    static String variable(String id) {
        return "MIGRATE_" + id.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
    }

    static Key of(String id) {
        for (var key : values()) {
            if (key.id.equals(id)) {
                return key;
            }
        }
        return null;
    }
}

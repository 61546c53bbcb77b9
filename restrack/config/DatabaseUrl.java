package restrack.config;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import restrack.ErrorKind;
import restrack.MigrateException;

/**
 * Which database is meant. Written as SQLAlchemy does ({@code sqlite:///data/restrack.db},
 * {@code postgresql+psycopg2://user:password@host/name}) or as a plain {@code jdbc:} URL.
 *
 * @param kind       {@code sqlite}, {@code postgresql}, {@code mariadb}, {@code mysql}, or what a {@code jdbc:} URL
 *                   names
 * @param jdbc       the URL for the driver, without user and password
 * @param properties what the driver gets beside the URL: {@code user}, {@code password}, {@code busy_timeout}
 * @param file       the file of an SQLite database, resolved against the working directory
 * @param memory     whether it is an SQLite database in memory, which ends with its connection
 * @param display    the URL as it was written, with passwords masked; the only form that may be printed
 */
public record DatabaseUrl(String kind, String jdbc, Map<String, String> properties, Optional<Path> file,
                          boolean memory, String display) {
    private static final String PASSWORD = "password";

    public DatabaseUrl {
        properties = Map.copyOf(properties);
    }

    /**
     * Reads a URL.
     *
     * @param url              as the user wrote it
     * @param workingDirectory what a relative file is relative to
     * @return the database it names
     * @throws MigrateException {@link ErrorKind#BAD_URL}; its message never holds a password
     */
    public static DatabaseUrl parse(String url, Path workingDirectory) {
        var colon = url.indexOf(':');
        var scheme = colon < 0 ? "" : url.substring(0, colon);
        if (scheme.equals("jdbc")) {
            return url.startsWith("jdbc:sqlite:")
                    ? SqliteUrl.ofJdbc(url, workingDirectory)
                    : ServerUrl.ofJdbc(url);
        }
        var plus = scheme.indexOf('+');
        var name = plus < 0 ? scheme : scheme.substring(0, plus);
        return switch (name) {
            case "sqlite" -> SqliteUrl.of(url, url.substring(colon + 1), workingDirectory);
            case "postgresql", "postgres", "cockroachdb" -> ServerUrl.of("postgresql", "postgresql", url, colon);
            // MariaDB's driver serves both; it answers to its own name only.
            case "mariadb", "mysql" -> ServerUrl.of(name, "mariadb", url, colon);
            default -> throw bad(url, "names no database that is known here.", """
                    A URL begins with sqlite://, postgresql://, mariadb:// or mysql://; for any other database with \
                    jdbc:, and its driver comes with: jbang --deps GROUP:NAME:VERSION migrate@restrack.""");
        };
    }

    /** {@return what kind of database a URL most likely names} Whether it is a URL at all is not looked at. */
    public static String likelyKind(String url) {
        var words = url.split("[:+]", 3);
        var word = words[0].equals("jdbc") && words.length > 1 ? words[1] : words[0];
        return word.equals("postgres") ? "postgresql" : word;
    }

    /** {@return a SQLite database in a file} */
    public static DatabaseUrl of(Path file) {
        return SqliteUrl.of(file);
    }

    /** {@return a SQLite database in another file, opened with the same properties} */
    public DatabaseUrl at(Path other) {
        var plain = of(other);
        return new DatabaseUrl(kind, plain.jdbc(), properties, plain.file(), false, plain.display());
    }

    /** {@return whether it is on a server and has no password} */
    boolean takesPassword() {
        return file.isEmpty() && !memory && !properties.containsKey(PASSWORD);
    }

    /** {@return the same with a password} */
    DatabaseUrl withPassword(String password) {
        var all = new HashMap<>(properties);
        all.put(PASSWORD, password);
        return new DatabaseUrl(kind, jdbc, all, file, memory, display);
    }

    /** {@return the same with the password of another URL, if it has none and is of the same user and server} */
    public DatabaseUrl withPasswordOf(DatabaseUrl other) {
        boolean sameLogin = server().equals(other.server())
                && Objects.equals(properties.get("user"), other.properties.get("user"));
        return sameLogin && takesPassword() && other.properties.containsKey(PASSWORD)
                ? withPassword(other.properties.get(PASSWORD)) : this;
    }

    private String server() {
        int host = jdbc.indexOf("://") + "://".length();
        int end = jdbc.indexOf('/', host);
        return host < "://".length() || end < 0 ? jdbc : jdbc.substring(0, end);
    }

    /**
     * Takes the password out of a text, such as the message of a driver.
     *
     * @param text any text
     * @return the text with each password of this URL replaced by {@code ***}
     */
    public String mask(String text) {
        var masked = text;
        for (var property : properties.entrySet()) {
            if (Secrets.isSecret(property.getKey())) {
                masked = Secrets.mask(masked, property.getValue());
            }
        }
        return masked;
    }

    /** {@return the URL as it may be printed} */
    @Override
    public String toString() {
        return display;
    }

    static MigrateException bad(String url, String what, String hint) {
        return new MigrateException(ErrorKind.BAD_URL,
                "The database URL '" + Secrets.maskUrl(url) + "' " + what, hint);
    }
}

package restrack.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * URLs of SQLite databases: three slashes and a relative path, four and an absolute one, none or
 * {@code :memory:} for memory. What follows the question mark is what Python's driver understands, of which only
 * {@code timeout} means something here; SQLite's own parameters count in {@code file:} URIs with {@code uri=true}.
 */
final class SqliteUrl {
    private static final List<String> PYTHON = List.of("uri", "timeout", "isolation_level", "detect_types",
            "check_same_thread", "cached_statements");

    private SqliteUrl() {
    }

    static DatabaseUrl of(String url, String rest, Path workingDirectory) {
        if (!rest.startsWith("//")) {
            throw DatabaseUrl.bad(url, "has no // after its first colon.",
                    "Write sqlite:///file.db for a file in this folder, sqlite:////folder/file.db for another.");
        }
        var question = rest.indexOf('?');
        var place = rest.substring(2, question < 0 ? rest.length() : question);
        var query = question < 0 ? "" : rest.substring(question + 1);
        if (!place.isEmpty() && place.charAt(0) != '/') {
            throw DatabaseUrl.bad(url, "names a host, and SQLite has none.",
                    "Write three slashes for a file in this folder: sqlite:///"
                            + place.substring(place.lastIndexOf('@') + 1));
        }
        var path = place.isEmpty() ? "" : place.substring(1);
        var given = parameters(url, query);
        var properties = new HashMap<String, String>();
        if (given.containsKey("timeout")) {
            properties.put("busy_timeout", milliseconds(url, given.get("timeout")));
        }
        if (path.startsWith("file:") && "true".equals(given.get("uri"))) {
            return uri(url, path, sqliteParameters(query), properties, workingDirectory);
        }
        return plain(url, path, properties, workingDirectory);
    }

    static DatabaseUrl of(Path file) {
        return plain("sqlite:///" + file, file.toString(), Map.of(), Path.of(""));
    }

    /** A plain {@code jdbc:sqlite:} URL; its parameters are the driver's, and it takes them as properties too. */
    static DatabaseUrl ofJdbc(String url, Path workingDirectory) {
        var rest = url.substring("jdbc:sqlite:".length());
        var question = rest.indexOf('?');
        var path = question < 0 ? rest : rest.substring(0, question);
        var query = question < 0 ? "" : rest.substring(question + 1);
        if (path.startsWith("file:")) {
            return uri(url, path, query, Map.of(), workingDirectory);
        }
        return plain(url, path, parameters(url, query), workingDirectory);
    }

    private static DatabaseUrl plain(String url, String path, Map<String, String> properties, Path workingDirectory) {
        if (path.isEmpty() || path.equals(":memory:")) {
            return memory(url, "jdbc:sqlite::memory:", properties);
        }
        var file = resolve(url, path, workingDirectory);
        var name = file.toString();
        // The driver would read a meaning into these beginnings.
        var literal = name.startsWith("file:") || name.startsWith(":") ? "./" + name : name;
        return database(url, "jdbc:sqlite:" + literal, properties, file);
    }

    /** SQLite documentation, "Uniform Resource Identifiers": {@code file:relative}, {@code file:///absolute}. */
    private static DatabaseUrl uri(String url, String uri, String query, Map<String, String> properties,
                                   Path workingDirectory) {
        var fragment = uri.indexOf('#');
        var path = uri.substring("file:".length(), fragment < 0 ? uri.length() : fragment);
        if (path.startsWith("//")) {
            var slash = path.indexOf('/', 2);
            var host = slash < 0 ? path.substring(2) : path.substring(2, slash);
            if (!host.isEmpty() && !host.equals("localhost")) {
                throw DatabaseUrl.bad(url, "names a host, and SQLite has none.", "Write file:///folder/file.db.");
            }
            path = slash < 0 ? "" : path.substring(slash);
        }
        var parameters = query.isEmpty() ? "" : "?" + query;
        if (path.isEmpty() || path.equals(":memory:") || "memory".equals(parameters(url, query).get("mode"))) {
            return memory(url, "jdbc:sqlite:file:" + path + parameters, properties);
        }
        var file = resolve(url, decode(url, path), workingDirectory);
        return database(url, "jdbc:sqlite:file:" + encode(file.toString()) + parameters, properties, file);
    }

    private static DatabaseUrl memory(String url, String jdbc, Map<String, String> properties) {
        return new DatabaseUrl("sqlite", jdbc, properties, Optional.empty(), true, Secrets.maskParameters(url));
    }

    private static DatabaseUrl database(String url, String jdbc, Map<String, String> properties, Path file) {
        return new DatabaseUrl("sqlite", jdbc, properties, Optional.of(file), false, Secrets.maskParameters(url));
    }

    private static Path resolve(String url, String path, Path workingDirectory) {
        try {
            return workingDirectory.resolve(path);
        } catch (InvalidPathException e) {
            throw DatabaseUrl.bad(url, "names no file that can exist here: " + e.getReason() + ".", "");
        }
    }

    private static Map<String, String> parameters(String url, String query) {
        try {
            return UrlParts.query(query);
        } catch (IllegalArgumentException e) {
            throw badPercent(url);
        }
    }

    private static String decode(String url, String path) {
        try {
            return UrlParts.decode(path);
        } catch (IllegalArgumentException e) {
            throw badPercent(url);
        }
    }

    private static RuntimeException badPercent(String url) {
        return DatabaseUrl.bad(url, "has a % that does not begin a code such as %20.", "Write %25 for a percent sign.");
    }

    /** {@return the path as a file: URI has it: SQLite reads a meaning into these three only} */
    private static String encode(String path) {
        return path.replace("%", "%25").replace("?", "%3F").replace("#", "%23");
    }

    private static String sqliteParameters(String query) {
        var kept = new ArrayList<String>();
        for (var pair : UrlParts.split(query, '&')) {
            var equals = pair.indexOf('=');
            if (!PYTHON.contains(equals < 0 ? pair : pair.substring(0, equals))) {
                kept.add(pair);
            }
        }
        return String.join("&", kept);
    }

    private static String milliseconds(String url, String seconds) {
        try {
            var milliseconds = Math.round(Double.parseDouble(seconds) * 1000);
            if (milliseconds >= 0 && milliseconds <= Integer.MAX_VALUE) {
                return Long.toString(milliseconds);
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw DatabaseUrl.bad(url, "has a timeout that is no number of seconds.", "Write ?timeout=5, for instance.");
    }
}

package restrack.config;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** URLs of databases that are servers. User and password leave the URL and become properties. */
final class ServerUrl {
    private ServerUrl() {
    }

    static DatabaseUrl of(String kind, String driver, String url, int colon) {
        if (!url.startsWith("//", colon + 1)) {
            throw DatabaseUrl.bad(url, "has no // after its first colon.",
                    "Write " + kind + "://user:password@host/database.");
        }
        var properties = new HashMap<String, String>();
        var rest = withoutUser(url, url.substring(colon + 3), properties);
        var slash = rest.indexOf('/');
        if (slash < 0 || slash == rest.length() - 1 || rest.charAt(slash + 1) == '?') {
            throw DatabaseUrl.bad(url, "names no database.", "Write its name after the host: "
                    + kind + "://host/database.");
        }
        requirePorts(kind, url, rest.substring(0, slash));
        var host = slash == 0 ? "localhost" : rest.substring(0, slash);
        var jdbc = withoutSecrets("jdbc:" + driver + "://" + host + rest.substring(slash), true, properties);
        return database(kind, jdbc, properties, url);
    }

    /** A plain JDBC URL of any database, which its driver understands better than we do. */
    static DatabaseUrl ofJdbc(String url) {
        var colon = url.indexOf(':', 5);
        if (colon < 0) {
            throw DatabaseUrl.bad(url, "has no second colon.", "Write jdbc:postgresql://host/database, for instance.");
        }
        var properties = new HashMap<String, String>();
        var jdbc = url;
        var slashes = url.indexOf("://", colon);
        var at = url.indexOf('@');
        if (slashes >= 0 && (at < 0 || at > slashes)) {
            var rest = withoutUser(url, url.substring(slashes + 3), properties);
            requirePorts(url.substring(5, colon), url, rest.split("[/?;]", 2)[0]);
            jdbc = url.substring(0, slashes + 3) + rest;
        } else if (at >= 0) {
            jdbc = withoutOraclesUser(url, at, properties);
        }
        var kind = url.substring(5, colon);
        // PostgreSQL's driver decodes its parameters; the others take them as they are.
        return database(kind, withoutSecrets(jdbc, kind.equals("postgresql"), properties), properties, url);
    }

    /** What stands there and is no port may be a password whose host was forgotten: no driver gets to see it. */
    private static void requirePorts(String kind, String url, String hosts) {
        for (var host : hosts.contains("(") ? new String[0] : hosts.split(",")) {
            int end = host.startsWith("[") ? host.indexOf(']') + 1 : Math.max(host.indexOf(':'), 0);
            boolean open = host.startsWith("[") && end == 0;
            var port = end == 0 && !host.startsWith(":") ? "" : host.substring(end);
            if (open || !port.isEmpty() && !UrlParts.isPort(port.substring(1))) {
                throw DatabaseUrl.bad(url, open ? "has a [ without its ]." : "has no port number behind the colon of "
                        + "its host.", "Write " + kind + "://user:password@host:port/database; what cannot stand there "
                        + "as it is can be written as %40 (@), %3A (:), %2F (/).");
            }
        }
    }

    private static DatabaseUrl database(String kind, String jdbc, Map<String, String> properties, String url) {
        return new DatabaseUrl(kind, jdbc, properties, Optional.<Path>empty(), false, Secrets.maskUrl(url));
    }

    private static String withoutUser(String url, String text, Map<String, String> properties) {
        var parts = UrlParts.of(text);
        put(url, "user", parts.user(), true, properties);
        put(url, "password", parts.password(), true, properties);
        return parts.rest();
    }

    /** {@code jdbc:oracle:thin:scott/tiger@host}, which becomes {@code jdbc:oracle:thin:@host}. */
    private static String withoutOraclesUser(String url, int at, Map<String, String> properties) {
        var start = url.lastIndexOf(':', at) + 1;
        var slash = url.indexOf('/', start);
        if (slash < 0 || slash > at) {
            return url;
        }
        properties.put("user", url.substring(start, slash));
        properties.put("password", url.substring(slash + 1, at));
        return url.substring(0, start) + url.substring(at);
    }

    /** Takes {@code user=} and whatever is secret out of the parameters, after ? and & or between semicolons. */
    private static String withoutSecrets(String jdbc, boolean encoded, Map<String, String> properties) {
        var question = jdbc.indexOf('?');
        var separator = question < 0 ? ';' : '&';
        var start = question < 0 ? jdbc.indexOf(';') : question;
        if (start < 0) {
            return jdbc;
        }
        var kept = new StringBuilder(jdbc.substring(0, start));
        var before = jdbc.charAt(start);
        for (var pair : UrlParts.split(jdbc.substring(start + 1), separator)) {
            var equals = pair.indexOf('=');
            var name = equals < 0 ? pair : pair.substring(0, equals);
            if (equals > 0 && (name.equals("user") || Secrets.isSecret(name))) {
                put(jdbc, name, pair.substring(equals + 1), encoded, properties);
            } else {
                kept.append(before).append(pair);
                before = separator;
            }
        }
        return kept.toString();
    }

    private static void put(String url, String name, String value, boolean encoded, Map<String, String> properties) {
        if (value == null || value.isEmpty()) {
            return;
        }
        try {
            properties.put(name, encoded ? UrlParts.decode(value) : value);
        } catch (IllegalArgumentException e) {
            throw DatabaseUrl.bad(url, "has a % in its " + name + " that does not begin a code such as %40.",
                    "Write %25 for a percent sign.");
        }
    }
}

package restrack.config;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands after {@code ://} in the URL of a server.
 *
 * @param user     the text before the first colon of {@code user:password@}, still encoded; null without one
 * @param password the text after it, still encoded; null without one
 * @param rest     all that follows the {@code @}: host, port, path and query
 */
record UrlParts(String user, String password, String rest) {
    /**
     * Cuts off {@code user:password@}. A password should have its {@code @ : /} encoded, but many have not, so the
     * last {@code @} before the path ends it, and a slash in it is forgiven.
     */
    static UrlParts of(String text) {
        var at = endOfUser(text);
        if (at < 0) {
            return new UrlParts(null, null, text);
        }
        var colon = text.indexOf(':');
        return colon < 0 || colon > at
                ? new UrlParts(text.substring(0, at), null, text.substring(at + 1))
                : new UrlParts(text.substring(0, colon), text.substring(colon + 1, at), text.substring(at + 1));
    }

    private static int endOfUser(String text) {
        var end = endOfHost(text, 0);
        var at = text.lastIndexOf('@', end);
        var later = text.indexOf('@', end);
        return at >= 0 || later < 0 || isHost(text, end, later) ? at
                : text.lastIndexOf('@', endOfHost(text, later));
    }

    /** {@return whether what ends here is a host, with or without a port, and not the beginning of user:pass/word@} */
    private static boolean isHost(String text, int end, int at) {
        var colon = text.indexOf(':');
        if (colon < 0 || colon > end || text.startsWith("[")) {
            return true;
        }
        for (var i = colon + 1; i < end; i++) {
            if (!Character.isDigit(text.charAt(i))) {
                return false;
            }
        }
        var question = text.indexOf('?', end + 1);
        return text.charAt(end) == '/' && question >= 0 && question < at;
    }

    private static int endOfHost(String text, int from) {
        for (var i = from; i < text.length(); i++) {
            if (text.charAt(i) == '/' || text.charAt(i) == '?' || text.charAt(i) == ';') {
                return i;
            }
        }
        return text.length();
    }

    /** {@return whether it is the number of a port} */
    static boolean isPort(String text) {
        return text.matches("\\d{1,5}") && Integer.parseInt(text) > 0 && Integer.parseInt(text) < 1 << 16;
    }

    /** {@return the text with {@code %40} and the like decoded; a plus sign stays one, as in SQLAlchemy} */
    static String decode(String text) {
        return text.indexOf('%') < 0 ? text : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** {@return the parameters of {@code a=1&b=2}, in order, decoded} */
    static Map<String, String> query(String text) {
        var query = new LinkedHashMap<String, String>();
        for (var pair : split(text, '&')) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(pair.substring(0, equals), decode(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    static List<String> split(String text, char separator) {
        var parts = new ArrayList<String>();
        var from = 0;
        for (var to = text.indexOf(separator); to >= 0; to = text.indexOf(separator, from)) {
            parts.add(text.substring(from, to));
            from = to + 1;
        }
        parts.add(text.substring(from));
        return parts;
    }
}

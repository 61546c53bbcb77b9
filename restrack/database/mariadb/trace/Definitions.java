package restrack.database.mariadb.trace;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads how things are defined, without what is no definition: the counter of a table, whose a view is. */
final class Definitions {
    /** What stands for something that is not there. */
    static final String ABSENT = "";
    /** What the text begins with of something that cannot be read. */
    static final String UNREADABLE = "? ";

    private static final Pattern COUNTER = Pattern.compile("(?m)^(\\) ENGINE=\\S+) AUTO_INCREMENT=\\d+");
    private static final Pattern DEFINER = Pattern.compile(
            "\\A(CREATE (?:ALGORITHM=\\w+ )?)DEFINER=(?:`(?:[^`]|``)*`@`(?:[^`]|``)*`|`(?:[^`]|``)*`|\\S+) ");

    private Definitions() {
    }

    /** {@return the definition of each, {@link #ABSENT} for what is not there} */
    static Map<Thing, String> of(Collection<Thing> things, Connection connection) throws SQLException {
        var definitions = new LinkedHashMap<Thing, String>();
        for (var thing : things) {
            definitions.put(thing, of(thing, connection));
        }
        return definitions;
    }

    private static String of(Thing thing, Connection connection) throws SQLException {
        try (var query = connection.createStatement();
             var rows = query.executeQuery("SHOW CREATE " + thing.kind().words() + " " + thing.quoted())) {
            var text = rows.next() ? rows.getString(thing.kind().column()) : null;
            return text == null ? UNREADABLE + "the right to see it is missing" : plain(text);
        } catch (SQLException e) {
            if (thing.kind().isAbsent(e.getErrorCode())) {
                return ABSENT;
            }
            if (!connection.isValid(1)) {
                throw e;
            }
            return UNREADABLE + e.getMessage().replaceAll("\\s+", " ");
        }
    }

    private static String plain(String definition) {
        var text = COUNTER.matcher(definition).replaceFirst("$1");
        return DEFINER.matcher(text).replaceFirst("$1");
    }
}

package restrack.database;

import java.util.Locale;
import java.util.Map;

/**
 * Where something that is put aside will belong when it comes back: the way down may have renamed it by then.
 *
 * @param table   the table
 * @param columns its columns, by the names that they have now in small letters; only those with another name
 */
public record Home(String table, Map<String, String> columns) {
    public Home {
        columns = Map.copyOf(columns);
    }

    /** {@return what a column will be called} */
    public String column(String now) {
        return now.isEmpty() ? "" : columns.getOrDefault(now.toLowerCase(Locale.ROOT), now);
    }
}

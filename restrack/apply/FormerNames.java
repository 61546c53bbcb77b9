package restrack.apply;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import restrack.database.Home;
import restrack.sql.Statement;
import restrack.sql.TableEdit;

/** What tables and columns were called before a script renamed them. */
final class FormerNames {
    private final Map<String, String> tables = new HashMap<>();
    private final Map<String, Map<String, String>> columns = new HashMap<>();

    /** {@return the names before these statements} */
    static FormerNames before(List<Statement> statements) {
        var names = new FormerNames();
        statements.forEach(it -> TableEdit.of(it).forEach(names::note));
        return names;
    }

    /** Takes note of what is done to a table. */
    void note(TableEdit edit) {
        if (edit instanceof TableEdit.Rename rename) {
            var former = table(rename.table().table());
            tables.remove(key(rename.table().table()));
            tables.put(key(rename.to()), former);
        } else if (edit instanceof TableEdit.RenameColumn rename) {
            var renamed = columns.computeIfAbsent(key(table(rename.table().table())), it -> new HashMap<>());
            var former = renamed.getOrDefault(key(rename.from()), rename.from());
            renamed.remove(key(rename.from()));
            renamed.put(key(rename.to()), former);
        }
    }

    /** {@return where a table and its columns belong, by the name that it has now} */
    Home home(String table) {
        return new Home(table(table), columns.getOrDefault(key(table(table)), Map.of()));
    }

    private String table(String name) {
        return tables.getOrDefault(key(name), name);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}

package restrack.database.sqlite.catalog;

import java.util.Collection;
import java.util.stream.Collectors;
import restrack.database.sqlite.grammar.CreateTable;
import restrack.database.sqlite.grammar.MalformedException;

/** Names and texts as they stand in SQL. */
public final class Quoted {
    private Quoted() {
    }

    public static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** {@return a name without quotes where it can stand so} */
    public static String word(String name) {
        try {
            return name.matches("[A-Za-z_][A-Za-z0-9_]*")
                    && CreateTable.parse("CREATE TABLE t (" + name + ")").columns().get(0).name().value().equals(name)
                    ? name : name(name);
        } catch (MalformedException e) {
        return name(name);
        }
    }

    static String names(Collection<String> names) {
        return names.stream().map(Quoted::name).collect(Collectors.joining(", "));
    }

    public static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    static String texts(Collection<String> texts) {
        return texts.stream().map(Quoted::text).collect(Collectors.joining(", "));
    }
}

package restrack.autogenerate;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import restrack.sql.Statement;

/** What repeatable scripts make. They are its source, and the models need not have it. */
public final class Elsewhere {
    private Elsewhere() {
    }

    /** {@return the views and triggers that these statements create, in small letters} */
    public static Set<String> madeBy(List<Statement> statements) {
        var names = new TreeSet<String>();
        for (var statement : statements) {
            var cursor = statement.cursor();
            if (cursor.accept("CREATE")) {
                cursor.accept("OR", "REPLACE");
                if (cursor.accept("VIEW") || cursor.accept("TRIGGER")) {
                    cursor.accept("IF", "NOT", "EXISTS");
                    cursor.tableName().ifPresent(it -> names.add(it.table().toLowerCase(Locale.ROOT)));
                }
            }
        }
        return names;
    }
}

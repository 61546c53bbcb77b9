package restrack.database.sqlite.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import restrack.database.sqlite.grammar.SqliteSyntax;
import restrack.sql.Tokens;

/**
 * Views and triggers that were broken before we came keep SQLite from renaming and dropping anything in the same file.
 * For that long they say something harmless; afterwards they are as broken as they were.
 */
public final class SetAside {
    private SetAside() {
    }

    /** {@return these statements, with the broken ones out of their way} */
    public static List<String> around(List<String> statements, Collection<SchemaObject> broken) {
        if (broken.isEmpty()) {
            return statements;
        }
        var all = new ArrayList<String>();
        all.add("PRAGMA writable_schema = ON");
        broken.forEach(it -> all.add(write(it, harmless(it))));
        all.add("PRAGMA writable_schema = RESET");
        all.addAll(statements);
        all.add("PRAGMA writable_schema = ON");
        broken.forEach(it -> all.add(write(it, it.sql())));
        all.add("PRAGMA writable_schema = RESET");
        return all;
    }

    /** {@return what makes one of them harmless for good} For a database that is thrown away. */
    public static List<String> statements(SchemaObject broken) {
        return List.of("PRAGMA writable_schema = ON", write(broken, harmless(broken)),
                "PRAGMA writable_schema = RESET");
    }

    private static String harmless(SchemaObject object) {
        return object.isView() ? "CREATE VIEW " + Quoted.name(object.name()) + " AS SELECT 1"
                : "CREATE TRIGGER " + Quoted.name(object.name()) + instead(object) + Quoted.name(object.table())
                        + " BEGIN SELECT 1; END";
    }

    /** A trigger on a view can only be INSTEAD OF, one on a table cannot be. */
    private static String instead(SchemaObject trigger) {
        boolean instead = Tokens.of(trigger.sql(), SqliteSyntax.SQLITE).stream().takeWhile(it -> !it.is("ON"))
                .anyMatch(it -> it.is("INSTEAD"));
        return instead ? " INSTEAD OF INSERT ON " : " AFTER INSERT ON ";
    }

    private static String write(SchemaObject object, String sql) {
        return SchemaEdit.text(object.type(), object.name(), sql);
    }
}

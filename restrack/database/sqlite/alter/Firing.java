package restrack.database.sqlite.alter;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import restrack.database.sqlite.catalog.Mentioned;
import restrack.database.sqlite.catalog.Quoted;
import restrack.database.sqlite.catalog.SchemaObject;
import restrack.database.sqlite.catalog.SetAside;
import restrack.database.sqlite.catalog.Workbench;
import restrack.database.sqlite.grammar.SqliteSyntax;
import restrack.sql.Token;
import restrack.sql.Tokens;

/**
 * Triggers that would fail when they fire. When SQLite looks through its schema it does not look at which columns an
 * INSERT or UPDATE in a trigger writes; when it compiles what fires the trigger, it does.
 */
final class Firing {
    private static final String SAVEPOINT = "migrate_firing";

    private final Workbench workbench;
    private final String table;

    /** @param table the table that is changed: only triggers that mention it are of interest */
    Firing(Workbench workbench, String table) {
        this.workbench = workbench;
        this.table = table;
    }

    /** {@return those that fail as things are on the workbench} */
    List<SchemaObject> failing() throws SQLException {
        var failing = new ArrayList<SchemaObject>();
        var triggers = workbench.catalog().objects().stream().filter(SchemaObject::isTrigger).toList();
        for (var trigger : triggers) {
            if (Mentioned.in(trigger.sql(), table) && fails(trigger) && failsAlone(trigger, triggers)) {
                failing.add(trigger);
            }
        }
        return failing;
    }

    /** Whether it is this one, and not another that fires along with it. */
    private boolean failsAlone(SchemaObject trigger, List<SchemaObject> triggers) throws SQLException {
        workbench.run("SAVEPOINT " + SAVEPOINT);
        try {
            for (var other : triggers) {
                if (!other.equals(trigger)) {
                    workbench.run(SetAside.statements(other));
                }
            }
            return fails(trigger);
        } finally {
            workbench.undo(SAVEPOINT);
        }
    }

    private boolean fails(SchemaObject trigger) throws SQLException {
        try {
            workbench.run("EXPLAIN " + fires(trigger));
            return false;
        } catch (SQLException e) {
            return true;
        }
    }

    /** What fires a trigger. */
    private String fires(SchemaObject trigger) throws SQLException {
        var name = "main." + Quoted.name(trigger.table());
        for (Token token : Tokens.of(trigger.sql(), SqliteSyntax.SQLITE)) {
            if (token.is("INSERT")) {
                return "INSERT INTO " + name + " DEFAULT VALUES";
            }
            if (token.is("DELETE")) {
                return "DELETE FROM " + name;
            }
            if (token.is("UPDATE")) {
                return "UPDATE " + name + " SET " + columns(trigger.table()).stream().map(Quoted::name)
                        .map(it -> it + " = " + it).collect(Collectors.joining(", "));
            }
        }
        throw new IllegalArgumentException(trigger.sql());
    }

    private List<String> columns(String of) throws SQLException {
        var columns = new ArrayList<String>();
        try (var query = workbench.connection().prepareStatement(
                "SELECT name FROM pragma_table_xinfo(?, 'main') WHERE hidden = 0")) {
            query.setString(1, of);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    columns.add(rows.getString(1));
                }
            }
        }
        return columns;
    }
}

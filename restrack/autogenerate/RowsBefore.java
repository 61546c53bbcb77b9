package restrack.autogenerate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.Database;
import restrack.database.Rendered;
import restrack.schema.Name;
import restrack.schema.Renaming;
import restrack.sql.Statement;
import restrack.sql.Statements;

/**
 * A look at the rows through the eyes of the upgrade: it sees what several changes of one statement come to together.
 * Only the first statement on a table can be asked about; what comes after it finds another table.
 */
final class RowsBefore {
    /** Hazards have been told apart. */
    private static final Set<String> ALLOWED = Set.of("drop-data", "change-data");

    private final Database data;
    private final Set<Name> changed = new HashSet<>();

    /** @param renamings what has another name by then: of it nothing can be asked */
    RowsBefore(Database data, List<Renaming> renamings) {
        this.data = data;
        for (var renaming : renamings) {
            changed.add(data.dialect().name(renaming instanceof Renaming.OfColumn it ? it.table() : renaming.to()));
        }
    }

    /** {@return what the upgrade is going to say of the rows, as lines; empty if nothing} */
    List<String> inTheWayOf(Rendered rendered) {
        var lines = new ArrayList<String>();
        for (var statement : Statements.of(rendered.text(), data.dialect().syntax(), 1)) {
            var cursor = statement.cursor();
            if (cursor.accept("ALTER", "TABLE")) {
                cursor.tableName().map(it -> data.dialect().name(it.table()))
                        .filter(it -> changed.add(it) && data.hasTable(it.text()))
                        .ifPresent(it -> lines.addAll(inTheWayOf(statement)));
            }
        }
        return lines;
    }

    private List<String> inTheWayOf(Statement statement) {
        try {
            data.refuse(statement, ALLOWED);
            return List.of();
        } catch (MigrateException e) {
            // Anything else could be because something before it is missing, which the trial has had.
            return e.kind() == ErrorKind.ROWS_IN_THE_WAY ? e.getMessage().lines().toList() : List.of();
        }
    }
}

package restrack.adhoc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.apply.Execution;
import restrack.apply.Place;
import restrack.database.Database;
import restrack.database.TableChange;
import restrack.sql.RowAction;
import restrack.sql.Statement;

/** Runs the statements of one script, and notes what each of them did. */
final class Telling implements Execution.Running {
    private final Database database;
    private final Set<String> allowed;
    private final Parameters parameters;
    private final String file;
    private final List<Ran> ran = new ArrayList<>();

    /**
     * @param database   the database, in whose transaction it runs
     * @param allowed    the hazards that the user accepts
     * @param parameters what {@code :name} stands for
     * @param file       the script, for messages
     */
    Telling(Database database, Set<String> allowed, Parameters parameters, String file) {
        this.database = database;
        this.allowed = allowed;
        this.parameters = parameters;
        this.file = file;
    }

    /** {@return what has run, in order} */
    List<Ran> ran() {
        return ran;
    }

    @Override
    public List<TableChange> run(Statement statement) throws SQLException {
        var place = new Place(file, statement);
        var bound = parameters.bind(place);
        var action = RowAction.of(statement);
        if (bound.values().isEmpty() && action.isEmpty() && !answers(statement)) {
            var changes = database.run(statement, allowed);
            var notes = changes.stream().flatMap(it -> it.notes().stream()).toList();
            ran.add(new Ran(place, OptionalLong.empty(), Optional.empty(), notes));
            return changes;
        }
        if (statement.starts("ALTER")) {
            throw new MigrateException(ErrorKind.BAD_SCRIPT, "A parameter cannot stand in ALTER TABLE.",
                    "Write the value itself.");
        }
        try (var jdbc = database.connection().prepareStatement(bound.sql())) {
            for (int i = 0; i < bound.values().size(); i++) {
                jdbc.setObject(i + 1, bound.values().get(i));
            }
            ran.add(execute(jdbc, place, action.filter(RowAction::changes).isPresent()));
        }
        return List.of();
    }

    /** With RETURNING, the rows changed come as an answer. */
    private static Ran execute(PreparedStatement jdbc, Place place, boolean changes) throws SQLException {
        Optional<Rows> rows = Optional.empty();
        if (jdbc.execute()) {
            try (var result = jdbc.getResultSet()) {
                rows = Optional.of(Rows.read(result));
            }
        }
        var changed = changes ? OptionalLong.of(rows.isPresent() ? rows.get().count() : jdbc.getLargeUpdateCount())
                : OptionalLong.empty();
        return new Ran(place, changed, rows, List.of());
    }

    private static boolean answers(Statement statement) {
        return statement.starts("PRAGMA") || statement.starts("EXPLAIN");
    }
}

package restrack.autogenerate;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.Database;
import restrack.database.Rendered;
import restrack.schema.Change;
import restrack.schema.Described;
import restrack.schema.Difference;
import restrack.schema.Equality;
import restrack.schema.Level;
import restrack.schema.Schema;
import restrack.sql.Statements;

/**
 * What makes one database what it should be, where a script for all databases would be wrong: tried on a copy of the
 * schema first, then run on the database itself. It has no way back.
 */
public final class Alignment {
    private static final String DROP_DATA = "drop-data";
    private static final String BY_HAND = "Bring the database there by hand, then run this again.";

    private final UnaryOperator<Schema> goal;
    private final Equality equality;
    private final List<Change> changes;
    private final List<Rendered> statements;
    private final String text;

    private Alignment(Database data, UnaryOperator<Schema> goal, Equality equality) {
        this.goal = goal;
        this.equality = equality;
        this.changes = ahead(data.schema(Level.EXACT)).changes();
        this.statements = changes.isEmpty() ? List.of() : tried(data);
        this.text = new DraftText(data, List.of()).down(statements);
    }

    /**
     * {@return the statements that make a database what it should be, tried on a copy without rows}
     *
     * @param data     the database; it is only read
     * @param goal     makes of its schema what it should be; what is none of its business stays as it is
     * @param equality knows whether parts of tables behave the same, in the database where the goal is real; while
     *                 this is used, it stays open
     * @throws MigrateException {@code cannot_alter} where there are none, {@code dependents} where a view or trigger
     *                          would break
     */
    public static Alignment of(Database data, UnaryOperator<Schema> goal, Equality equality) {
        return new Alignment(data, goal, equality);
    }

    private Ahead ahead(Schema present) {
        var wanted = goal.apply(present);
        return new Ahead(Difference.of(present, wanted, equality).stream()
                .filter(it -> !(it instanceof Change.Reorder)).toList(), wanted);
    }

    private List<Rendered> tried(Database data) {
        try (var trial = new Trial(data.scratch()); var origin = new Trial(data.scratch())) {
            var found = trial.reach(this::ahead);
            trial.requireSense(origin);
            return List.copyOf(found);
        } catch (MigrateException e) {
            throw new MigrateException(e.kind(), e.getMessage() + "\nNothing was changed.", BY_HAND, e);
        }
    }

    /** {@return what it changes, in words} */
    public List<Described> changes() {
        return changes.stream().map(Described::of).toList();
    }

    /** {@return whether there is nothing to do} */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** {@return the statements as a script} */
    public String text() {
        return text;
    }

    /**
     * Looks at the rows that are there now.
     *
     * @param allowed the hazards that the user accepts
     * @throws MigrateException {@code hazard}, {@code rows_in_the_way}, {@code unfinished} where a person has to say
     *                          what a value should be
     */
    public void refuse(Database data, Set<String> allowed) {
        statements.stream().filter(it -> !it.todo().isEmpty()).findFirst().ifPresent(it -> {
            throw new MigrateException(ErrorKind.UNFINISHED, "The alignment cannot be written without a person: "
                    + it.todo() + "\n    " + it.text(), BY_HAND);
        });
        var hazards = new ArrayList<String>();
        for (var change : changes) {
            if (change instanceof Change.DropTable drop && !allowed.contains(DROP_DATA)) {
                throw hazard(DROP_DATA, "The table " + drop.table() + " would go, with its rows.");
            }
            for (var danger : data.dangers(change, List.of())) {
                if (danger.hazard().isEmpty()) {
                    throw new MigrateException(ErrorKind.ROWS_IN_THE_WAY, danger.sentence() + ":\n    "
                            + danger.query().replace("\n", "\n    "), "Mend them first.");
                }
                if (!allowed.contains(danger.hazard())) {
                    hazards.add(danger.hazard() + ": " + danger.sentence() + ".");
                }
            }
        }
        if (!hazards.isEmpty()) {
            throw hazard(hazards.get(0).substring(0, hazards.get(0).indexOf(':')), String.join("\n", hazards));
        }
    }

    private static MigrateException hazard(String hazard, String message) {
        return new MigrateException(ErrorKind.HAZARD, message, "Make a copy of the database; then say that this is "
                + "meant with `--allow " + hazard + "`.");
    }

    /**
     * Runs the statements in the transaction that is open, and looks whether the database is then what it should be.
     *
     * @param allowed the hazards that the user accepts
     * @throws MigrateException as {@link #refuse} does; {@code script_failed} with what the database said
     */
    public void run(Database data, Set<String> allowed) {
        refuse(data, allowed);
        for (var rendered : statements) {
            for (var statement : Statements.of(rendered.text(), data.dialect().syntax(), 1)) {
                try {
                    data.run(statement, allowed);
                } catch (SQLException e) {
                    var said = data.explain(e, "The alignment");
                    throw new MigrateException(said.kind(), said.getMessage() + "\n    "
                            + rendered.text().replace("\n", "\n    ") + "\nNothing was changed.",
                            said.hint().isEmpty() ? BY_HAND : said.hint(), e);
                }
            }
        }
        var left = ahead(data.schema(Level.EXACT)).changes();
        if (!left.isEmpty()) {
            throw new MigrateException(ErrorKind.CANNOT_ALTER, "The alignment ran, and this is left:"
                    + left.stream().map(it -> "\n    " + Described.of(it).line()).collect(Collectors.joining())
                    + "\nNothing was changed.", BY_HAND);
        }
    }
}

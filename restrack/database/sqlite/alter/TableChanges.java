package restrack.database.sqlite.alter;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import restrack.database.Cost;
import restrack.database.RowCheck;
import restrack.database.TableChange;
import restrack.database.Way;
import restrack.database.sqlite.catalog.Catalog;
import restrack.database.sqlite.catalog.Quoted;
import restrack.database.sqlite.catalog.Workbench;
import restrack.sql.Statement;
import restrack.sql.TableName;

/** Carries out {@code ALTER TABLE} in the standard's and PostgreSQL's form on a SQLite database. */
public final class TableChanges {
    private final Connection connection;

    /** @param connection the database; where something is changed, a transaction is open */
    public TableChanges(Connection connection) {
        this.connection = connection;
    }

    /**
     * Runs a statement, if it is an ALTER TABLE that is known here.
     *
     * @param allowed the hazards that the user accepts
     * @return what was done; nothing if the statement is to be given to SQLite as it is
     * @throws restrack.MigrateException where it is refused; nothing of it is done then
     */
    public Optional<List<TableChange>> run(Statement statement, Set<String> allowed) throws SQLException {
        var target = Target.of(statement, connection);
        return target.isEmpty() ? Optional.empty() : Optional.of(new Alteration(connection, allowed).run(target.get()));
    }

    /**
     * {@return what a statement becomes whatever the rows are, nothing if it is given to SQLite as it is} The schema is
     * read, nothing is changed.
     *
     * @param allowed the hazards that the user accepts: what is printed does not look for them
     * @param rows    where the rows are, if they can be asked
     */
    public List<TableChange> changes(Statement statement, Set<String> allowed, Optional<Connection> rows)
            throws SQLException {
        var target = Target.of(statement, connection);
        if (target.isEmpty()) {
            return List.of();
        }
        var changes = new ArrayList<TableChange>();
        for (var step : steps(target.get(), rows.<OlderRows>map(DefaultValues::new).orElse(OlderRows.PERHAPS))) {
            changes.add(printed(step, allowed));
        }
        return changes.isEmpty() ? List.of(nothing(target.get())) : changes;
    }

    private List<Step> steps(Target target, OlderRows older) throws SQLException {
        var steps = new ArrayList<Step>();
        if (target.table().isEmpty()) {
            return steps;
        }
        try (var planning = new Planning(Catalog.of(connection), target.table().get(), older)) {
            for (var group : Planning.groups(target.statement().actions())) {
                while (!group.isEmpty()) {
                    planning.next(group).ifPresent(steps::add);
                }
            }
        }
        return steps;
    }

    static TableChange nothing(Target target) {
        return new TableChange(target.statement().table(), Way.NATIVE, List.of("nothing to do"), List.of(), List.of());
    }

    private static TableChange printed(Step step, Set<String> allowed) {
        var statements = new ArrayList<String>();
        step.checks().stream().filter(it -> !it.isAllowed(allowed)).forEach(it -> statements.addAll(printed(it)));
        statements.addAll(Guards.around(step));
        return change(step, statements);
    }

    /** {@return statements that fail with the sentence if there are such rows, for a program that only runs them} */
    private static List<String> printed(RowCheck check) {
        return List.of("CREATE TEMP TABLE migrate_check (found INTEGER CONSTRAINT " + Quoted.name(check.sentence())
                + " CHECK (found = 0))", "INSERT INTO temp.migrate_check SELECT count(*) FROM (" + check.rows() + ")",
                "DROP TABLE temp.migrate_check");
    }

    static TableChange change(Step step, List<String> statements) {
        return new TableChange(new TableName("", step.table()), step.way(), List.copyOf(step.notes()),
                List.copyOf(statements), step.rebuilt());
    }

    /**
     * Looks at the rows that are there now.
     *
     * @throws restrack.MigrateException if they are in the way
     */
    public void refuse(Statement statement, Set<String> allowed) throws SQLException {
        var target = Target.of(statement, connection);
        if (target.isPresent()) {
            var steps = steps(target.get(), OlderRows.PERHAPS);
            // What comes after the first step would be asked of a table that is not there yet.
            if (!steps.isEmpty()) {
                steps.get(0).refuse(connection, allowed);
            }
        }
    }

    /**
     * Says which rows a statement has failed for, where SQLite does not.
     *
     * @throws restrack.MigrateException {@code rows_in_the_way}
     */
    public void explainFailure(Statement statement) throws SQLException {
        EqualRows.refuse(statement, connection);
    }

    /** {@return what a change costs on the rows that are here} */
    public Cost cost(TableChange change) throws SQLException {
        return new Costs(connection).of(change);
    }

    /** Gives an empty database the schema of this one. */
    public void copySchema(Connection empty) throws SQLException {
        Workbench.load(Catalog.of(connection), empty);
    }
}

package restrack.database.mariadb.alter;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import restrack.MigrateException;
import restrack.database.RowCheck;
import restrack.database.TableChange;
import restrack.database.mariadb.MariaSyntax;
import restrack.sql.Statement;
import restrack.sql.Statements;

/** An {@code ALTER TABLE} that MariaDB does not have as it stands, or that rows could be in the way of. */
public final class Alteration {
    private final AlterStatement statement;
    private final TableText table;

    private Alteration(AlterStatement statement, TableText table) {
        this.statement = statement;
        this.table = table;
    }

    /** {@return whether rows could be in the way of a statement, as far as its words tell} */
    public static boolean mayBeRefused(Statement statement) {
        return AlterStatement.of(statement).isPresent();
    }

    /** {@return whether a statement could be one that MariaDB does not have, as far as its words tell} */
    public static boolean may(Statement statement) {
        return AlterStatement.of(statement).filter(it -> !it.isNative()).isPresent();
    }

    /**
     * {@return what a statement does; nothing if MariaDB is given it as it stands, or the table need not be there}
     *
     * @param connection where the table is looked up
     * @throws MigrateException {@code cannot_alter} if there is no such table
     */
    public static Optional<Alteration> of(Statement statement, Connection connection) throws SQLException {
        var read = AlterStatement.of(statement);
        if (read.isEmpty()) {
            return Optional.empty();
        }
        var table = TableText.of(connection, read.get().table());
        if (table.isEmpty() && !read.get().ifExists()) {
            throw AlterText.cannot("There is no table " + read.get().table() + ".",
                    "Create it first, or mend its name.");
        }
        return table.map(it -> new Alteration(read.get(), it));
    }

    /**
     * {@return a statement as MariaDB is given it: as it stands, unless it is one of these}
     *
     * @param sql        one statement
     * @param connection where its table is looked up
     */
    public static String spelled(String sql, Connection connection) throws SQLException {
        var alteration = of(Statements.of(sql, MariaSyntax.SYNTAX).get(0), connection);
        return alteration.map(it -> it.change(Set.of()).statements().get(0)).orElse(sql);
    }

    /**
     * {@return the change}
     *
     * @param allowed the hazards that the user accepts
     * @throws MigrateException {@code cannot_alter} for what MariaDB cannot be told
     */
    public TableChange change(Set<String> allowed) {
        var text = new AlterText(statement, table);
        boolean types = statement.parts().stream().anyMatch(it -> it instanceof Part.SetType
                || it instanceof Part.Define);
        var sql = types && allowed.contains(RowCheck.CHANGE_DATA)
                ? "SET STATEMENT sql_mode = '' FOR " + text.sql() : text.sql();
        return new TableChange(statement.table(), text.way(), List.of(), List.of(sql), List.of());
    }

    /**
     * Looks at the rows that are there now.
     *
     * @throws MigrateException {@code hazard} where values would change their meaning, {@code rows_in_the_way} where a
     *                          constraint would not hold
     */
    public void refuse(Connection connection, Set<String> allowed) throws SQLException {
        new RowChecks(statement, table, new AlterText(statement, table)).refuse(connection, allowed);
    }
}

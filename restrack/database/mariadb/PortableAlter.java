package restrack.database.mariadb;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import restrack.database.TableChange;
import restrack.database.mariadb.alter.Alteration;
import restrack.sql.Statement;
import restrack.sql.Statements;

/**
 * ALTER TABLE in the words that all databases understand here: each becomes one of MariaDB's own.
 *
 * @param connection the connection over which it runs
 */
record PortableAlter(Connection connection) {
    /** Runs a statement as it stands. */
    @FunctionalInterface
    interface Native {
        List<TableChange> run(Statement statement) throws SQLException;
    }

    /** {@return what was done; empty for a table that is not there and need not be} The rows are looked at first. */
    List<TableChange> run(Statement statement, Set<String> allowed, Native plain) throws SQLException {
        var alteration = Alteration.of(statement, connection);
        if (alteration.isEmpty()) {
            return List.of();
        }
        var change = alteration.get().change(allowed);
        alteration.get().refuse(connection, allowed);
        for (var sql : change.statements()) {
            plain.run(Statements.of(sql, MariaSyntax.SYNTAX, statement.line()).get(0));
        }
        return List.of(change);
    }

    /** {@return what would be done} */
    List<TableChange> changes(Statement statement, Set<String> allowed) throws SQLException {
        return Alteration.of(statement, connection).map(it -> List.of(it.change(allowed))).orElse(List.of());
    }

    /** @throws restrack.MigrateException where rows keep it from being done */
    void refuse(Statement statement, Set<String> allowed) throws SQLException {
        var alteration = Alteration.of(statement, connection);
        if (alteration.isPresent()) {
            alteration.get().refuse(connection, allowed);
        }
    }
}

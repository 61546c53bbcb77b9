package restrack.compile;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import restrack.AlterTable;
import restrack.Batches;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.Op;
import restrack.database.Dialect;
import restrack.sql.Statement;
import restrack.sql.Statements;
import restrack.sql.Tokens;

/** {@link Op} over a connection inside a transaction. Jdbi is loaded when a script first asks for its handle. */
public final class MigrationOp implements Op, AutoCloseable {
    private static final int BATCH = 500;

    private final Connection connection;
    private final Dialect dialect;
    private final Guard guard;
    private final Altering altering;
    private final SavepointTransactions transactions;
    private Handle handle;

    private MigrationOp(Connection connection, Dialect dialect, Guard guard, Altering altering) {
        this.connection = connection;
        this.dialect = dialect;
        this.guard = guard;
        this.altering = altering;
        this.transactions = new SavepointTransactions(dialect::quote);
    }

    /**
     * Opens what one migration works with.
     *
     * @param connection a connection inside a transaction that was begun with SQL; it stays open
     * @param dialect    how its database speaks
     * @param alive      whether that transaction still stands; once it does not, nothing is executed any more
     * @param altering   runs statements that change a table, on the same connection
     * @return to be closed when the migration has run, and before its transaction is ended
     */
    public static MigrationOp open(Connection connection, Dialect dialect, BooleanSupplier alive,
                                   Altering altering) {
        var guarded = ScriptConnection.guard(connection, dialect, alive);
        return new MigrationOp(guarded, dialect, new Guard(dialect, alive),
                // Where such a statement commits, the savepoint would be gone; it is one statement there.
                dialect.hasTransactionalDdl() ? new AllOrNothing(guarded, altering) : altering);
    }

    /** {@inheritDoc} A script may close it; the next call then gives another one. */
    @Override
    public Handle handle() {
        if (handle == null || handle.isClosed()) {
            var jdbi = Jdbi.create(() -> connection);
            jdbi.setTransactionHandler(transactions);
            jdbi.getConfig(SqlStatements.class).setAttachAllStatementsForCleanup(true);
            handle = jdbi.open();
        }
        return handle;
    }

    @Override
    public int execute(String sql, Object... arguments) {
        if (arguments != null && arguments.length == 0) {
            var statements = Statements.of(sql, dialect.syntax());
            if (!statements.isEmpty()) {
                var first = statements.get(0);
                if (first.starts("ALTER", "TABLE") || first.starts("DROP", "TABLE")) {
                    alter(sql, first);
                    return 0;
                }
                altering.before(first);
            }
        }
        try (var statement = connection.prepareStatement(sql)) {
            var values = arguments == null ? new Object[1] : arguments;
            checkCount(sql, statement.getParameterMetaData().getParameterCount(), values.length);
            bind(statement, values);
            boolean rows = statement.execute();
            return changesRows(sql) ? changed(statement, rows) : 0;
        } catch (SQLException e) {
            throw Guard.failed(sql, e);
        }
    }

    @Override
    public AlterTable alterTable(String name) {
        // A rename changes the name that the rest of the chain is for.
        var current = new String[] {name};
        return new AlteredTable(dialect::quote, action -> {
            alterTable(current[0], one(action.sql()));
            current[0] = action.renamed().isEmpty() ? current[0] : action.renamed();
        });
    }

    @Override
    public void alterTable(String name, Consumer<AlterTable> actions) {
        var collected = new ArrayList<String>();
        actions.accept(new AlteredTable(dialect::quote, action -> collected.add(one(action.sql()))));
        if (!collected.isEmpty()) {
            alterTable(name, String.join(", ", collected));
        }
    }

    private void alter(String sql, Statement statement) {
        guard.checkText(sql, false);
        try {
            altering.run(statement);
        } catch (SQLException e) {
            throw Guard.failed(sql, e);
        }
    }

    /** {@return the action} What is given as a type or an expression must not bring another action along. */
    private String one(String action) {
        int depth = 0;
        for (var token : Tokens.of(action, dialect.syntax())) {
            depth += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
            if (depth < 0 || depth == 0 && token.isSymbol(',')) {
                throw new MigrateException(ErrorKind.CANNOT_ALTER, "`" + action + "` is more than one action.",
                        "Call a method for each.");
            }
        }
        return action;
    }

    private void alterTable(String table, String actions) {
        execute("ALTER TABLE %s %s".formatted(dialect.quote(table), actions));
    }

    /** A driver may take a missing value for NULL: sqlite-jdbc does. */
    private static void checkCount(String sql, int wanted, int given) {
        if (wanted != given) {
            throw new MigrateException(ErrorKind.SCRIPT_FAILED, "%d values were given where the statement has %d: %s"
                    .formatted(given, wanted, Guard.shorten(sql)), "");
        }
    }

    /** The database's answer counts for these only: after CREATE TABLE, SQLite repeats what it said before. */
    private boolean changesRows(String sql) {
        return Statements.of(sql, dialect.syntax()).stream().limit(1).anyMatch(statement ->
                Stream.of("INSERT", "UPDATE", "DELETE", "REPLACE", "MERGE", "WITH").anyMatch(statement::starts));
    }

    /** The rows changed; with a RETURNING clause they come as a result. */
    private static int changed(PreparedStatement statement, boolean asResult) throws SQLException {
        if (!asResult) {
            return statement.getUpdateCount();
        }
        int count = 0;
        try (var rows = statement.getResultSet()) {
            while (rows.next()) {
                count++;
            }
        }
        return count;
    }

    @Override
    public int bulkInsert(String table, List<? extends Map<String, ?>> rows) {
        if (rows.isEmpty()) {
            return 0;
        }
        var columns = List.copyOf(rows.get(0).keySet());
        checkColumns(table, columns, rows);
        var sql = "INSERT INTO %s (%s) VALUES (%s)".formatted(dialect.quote(table),
                columns.stream().map(dialect::quote).collect(Collectors.joining(", ")),
                String.join(", ", Collections.nCopies(columns.size(), "?")));
        try (var statement = connection.prepareStatement(sql)) {
            int waiting = 0;
            for (var row : rows) {
                bind(statement, columns.stream().map(row::get).toArray());
                statement.addBatch();
                if (++waiting == BATCH) {
                    statement.executeBatch();
                    waiting = 0;
                }
            }
            if (waiting > 0) {
                statement.executeBatch();
            }
            return rows.size();
        } catch (SQLException e) {
            throw Guard.failed(sql, e);
        }
    }

    /** Before anything is inserted: a column left out of one row would otherwise become NULL in silence. */
    private static void checkColumns(String table, List<String> columns, List<? extends Map<String, ?>> rows) {
        if (columns.isEmpty()) {
            throw new MigrateException(ErrorKind.SCRIPT_FAILED,
                    "bulkInsert into %s: the first row names no column.".formatted(table), "");
        }
        var expected = Set.copyOf(columns);
        for (int i = 1; i < rows.size(); i++) {
            if (!rows.get(i).keySet().equals(expected)) {
                throw new MigrateException(ErrorKind.SCRIPT_FAILED,
                        "bulkInsert into %s: row %d has the columns %s, and the first row has %s.".formatted(
                                table, i + 1, new TreeSet<>(rows.get(i).keySet()), new TreeSet<>(columns)),
                        "Give every row the same columns, with null where there is no value.");
            }
        }
    }

    @Override
    public Batches batches(String table, String... key) {
        throw new MigrateException(ErrorKind.FORBIDDEN_STATEMENT,
                "op.batches commits after each batch, and here is one transaction already.",
                "Write @InBatches above the method (`@InBatches public void up(Op op)`); it then does nothing but "
                        + "call op.batches.");
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    /**
     * Ends the work of the migration.
     *
     * @throws MigrateException if it began a transaction of its own and never ended it; what that did is undone, and
     *                          the rest should be
     */
    @Override
    public void close() {
        if (handle == null) {
            return;
        }
        int open = transactions.depth();
        try {
            if (open > 0) {
                transactions.unwind(handle(), 0);
            }
        } finally {
            handle.close();
        }
        if (open > 0) {
            throw new MigrateException(ErrorKind.SCRIPT_FAILED,
                    "The migration began a transaction of its own with begin() and never ended it.",
                    "Use op.handle().inTransaction(…), which ends it in any case.");
        }
    }
}

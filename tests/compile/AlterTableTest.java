package tests.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import restrack.AlterTable;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.Op;
import restrack.compile.MigrationOp;
import restrack.database.sqlite.SqliteDialect;

/** What {@code op.alterTable} says is what a SQL script would say. */
class AlterTableTest {
    private final List<String> said = new ArrayList<>();
    private Connection connection;
    private Op op;

    @BeforeEach
    void open() throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        op = MigrationOp.open(connection, new SqliteDialect(), () -> true, statement -> said.add(statement.text()));
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    static List<Arguments> everyActionIsThatOfAScript() {
        return List.of(
                action(it -> it.alterColumn("a b").type("VARCHAR(320)"), "ALTER COLUMN \"a b\" TYPE VARCHAR(320)"),
                action(it -> it.alterColumn("a").type("INTEGER", "length(a)"),
                        "ALTER COLUMN \"a\" TYPE INTEGER USING length(a)"),
                action(it -> it.alterColumn("a").collate("TEXT", "NOCASE"),
                        "ALTER COLUMN \"a\" TYPE TEXT COLLATE \"NOCASE\""),
                action(it -> it.alterColumn("a").setDefault("'100%'"), "ALTER COLUMN \"a\" SET DEFAULT '100%'"),
                action(it -> it.alterColumn("a").dropDefault(), "ALTER COLUMN \"a\" DROP DEFAULT"),
                action(it -> it.alterColumn("a").setNotNull(), "ALTER COLUMN \"a\" SET NOT NULL"),
                action(it -> it.alterColumn("a").dropNotNull(), "ALTER COLUMN \"a\" DROP NOT NULL"),
                action(it -> it.alterColumn("a").generatedStored("b + 1"),
                        "ALTER COLUMN \"a\" ADD GENERATED ALWAYS AS (b + 1) STORED"),
                action(it -> it.alterColumn("a").generatedVirtual("b + 1"),
                        "ALTER COLUMN \"a\" ADD GENERATED ALWAYS AS (b + 1) VIRTUAL"),
                action(it -> it.alterColumn("a").setExpression("b"), "ALTER COLUMN \"a\" SET EXPRESSION AS (b)"),
                action(it -> it.alterColumn("a").dropExpression(), "ALTER COLUMN \"a\" DROP EXPRESSION"),
                action(it -> it.addColumn("a", "INTEGER NOT NULL DEFAULT 0"),
                        "ADD COLUMN \"a\" INTEGER NOT NULL DEFAULT 0"),
                action(it -> it.dropColumn("a"), "DROP COLUMN \"a\""),
                action(it -> it.dropColumnCascade("a"), "DROP COLUMN \"a\" CASCADE"),
                action(it -> it.renameColumn("a", "b\"c"), "RENAME COLUMN \"a\" TO \"b\"\"c\""),
                action(it -> it.renameTo("u"), "RENAME TO \"u\""),
                action(it -> it.addConstraint("k", "UNIQUE (a)"), "ADD CONSTRAINT \"k\" UNIQUE (a)"),
                action(it -> it.addCheck("k", "a > 0"), "ADD CONSTRAINT \"k\" CHECK (a > 0)"),
                action(it -> it.addUnique("k", "a", "b"), "ADD CONSTRAINT \"k\" UNIQUE (\"a\", \"b\")"),
                action(it -> it.addPrimaryKey("a"), "ADD PRIMARY KEY (\"a\")"),
                action(it -> it.addForeignKey("k", List.of("a", "b"), "p", List.of("c", "d")),
                        "ADD CONSTRAINT \"k\" FOREIGN KEY (\"a\", \"b\") REFERENCES \"p\" (\"c\", \"d\")"),
                action(it -> it.addForeignKey("k", List.of("a"), "p", List.of("c"), "ON DELETE CASCADE"),
                        "ADD CONSTRAINT \"k\" FOREIGN KEY (\"a\") REFERENCES \"p\" (\"c\") ON DELETE CASCADE"),
                action(it -> it.dropConstraint("k"), "DROP CONSTRAINT \"k\""),
                action(it -> it.dropConstraintCascade("k"), "DROP CONSTRAINT \"k\" CASCADE"),
                action(it -> it.renameConstraint("k", "l"), "RENAME CONSTRAINT \"k\" TO \"l\""),
                action(AlterTable::setStrict, "SET STRICT"),
                action(AlterTable::dropStrict, "DROP STRICT"),
                action(AlterTable::setWithoutRowid, "SET WITHOUT ROWID"),
                action(AlterTable::dropWithoutRowid, "DROP WITHOUT ROWID"),
                action(AlterTable::setAutoincrement, "SET AUTOINCREMENT"),
                action(AlterTable::dropAutoincrement, "DROP AUTOINCREMENT"),
                action(it -> it.reorderColumns("b", "a"), "REORDER COLUMNS (\"b\", \"a\")"));
    }

    private static Arguments action(Function<AlterTable, AlterTable> action, String sql) {
        return Arguments.of(sql, action);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void everyActionIsThatOfAScript(String sql, Function<AlterTable, AlterTable> action) {
        action.apply(op.alterTable("t"));
        op.alterTable("t", action::apply);
        assertEquals(List.of("ALTER TABLE \"t\" " + sql, "ALTER TABLE \"t\" " + sql), said);
    }

    @Test
    void aChainIsDoneActionByAction() {
        op.alterTable("t").alterColumn("a").type("TEXT").setNotNull().dropColumn("b").alterColumn("c").dropDefault();
        assertEquals(List.of("ALTER TABLE \"t\" ALTER COLUMN \"a\" TYPE TEXT",
                "ALTER TABLE \"t\" ALTER COLUMN \"a\" SET NOT NULL", "ALTER TABLE \"t\" DROP COLUMN \"b\"",
                "ALTER TABLE \"t\" ALTER COLUMN \"c\" DROP DEFAULT"), said);
    }

    @Test
    void aBlockIsOneStatement() {
        op.alterTable("t", table -> {
            table.alterColumn("a").type("TEXT").setNotNull();
            table.dropColumn("b");
        });
        assertEquals(List.of("ALTER TABLE \"t\" ALTER COLUMN \"a\" TYPE TEXT, ALTER COLUMN \"a\" SET NOT NULL, "
                + "DROP COLUMN \"b\""), said);
    }

    @Test
    void aBlockThatThrowsOrSaysNothingDoesNothing() {
        op.alterTable("t", table -> table.alterColumn("a"));
        assertThrows(IllegalStateException.class, () -> op.alterTable("t", table -> {
            table.dropColumn("a");
            throw new IllegalStateException();
        }));
        assertEquals(List.of(), said);
    }

    @Test
    void whatFollowsARenameIsDoneUnderTheNewName() {
        var table = op.alterTable("t");
        table.renameTo("u").dropColumn("a");
        table.dropColumn("b");
        assertEquals(List.of("ALTER TABLE \"t\" RENAME TO \"u\"", "ALTER TABLE \"u\" DROP COLUMN \"a\"",
                "ALTER TABLE \"u\" DROP COLUMN \"b\""), said);
    }

    @Test
    void aTextThatHoldsAnotherStatementIsRefused() {
        var error = assertThrows(MigrateException.class, () -> op.alterTable("t").addColumn("a", "TEXT; DROP TABLE t"));
        assertEquals(ErrorKind.FORBIDDEN_STATEMENT, error.kind());
        assertEquals(List.of(), said);
    }

    @Test
    void executeTakesTheSameWayOnlyForAlterTable() {
        assertEquals(0, op.execute("-- comment\nALTER TABLE t DROP CONSTRAINT k"));
        op.execute("CREATE TABLE t (a)");
        assertEquals(1, op.execute("INSERT INTO t VALUES (1)"));
        assertEquals(List.of("ALTER TABLE t DROP CONSTRAINT k"), said);
    }

    @Test
    void aStatementThatFailsHalfwayLeavesNothing() throws SQLException {
        connection.createStatement().execute("BEGIN");
        var failing = MigrationOp.open(connection, new SqliteDialect(), () -> true, statement -> {
            connection.createStatement().execute("CREATE TABLE half (a)");
            throw new MigrateException(ErrorKind.CANNOT_ALTER, "No.", "");
        });
        failing.execute("CREATE TABLE before (a)");
        assertThrows(MigrateException.class, () -> failing.alterTable("t").setStrict());
        try (var rows = connection.createStatement().executeQuery("SELECT group_concat(name) FROM sqlite_schema")) {
            assertEquals("before", rows.getString(1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"5, DROP COLUMN c", "5) , (6"})
    void anExpressionBringsNoOtherActionAlong(String expression) {
        var column = op.alterTable("t").alterColumn("n");

        assertEquals(ErrorKind.CANNOT_ALTER,
                assertThrows(MigrateException.class, () -> column.setDefault(expression)).kind());
        assertEquals(List.of(), said);
    }
}

package tests.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import restrack.database.sqlite.grammar.SqliteSyntax;
import restrack.sql.Statements;
import restrack.sql.TableEdit;
import restrack.sql.TableName;

class TableEditTest {
    private static final TableName T = new TableName("", "t");

    @Test
    void dropTable() {
        assertEquals(List.of(new TableEdit.Drop(T, false)), of("DROP TABLE t"));
        assertEquals(List.of(new TableEdit.Drop(new TableName("main", "my t"), true)),
                of("drop table if exists main.\"my t\""));
        assertEquals(List.of(new TableEdit.Drop(T, false), new TableEdit.Drop(new TableName("s", "u"), false)),
                of("DROP TABLE t, s.u CASCADE"));
        assertEquals(List.of(), of("DROP VIEW t"));
    }

    @Test
    void dropColumn() {
        var column = List.of(new TableEdit.DropColumn(T, "c"));
        for (var action : List.of("DROP COLUMN c", "DROP c", "drop column [c]", "DROP 'c'",
                "DROP COLUMN IF EXISTS c CASCADE")) {
            assertEquals(column, of("ALTER TABLE t " + action), action);
        }
        assertEquals(List.of(new TableEdit.DropColumn(new TableName("main", "t"), "a"),
                        new TableEdit.DropColumn(new TableName("main", "t"), "b")),
                of("ALTER TABLE main.t DROP a, ADD COLUMN x DECIMAL(1, 2), DROP COLUMN b"));
        for (var action : List.of("DROP CONSTRAINT c", "DROP PRIMARY KEY", "ALTER COLUMN c DROP NOT NULL",
                "ADD drop_ INT")) {
            assertEquals(List.of(), of("ALTER TABLE t " + action), action);
        }
    }

    @Test
    void renameTable() {
        assertEquals(List.of(new TableEdit.Rename(T, "u")), of("ALTER TABLE t RENAME TO u"));
        assertEquals(List.of(new TableEdit.RenameColumn(T, "a", "b"), new TableEdit.DropColumn(T, "b")),
                of("ALTER TABLE t RENAME COLUMN a TO b, DROP COLUMN b"));
        assertEquals(List.of(new TableEdit.RenameColumn(T, "a", "b")), of("ALTER TABLE t RENAME a TO b"));
        assertEquals(List.of(), of("ALTER TABLE t RENAME CONSTRAINT a TO b"));
    }

    @Test
    void createTable() {
        assertEquals(List.of(new TableEdit.Create(T, false)), of("CREATE TABLE t(a)"));
        assertEquals(List.of(new TableEdit.Create(T, true)), of("CREATE TABLE IF NOT EXISTS t AS SELECT 1"));
        assertEquals(List.of(new TableEdit.Create(new TableName("temp", "t"), false)),
                of("CREATE TEMPORARY TABLE t(a)"));
        assertEquals(List.of(), of("CREATE TRIGGER x AFTER INSERT ON u BEGIN DELETE FROM t; END"));
    }

    @Test
    void deleteOfAllRows() {
        var all = List.of(new TableEdit.DeleteAll(T));
        assertEquals(all, of("DELETE FROM t"));
        assertEquals(all, of("WITH x AS (SELECT 1 WHERE 1) DELETE FROM t RETURNING (SELECT 1 WHERE 1)"));
        assertEquals(all, of("ALTER TABLE t DROP PARTITION p0, p1"));
        assertEquals(all, of("ALTER TABLE t TRUNCATE PARTITION ALL"));
        assertEquals(List.of(), of("DELETE FROM t WHERE a = 1"));
        assertEquals(List.of(), of("DELETE FROM t AS x WHERE x.a"));
    }

    @Test
    void oneTableMayBeNamedInTwoWays() {
        assertTrue(T.same(new TableName("main", "T")));
        assertFalse(new TableName("temp", "t").same(new TableName("main", "t")));
        assertFalse(T.same(new TableName("", "u")));
    }

    private static List<TableEdit> of(String text) {
        return TableEdit.of(Statements.of(text, SqliteSyntax.SQLITE).get(0));
    }
}

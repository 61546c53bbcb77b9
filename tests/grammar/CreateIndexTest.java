package tests.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import restrack.database.sqlite.grammar.CreateIndex;
import restrack.database.sqlite.grammar.CreateVirtualTable;
import restrack.database.sqlite.grammar.Name;

class CreateIndexTest {
    @Test
    void allThatAnIndexCanSay() {
        var index = CreateIndex.parse("""
                create unique index if not exists main."the index" on [t t] (a, "b" COLLATE nocase DESC, -- two
                    lower(c) desc, (d || 'x') COLLATE rtrim) where a > 0 and "b" is not null; -- end""");
        assertTrue(index.unique() && index.ifNotExists());
        assertEquals("main", index.schema().orElseThrow().value());
        assertEquals("the index", index.name().value());
        assertEquals("t t", index.table().value());
        assertEquals(List.of("a", "\"b\" COLLATE nocase DESC", "lower(c) desc", "(d || 'x') COLLATE rtrim"),
                index.columns().stream().map(it -> it.span().in(index.text())).toList());
        assertEquals(List.of("a", "\"b\"", "lower(c)", "(d || 'x')"),
                index.columns().stream().map(it -> it.expression().in(index.text())).toList());
        assertEquals("a > 0 and \"b\" is not null", index.where().orElseThrow().in(index.text()));
        assertFalse(CreateIndex.parse("CREATE INDEX i ON t(a)").unique());
    }

    /** Column, collation and direction as SQLite sees them; an expression has no name there. */
    @Test
    void whatItIsOverIsReadAsSqliteReadsIt() throws SQLException {
        for (var over : List.of("a", "a DESC", "a ASC", "desc DESC", "desc", "asc COLLATE nocase", "\"a\"", "'a'",
                "[a] DESC", "(a)", "((a)) DESC", "(a COLLATE nocase) DESC", "(a COLLATE nocase) COLLATE rtrim", "a + 1",
                "a + desc", "a NOT LIKE desc", "a || desc COLLATE nocase DESC", "lower(a) COLLATE nocase",
                "abs(desc) DESC", "-a", "CASE WHEN a THEN desc END DESC", "a ISNULL DESC", "a IS NULL DESC",
                "a COLLATE desc", "(a) + (a)", "like DESC", "(a) COLLATE nocase + 1", "coalesce(a, (desc)) ASC",
                "a IN (1, 2) DESC", "a NOTNULL")) {
            try (var sqlite = new Sqlite()) {
                assertEquals("", sqlite.run("CREATE TABLE t(a, desc, asc, like)"));
                var text = "CREATE INDEX i ON t(" + over + ", a)";
                var error = sqlite.run(text);
                var column = CreateIndex.parse(text).columns().get(0);
                if (!error.isEmpty()) {
                    assertTrue(error.contains("no such collation"), over + ": " + error);
                    assertEquals("desc", column.collation().orElseThrow().value());
                    continue;
                }
                var row = sqlite.rows("SELECT name, coll, \"desc\" FROM pragma_index_xinfo('i')").get(0);
                assertEquals(row.get(0), column.column().map(Name::value).orElse("null"), over);
                assertEquals(row.get(1), column.collation().map(Name::value).orElse("BINARY"), over);
                assertEquals(row.get(2), column.descending() ? "1" : "0", over);
            }
        }
    }

    @Test
    void theOutlineOfAVirtualTable() {
        var table = CreateVirtualTable.parse("""
                CREATE VIRTUAL TABLE IF NOT EXISTS main.docs USING fts5( title, body /* text */,
                    tokenize = 'porter ascii', content=(a, b), ) ;""");
        assertTrue(table.ifNotExists());
        assertEquals("docs", table.name().value());
        assertEquals("fts5", table.module().value());
        assertEquals(List.of("title", "body", "tokenize = 'porter ascii'", "content=(a, b)"),
                table.arguments().stream().map(it -> it.in(table.text())).toList());
        assertEquals(List.of(), CreateVirtualTable.parse("CREATE VIRTUAL TABLE t USING m").arguments());
        assertEquals(List.of(), CreateVirtualTable.parse("CREATE VIRTUAL TABLE t USING m()").arguments());
        assertEquals(Optional.empty(), CreateVirtualTable.parse("CREATE VIRTUAL TABLE t USING m").schema());
    }
}

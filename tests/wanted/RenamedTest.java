package tests.wanted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import restrack.schema.Renaming;

/** What {@code -- renamed: old -> new} means in a SQL model. */
class RenamedTest {
    @TempDir
    private Path temporary;

    private ModelFolder model(String text) {
        return new ModelFolder(temporary).file("models/a.sql", text);
    }

    private static Renaming table(String from, String to) {
        return new Renaming.OfTable(from, to);
    }

    private static Renaming column(String table, String from, String to) {
        return new Renaming.OfColumn(table, from, to);
    }

    @Test
    void beforeATableItIsAboutTables() {
        assertEquals(List.of(table("person", "user"), table("lab", "clinic"), table("old item", "Item")), model("""
                -- renamed: person -> user
                CREATE TABLE user (id INTEGER);
                CREATE TABLE clinic (id INTEGER); -- renamed: lab -> clinic
                /* renamed: "old item"->[Item] */
                CREATE TABLE "Item" (id INTEGER);
                """).read().renamings());
    }

    @Test
    void anotherFileMayHaveTheTable() {
        assertEquals(List.of(table("a", "b")), model("-- renamed: a -> b\n")
                .file("models/b.sql", "CREATE TABLE B (n);").read().renamings());
    }

    @Test
    void betweenTheParenthesesItIsAboutColumns() {
        assertEquals(List.of(column("user", "mail", "email"), column("user", "nick name", "alias"),
                column("user", "pw", "hash"), column("user", "since", "created"), table("person", "user")), model("""
                CREATE TABLE user (
                    id INTEGER PRIMARY KEY, -- the key
                    -- renamed: mail -> EMAIL
                    email VARCHAR(320) UNIQUE,
                    alias TEXT, -- renamed: 'nick name'
                    hash TEXT
                        CHECK (length(hash) IN (60, 64)) -- renamed: pw
                    , created TEXT, -- RENAMED: since
                    -- renamed: person -> user
                    UNIQUE (alias, hash)
                ) STRICT;
                """.replace("EMAIL", "email")).read().renamings());
    }

    @Test
    void theTableOnTheSameLineOrTheNextIsMeantWhereNothingElseIsSaid() {
        assertEquals(List.of(table("a0", "a"), table("b0", "b"), table("c0", "c"), table("d0", "d")), model("""
                CREATE TABLE a ( -- renamed: a0
                    n INTEGER
                );
                CREATE TABLE b (n INTEGER); -- renamed: b0
                -- renamed: c0
                CREATE TABLE c (n INTEGER);
                CREATE TABLE d (
                    n INTEGER
                ); -- renamed: d0
                """).read().renamings());
    }

    @Test
    void aColumnMayBeCalledAsItsTable() {
        assertEquals(List.of(column("note", "text", "note")),
                model("CREATE TABLE note (\n-- renamed: text -> note\nnote TEXT);").read().renamings());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "-- renamed: a -> c;CREATE TABLE b (n INTEGER);|1: No model creates a table c.",
        "CREATE TABLE b (;-- renamed: m -> o;n INTEGER);|2: b has no column o.",
        "CREATE TABLE b (;-- renamed: m;n INTEGER);|2: No column stands on the line of this comment.",
        "CREATE TABLE b (n INTEGER, o INTEGER -- renamed: m;);|1: Several columns stand on the line of this comment.",
        "CREATE TABLE b (n INTEGER);-- renamed: a|2: No table is created beside or below this comment.",
        "-- renamed: a;CREATE VIEW b AS SELECT 1;|1: No table is created beside or below this comment.",
        "-- renamed: a => b;CREATE TABLE b (n INTEGER);|1: `-- renamed: a => b` is not understood.",
        "-- renamed: a -> b in spring;CREATE TABLE b (n INTEGER);|1: `-- renamed: a -> b in spring` is not understood.",
        "-- renamed:;CREATE TABLE b (n INTEGER);|1: `-- renamed:` is not understood.",
        "-- renamed: B -> b;CREATE TABLE b (n INTEGER);|1: B would be renamed to itself.",
        "CREATE TABLE b (;-- renamed: m -> check_n;CHECK (n) n INTEGER);|2: b has no column check_n."})
    void oneThatMeansNothingIsAnError(String text, String error) {
        assertEquals("models/a.sql:" + error, model(text.replace("(;", "(\n").replace(";", ";\n")
                .replaceAll("(-- renamed[^;]*);\n", "$1\n")).error());
    }

    @Test
    void otherCommentsAreNoneOfThis() {
        assertTrue(model("""
                -- The table was renamed: see the wiki
                CREATE TABLE b (n TEXT DEFAULT '-- renamed: a -> x');
                """).read().renamings().isEmpty());
    }
}

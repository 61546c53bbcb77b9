package tests.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What makes a script another one, and what does not. */
class ChecksumTest {
    private static final String SQL = """
            -- revision: x
            -- revises: a
            -- created: 2025-06-04T07:31:45Z
            -- labels: lab
            -- Words

            -- migrate:up
            CREATE TABLE t (n INTEGER, s TEXT DEFAULT 'a  b');

            -- migrate:down
            DROP TABLE t;
            """;
    private static final String JAVA = """
            // revision: x
            // revises: a
            //DEPS g:a:1
            // Words
            class X implements Migration {
                public void up(Op op) {
                    op.execute("DELETE  FROM t");
                }
            }
            """;

    @TempDir
    Path dir;
    private Folder folder;

    @BeforeEach
    void open() {
        folder = new Folder(dir).file("a.sql", "-- revises:\nSELECT 1;").file("b.sql", "-- revises:\nSELECT 1;");
    }

    private String sql(String text) {
        return folder.file("x.sql", text).read().byId().get("x").checksum();
    }

    private String java(String text) {
        return folder.file("x.java", text).read().byId().get("x").checksum();
    }

    @Test
    void commentsSpaceAndLineEndsDoNotCount() {
        var checksum = sql(SQL);
        assertEquals(checksum, sql(SQL.replace("\n", "\r\n")));
        assertEquals(checksum, sql("\uFEFF" + SQL));
        assertEquals(checksum, sql(SQL.replace("CREATE TABLE t (n", "CREATE   TABLE t\n\t( n")));
        assertEquals(checksum, sql(SQL.replace("DROP", "-- Away with it\n/* really */ DROP")));
        assertEquals(checksum, sql(SQL.replace("Words", "Other words")));
        assertEquals(checksum, sql(SQL.replace("2025", "2024").replace("-- labels: lab\n", "")));
        assertEquals(checksum, sql(SQL + "\n\n-- The end\n"));
    }

    @ParameterizedTest
    @CsvSource({"a  b, a b", "INTEGER, TEXT", "DROP TABLE t, DROP TABLE u", "revises: a, revises: b",
        "migrate:up, migrate:up transaction:false", "migrate:down, migrate:down transaction:false",
        "-- created, -- depends-on: b\\n-- created"})
    void whatTheScriptDoesCounts(String written, String edited) {
        assertNotEquals(sql(SQL), sql(SQL.replace(written, edited.replace("\\n", "\n"))));
    }

    @Test
    void statementThatMovesFromUpToDownCounts() {
        assertNotEquals(sql("-- migrate:up\nSELECT 1;\nSELECT 2;\n-- migrate:down\n"),
                sql("-- migrate:up\nSELECT 1;\n-- migrate:down\nSELECT 2;\n"));
        assertNotEquals(sql("-- migrate:up\nSELECT 1;\n"), sql("-- migrate:up\nSELECT 1;\n-- migrate:down\n"));
    }

    @Test
    void commentsSpaceAndLineEndsDoNotCountInJava() {
        var checksum = java(JAVA);
        assertEquals(checksum, java(JAVA.replace("\n", "\r\n")));
        assertEquals(checksum, java(JAVA.replace("Words", "Other words")));
        assertEquals(checksum, java(JAVA.replace("class X", "/** Says why. */\n\nclass   X")));
    }

    @ParameterizedTest
    @CsvSource({"DELETE  FROM, DELETE FROM", "g:a:1, g:a:2", "revises: a, revises: b", "op.execute, op.run"})
    void whatJavaDoesCounts(String written, String edited) {
        assertNotEquals(java(JAVA), java(JAVA.replace(written, edited)));
    }
}

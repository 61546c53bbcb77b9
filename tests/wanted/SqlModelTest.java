package tests.wanted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What SQL may say as a model, and how it becomes a database. */
class SqlModelTest {
    @TempDir
    private Path temporary;

    private ModelFolder model(String text) {
        return new ModelFolder(temporary).file("models/a.sql", text);
    }

    @Test
    void everythingThatMakesASchemaRuns() {
        var folder = model("""
                CREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT, n TEXT);
                CREATE UNIQUE INDEX by_n ON a (n);
                ALTER TABLE a ADD COLUMN m INTEGER;
                ALTER TABLE a ALTER COLUMN n SET NOT NULL;
                CREATE VIEW v AS SELECT n FROM a;
                CREATE TRIGGER g AFTER INSERT ON a BEGIN DELETE FROM a; SELECT 1; END;
                CREATE VIRTUAL TABLE f USING fts5(n);
                CREATE TABLE b AS SELECT n FROM a;
                """);
        assertEquals(List.of("a", "b", "f", "g", "v", "by_n"), folder.built(it -> ModelFolder.names(it, """
                SELECT name FROM sqlite_schema WHERE name NOT LIKE 'f~_%' ESCAPE '~' AND name NOT LIKE 'sqlite~_%'
                ESCAPE '~' ORDER BY length(name), name""")));
        assertEquals(List.of("1"), folder.built(it -> ModelFolder.names(it,
                "SELECT \"notnull\" FROM pragma_table_info('a') WHERE name = 'n'")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"INSERT INTO a VALUES (1)", "UPDATE a SET n = 1", "DELETE FROM a",
        "PRAGMA user_version = 1", "ATTACH 'x.db' AS x", "BEGIN", "COMMIT", "DROP TABLE a",
        "DROP TABLE IF EXISTS a", "SELECT 1", "VACUUM",
        "Some words"})
    void whatMakesNoSchemaIsRefusedWithItsLine(String statement) {
        assertEquals("models/a.sql:2: `" + statement + "` makes no part of a schema.",
                model("CREATE TABLE a (n);\n" + statement + ";\n").error());
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATE TEMP TABLE x (n)", "CREATE TEMPORARY VIEW x AS SELECT 1", "CREATE TABLE temp.x (n)",
        "CREATE TEMP TRIGGER x AFTER INSERT ON a BEGIN SELECT 1; END"})
    void whatIsTemporaryIsRefused(String statement) {
        assertEquals("models/a.sql:1: `" + statement + "` is temporary, and gone with the session.",
                model(statement).error());
    }

    @Test
    void whatIsNotClosedIsToldWithItsLine() {
        assertTrue(model("CREATE TABLE a (n);\nCREATE TABLE b (n TEXT DEFAULT 'x);").error()
                .startsWith("models/a.sql:2: The string is not closed"));
    }

    @Test
    void whatLooksLikeSqlInAStringIsNone() {
        var folder = model("""
                CREATE TABLE IF NOT EXISTS main.a (
                    n TEXT DEFAULT 'x; -- renamed: q', "CREATE TABLE z (b);" CHECK (n <> 'a;''b'), [;] TEXT,
                    g AS (n || '/* -- renamed: x -> y') STORED
                );
                CREATE INDEX IF NOT EXISTS main.i ON a (n || ';') WHERE n <> '-- renamed: a';
                """);
        assertEquals(List.of(), folder.read().renamings());
        assertEquals(List.of("models/a.sql:1", "models/a.sql:5"), folder.places());
        assertEquals(List.of("a", "i"), folder.built(it -> ModelFolder.names(it,
                "SELECT name FROM sqlite_schema ORDER BY name")));
    }

    @Test
    void viewsReadViewsAndTriggersStandBeforeTheirTables() {
        var folder = model("""
                CREATE TRIGGER on_c AFTER INSERT ON c BEGIN SELECT CASE WHEN 1 THEN 2 END; DELETE FROM c; END;
                CREATE TRIGGER on_v INSTEAD OF INSERT ON v1 BEGIN INSERT INTO c VALUES (new.z); END;
                CREATE VIEW v1 AS SELECT * FROM v2; CREATE VIEW v2 AS SELECT * FROM v3;
                create view v3 (z) as select a from c;
                CREATE VIRTUAL TABLE f USING fts5(t, content='c', tokenize = "porter ascii");
                CREATE TABLE c (a);
                """);
        assertEquals(List.of("c", "f", "on_c", "on_v", "v1", "v2", "v3"), folder.built(it -> ModelFolder.names(it,
                "SELECT name FROM sqlite_schema WHERE name NOT LIKE 'f~_%' ESCAPE '~' ORDER BY name")));
    }

    @Test
    void aDatabaseThatIsNotOpenIsNamed() {
        assertTrue(model("CREATE TABLE other.x (a);").error().startsWith("models/a.sql:1: unknown database other"));
    }

    @Test
    void theOrderOfFilesAndStatementsDoesNotMatter() {
        var folder = new ModelFolder(temporary)
                .file("models/1.sql", "CREATE INDEX by_n ON a (n);\nALTER TABLE b ADD COLUMN m;\n")
                .file("models/2.sql", "CREATE TRIGGER g INSTEAD OF INSERT ON v BEGIN SELECT 1; END;")
                .file("models/3.sql", "CREATE TABLE a (n REFERENCES b);\nCREATE TABLE b AS SELECT n FROM a;")
                .file("models/4.sql", "CREATE VIEW v AS SELECT n FROM a;");
        assertEquals(List.of("a", "b", "by_n", "g", "v"), folder.built(it -> ModelFolder.names(it,
                "SELECT name FROM sqlite_schema ORDER BY name")));
    }

    @Test
    void whatTheDatabaseSaysOfAPieceNamesItsPlace() {
        var folder = model("CREATE INDEX by_n ON b (n);\n\nCREATE TABLE b (\n    n TEXT DEFAULT,\n);");
        var error = folder.error();
        assertTrue(error.startsWith("models/a.sql:3: ") && error.contains("syntax error")
                && error.endsWith("\n    CREATE TABLE b ( n TEXT DEFAULT, )"), error);
        assertTrue(model("CREATE INDEX by_n ON b (n);").error().startsWith("models/a.sql:1: no such table"));
        var refused = model("CREATE TABLE a (n);\nALTER TABLE a ALTER COLUMN m SET NOT NULL;").error();
        assertTrue(refused.startsWith("models/a.sql:2: ") && refused.contains("no column"), refused);
    }

    @Test
    void oneThingIsCreatedOnce() {
        var folder = model("CREATE TABLE item (n);\nCREATE INDEX i ON item (n);\n")
                .file("models/b.sql", "\nCREATE TABLE IF NOT EXISTS \"Item\" (n, m);");
        assertEquals("models/b.sql:2: Item is created here and at models/a.sql:1.", folder.error());
        assertEquals("models/b.sql:1: item is created here and at models/a.sql:1.",
                folder.file("models/b.sql", "CREATE VIEW item AS SELECT 1;").error());
        assertEquals("models/b.sql:1: i is created here and at models/a.sql:2.",
                folder.file("models/b.sql", "CREATE UNIQUE INDEX i ON item (n DESC);").error());
    }

    @Test
    void aViewThatReadsWhatIsNotThereIsAnError() {
        var error = model("CREATE TABLE a (n);\nCREATE VIEW v AS SELECT m FROM a;").error();
        assertTrue(error.startsWith("models/a.sql:2: ") && error.contains("no such column"), error);
    }

    @Test
    void tablesThatTheDatabaseMakesItselfMayBeThere() {
        var folder = model("""
                CREATE TABLE sqlite_sequence(name,seq);
                CREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT);
                CREATE VIRTUAL TABLE f USING fts5(n);
                CREATE TABLE 'f_config'(k PRIMARY KEY, v) WITHOUT ROWID;
                """);
        assertTrue(folder.tables().containsAll(List.of("a", "f", "f_config", "sqlite_sequence")));
    }
}

package tests.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import restrack.MigrateException;
import restrack.database.sqlite.SqliteDialect;
import restrack.schema.Change;
import restrack.schema.Renaming;

class RenderingTest {
    private static String draft(String from, String to) throws Exception {
        try (var database = Migrated.of(from); var wanted = Migrated.of(to)) {
            return database.draft(wanted);
        }
    }

    @Test
    void namesAreQuotedWhereTheyHaveToBe() {
        var dialect = new SqliteDialect();
        assertEquals(List.of("ALTER TABLE user RENAME TO \"order\""),
                dialect.rename(new Renaming.OfTable("user", "order")));
        assertEquals(List.of("ALTER TABLE \"my users\" RENAME COLUMN first_name TO \"key\""),
                dialect.rename(new Renaming.OfColumn("my users", "first_name", "key")));
    }

    @Test
    void whatChangesAboutATableIsOneStatement() throws Exception {
        assertEquals("""
                ALTER TABLE ward
                    DROP CONSTRAINT ward_beds_check,
                    ADD COLUMN area REAL DEFAULT 1.5,
                    ALTER COLUMN name TYPE VARCHAR(320),
                    DROP COLUMN old,
                    ADD CONSTRAINT roomy CHECK (area > 0);
                """, draft("CREATE TABLE ward (id INTEGER PRIMARY KEY, name VARCHAR(100), "
                        + "beds INT CHECK (beds > 0), old INT)",
                """
                CREATE TABLE ward (id INTEGER PRIMARY KEY, name VARCHAR(320), beds INT, area REAL DEFAULT 1.5,
                    CONSTRAINT roomy CHECK (area > 0))"""));
    }

    @Test
    void oneActionIsOneLine() throws Exception {
        assertEquals("ALTER TABLE ward ALTER COLUMN name SET NOT NULL;\n",
                draft("CREATE TABLE ward (name TEXT)", "CREATE TABLE ward (name TEXT NOT NULL)"));
    }

    @Test
    void aPersonFillsAColumnThatMustHaveAValue() throws Exception {
        var wanted = "CREATE TABLE ward (name TEXT, code TEXT NOT NULL, CHECK (code <> name))";
        assertEquals("""
                ALTER TABLE ward ADD COLUMN code TEXT;
                -- TODO Every row of ward needs a value for code.
                UPDATE ward SET code = … WHERE code IS NULL;
                ALTER TABLE ward ALTER COLUMN code SET NOT NULL;
                ALTER TABLE ward ADD CHECK (code <> name);
                """, draft("CREATE TABLE ward (name TEXT)", wanted));
    }

    @Test
    void unfilledItFailsWithASentence() throws Exception {
        try (var database = Migrated.of("CREATE TABLE ward (name TEXT); INSERT INTO ward VALUES ('North');");
                var wanted = Migrated.of("CREATE TABLE ward (name TEXT, code TEXT NOT NULL)")) {
            var statements = database.statements(wanted);
            database.run(statements.get(0).text());
            var error = assertThrows(MigrateException.class, () -> database.run(statements.get(1).text()));
            assertTrue(error.getMessage().startsWith("ward.code cannot be NOT NULL, because it is NULL in some rows"));
        }
    }

    @Test
    void everyChangeIsCarriedOutByOneStatement() throws Exception {
        for (var pair : Pairs.all()) {
            try (var from = Migrated.of(pair.from()); var to = Migrated.of(pair.to())) {
                var carried = from.statements(to).stream().flatMap(it -> it.changes().stream()).toList();
                for (var change : from.differences(to)) {
                    var times = carried.stream().filter(change::equals).count();
                    boolean along = change instanceof Change.DropConstraint;
                    assertTrue(times == 1 || along && times == 0, pair.name() + ": " + change);
                }
            }
        }
    }

    @Test
    void anotherKeyOfAParentIsDraftedAroundItsChildren() throws Exception {
        assertEquals("""
                ALTER TABLE c DROP CONSTRAINT c_p_fkey;
                ALTER TABLE p
                    DROP CONSTRAINT p_pkey,
                    ADD UNIQUE (id),
                    ADD PRIMARY KEY (code);
                ALTER TABLE c ADD FOREIGN KEY (p) REFERENCES p (id);
                """, draft("""
                CREATE TABLE p (id INT PRIMARY KEY, code TEXT);
                CREATE TABLE c (p INT REFERENCES p (id));
                """, """
                CREATE TABLE p (id INT UNIQUE, code TEXT PRIMARY KEY);
                CREATE TABLE c (p INT REFERENCES p (id));
                """));
    }

    @Test
    void aTableGoesAfterWhatRefersToIt() throws Exception {
        assertEquals("""
                ALTER TABLE stays DROP COLUMN p;
                DROP TABLE child;
                DROP TABLE parent;
                """, draft("""
                CREATE TABLE parent (id INTEGER PRIMARY KEY);
                CREATE TABLE child (p INT REFERENCES parent);
                CREATE TABLE stays (a INT, p INT REFERENCES parent ON DELETE CASCADE);
                """, "CREATE TABLE stays (a INT)"));
    }
}

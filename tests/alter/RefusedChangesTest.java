package tests.alter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import restrack.ErrorKind;

/** What is refused, and what goes along where CASCADE is said. */
class RefusedChangesTest {
    private static final String SCHEMA = """
            CREATE TABLE role (id INTEGER PRIMARY KEY, name TEXT UNIQUE, kind TEXT);
            CREATE TABLE user (id INTEGER PRIMARY KEY, email TEXT, "name" TEXT, age INT,
                role TEXT REFERENCES role (name), whole TEXT AS ("name" || email) VIRTUAL, CHECK (age > 0), UNIQUE (email, age));
            CREATE INDEX user_age ON user (age) WHERE email <> '';
            CREATE VIEW names AS SELECT "name", "no column" FROM user;
            CREATE VIEW more AS SELECT * FROM names;
            CREATE TABLE log (a, b);
            CREATE TRIGGER keep AFTER UPDATE OF age ON user BEGIN INSERT INTO log VALUES (old.id, "age"); END;
            CREATE VIRTUAL TABLE words USING fts5 (email, content = 'user', content_rowid = 'id');
            INSERT INTO role VALUES (1, 'nurse', 'a'), (2, 'doctor', 'a');
            INSERT INTO user VALUES (1, 'a@x', 'A', 30, 'nurse'), (2, 'b@x', 'B', NULL, 'doctor');
            INSERT INTO log VALUES (1, 2);
            """;

    @TempDir
    Path folder;
    private Altered database;

    @BeforeEach
    void open() throws SQLException {
        database = Altered.of(folder, SCHEMA);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "DEPENDENTS      | user DROP COLUMN age       | the constraint user_age_check, the constraint user_email_age_key, "
            + "the index user_age and the trigger keep",
        "DEPENDENTS      | user DROP COLUMN \"name\"    | the generated column whole, the view names and the view more",
        "DEPENDENTS      | role DROP COLUMN name      | the constraint role_name_key and the foreign key user_role_fkey of user",
        "DEPENDENTS      | role DROP CONSTRAINT role_name_key | the foreign key user_role_fkey of user",
        "DEPENDENTS      | log DROP COLUMN b          | the trigger keep",
        "CANNOT_ALTER    | user RENAME COLUMN email TO mail | The full text index words reads user.email",
        "CANNOT_ALTER    | user RENAME TO person      | The full text index words reads user",
        "CANNOT_ALTER    | words ADD COLUMN x, ADD COLUMN y | words is a virtual table",
        "CANNOT_ALTER    | words_data SET STRICT      | a table in which a virtual table keeps its contents",
        "CANNOT_ALTER    | names ALTER name SET NOT NULL | names is a view",
        "CANNOT_ALTER    | nothing ALTER a SET NOT NULL | There is no table nothing",
        "CANNOT_ALTER    | other.t ALTER a SET NOT NULL | other.t is not in the main database",
        "CANNOT_ALTER    | user ALTER nothing SET NOT NULL | There is no column nothing in user",
        "CANNOT_ALTER    | user DROP CONSTRAINT nothing | There is no constraint nothing on user",
        "CANNOT_ALTER    | user ADD PRIMARY KEY (email) | user has a primary key already",
        "CANNOT_ALTER    | user ADD FOREIGN KEY (age) REFERENCES role (kind) | only if that is its primary key, or is UNIQUE",
        "CANNOT_ALTER    | log SET WITHOUT ROWID      | log has none",
        "CANNOT_ALTER    | log SET AUTOINCREMENT      | INTEGER PRIMARY KEY",
        "CANNOT_ALTER    | user ADD CHECK (nowhere > 0) | no such column: nowhere",
        "ROWS_IN_THE_WAY | user ALTER age SET NOT NULL | id 2",
        "ROWS_IN_THE_WAY | user ADD CHECK (age > 40)  | id 1: 30",
        "ROWS_IN_THE_WAY | role ADD UNIQUE (kind)     | kind 'a': 2 rows",
        "ROWS_IN_THE_WAY | user ADD FOREIGN KEY (age) REFERENCES role | id 1: 30",
        "ROWS_IN_THE_WAY | user ADD COLUMN n INT NOT NULL | there are rows",
        "ROWS_IN_THE_WAY | role ALTER name TYPE TEXT USING upper(name) | would lead nowhere for 2 rows",
    })
    void itIsSaidWhyAndNothingIsDone(ErrorKind kind, String change, String why) throws SQLException {
        var refusal = database.refusal("ALTER TABLE " + change);

        assertEquals(kind, refusal.kind(), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(why), refusal.getMessage());
    }

    @Test
    void withCascadeWhatNeedsAColumnGoesAndIsListed() throws SQLException {
        var changes = database.run("ALTER TABLE user DROP COLUMN age CASCADE");

        assertEquals(List.of("drops the index user_age", "drops the constraint user_age_check",
                "drops the constraint user_email_age_key", "drops the trigger keep"), changes.get(0).notes());
        assertEquals(List.of("1 | a@x | A | nurse | Aa@x", "2 | b@x | B | doctor | Bb@x"),
                database.query("SELECT id, email, \"name\", role, whole FROM user"));
        assertEquals(List.of(), database.query("SELECT name FROM sqlite_schema WHERE name IN ('keep', 'user_age')"));
        assertEquals(List.of("names"), database.query("SELECT name FROM sqlite_schema WHERE name = 'names'"));
    }

    @Test
    void withCascadeForeignKeysOfOtherTablesGoToo() throws SQLException {
        database.run("ALTER TABLE role DROP CONSTRAINT role_name_key CASCADE");

        assertEquals(List.of(), database.query("SELECT * FROM pragma_foreign_key_list('user')"));
        assertTrue(database.text("user").contains("role TEXT,"), database.text("user"));
        assertEquals(List.of("ok"), database.query("PRAGMA integrity_check"));
    }

    @Test
    void aTriggerThatNamesNoColumnsIsToldWhichOnesItMeant() throws SQLException {
        var changes = database.run("ALTER TABLE log ADD COLUMN c");
        database.run("ALTER TABLE log REORDER COLUMNS (b, a)");
        database.run("UPDATE user SET age = 31 WHERE id = 1");

        assertEquals(List.of("names the columns where the trigger keep inserts into log"), changes.get(0).notes());
        assertEquals(List.of("2 | 1 | null", "age | 1 | null"), database.query("SELECT b, a, c FROM log"));
    }

    @Test
    void whatIsNotThereCanBePassedOver() throws SQLException {
        for (var change : List.of("IF EXISTS nothing SET STRICT", "log DROP COLUMN IF EXISTS c",
                "log DROP CONSTRAINT IF EXISTS c", "log ADD COLUMN IF NOT EXISTS a INT")) {
            var text = database.text("log");

            assertEquals(List.of("nothing to do"), database.run("ALTER TABLE " + change).get(0).notes(), change);
            assertEquals(text, database.text("log"));
        }
    }
}

package tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tests.Project;

/** {@code revision --autogenerate}: what it drafts, and when it does not. */
class AutogenerateTest {
    @TempDir
    Path folder;

    @Test
    void theDraftHasWhatDiffersUpAndDown() {
        var drafts = Drafts.person(folder, """
                CREATE TABLE person (id INTEGER PRIMARY KEY, mail VARCHAR(320), fax TEXT, born DATE);
                CREATE INDEX person_born ON person (born DESC);
                """);

        var result = drafts.draft();

        assertEquals("""
                ~ type person.mail: VARCHAR(100) -> VARCHAR(320)
                + column person.born: DATE
                + index person_born: ON person (born DESC)
                Read it through; `migrate upgrade` applies it.
                """, result.err());
        assertTrue(drafts.text(result).matches("""
                -- revision: [0-9a-f]{12}
                -- revises: one
                -- created: \\S+
                -- Draft

                -- migrate:up
                ALTER TABLE person
                    ADD COLUMN born DATE,
                    ALTER COLUMN mail TYPE VARCHAR\\(320\\);

                CREATE INDEX person_born ON person \\(born DESC\\);

                -- migrate:down
                DROP INDEX person_born;

                ALTER TABLE person
                    ALTER COLUMN mail TYPE VARCHAR\\(100\\),
                    DROP COLUMN born;
                """), drafts.text(result));
        assertEquals(0, drafts.project().migrate("upgrade").exitCode());
        drafts.assertNothingLeft();
        assertEquals(0, drafts.project().migrate("downgrade", "-1").exitCode());
        assertEquals(List.of(Drafts.PERSON.replace(";", "")), drafts.project().query(
                "SELECT sql FROM sqlite_schema WHERE name LIKE 'person%'"));
    }

    @Test
    void asJsonItAnswersWithTheRevisionAndTheChanges() {
        var drafts = Drafts.person(folder, Drafts.PERSON.replace("fax TEXT", "fax TEXT NOT NULL DEFAULT ''"));

        var answer = drafts.draft("--json").json();

        assertEquals("[\"one\"]", answer.get("revises").toString());
        assertTrue(Files.isRegularFile(folder.resolve(answer.get("path").getAsString())), answer.toString());
        var changes = answer.getAsJsonArray("changes").asList().stream().map(it -> (JsonObject) it).toList();
        assertEquals(List.of("nullability", "default"), changes.stream().map(it -> it.get("subject").getAsString())
                .toList());
        assertEquals("{\"sign\":\"~\",\"subject\":\"nullability\",\"object\":\"person.fax\",\"from\":\"NULL\","
                + "\"to\":\"NOT NULL\"}", changes.get(0).toString());
    }

    @Test
    void withNothingToDoNoFileIsWritten() {
        var drafts = Drafts.person(folder, Drafts.PERSON);

        var result = drafts.draft();

        assertEquals(0, result.exitCode());
        assertEquals("Nothing to do: the database is what the models say.\n", result.out());
        assertEquals("", result.err());
        assertEquals("{\"changes\":[]}\n", drafts.draft("--json").out());
        assertEquals(List.of("one.sql"), drafts.scripts());
    }

    @Test
    void aDatabaseThatIsNotAtHeadIsRefused() {
        var drafts = Drafts.of(Projects.chain(folder).file("/models/models.sql", Drafts.PERSON));

        var result = drafts.draft();

        assertEquals("""
                Error: sqlite:///data/restrack.db is not at head: 3 scripts are pending.
                Hint:  Run `migrate upgrade` first.
                """, result.err());
        drafts.assertRefused(3, "not_at_head");
        assertFalse(Files.exists(drafts.project().database()));
        assertEquals(0, drafts.project().migrate("upgrade", "two").exitCode());
        assertTrue(drafts.draft().err().contains(" is not at head: one script is pending."));
    }

    @Test
    void ofSeveralHeadsOneHasToBeChosen() {
        var drafts = Drafts.of(Projects.fork(folder).file("/models/models.sql", """
                CREATE TABLE root (n INTEGER);
                CREATE TABLE l (n INTEGER, m TEXT);
                CREATE TABLE r (n INTEGER);
                """));
        assertTrue(drafts.draft().err().contains("`migrate upgrade heads`"), "the hint names all heads");
        assertEquals(0, drafts.project().migrate("upgrade", "heads").exitCode());

        drafts.assertRefused(1, "multiple_heads");

        var text = drafts.text(drafts.draft("--head", "left"));
        assertTrue(text.contains("-- revises: left\n"), text);
        assertTrue(text.contains("ALTER TABLE l ADD COLUMN m TEXT;"), text);
    }

    @Test
    void aDraftCanBeginABranch() {
        var drafts = Drafts.person(folder, Drafts.PERSON + "CREATE TABLE t (a);");
        var text = drafts.text(drafts.draft("--head", "base", "--branch-label", "lab", "--rev-id", "abc"));
        assertTrue(text.startsWith("-- revision: abc\n-- revises:\n-- labels: lab\n"), text);
    }

    @Test
    void aProjectWithoutScriptsGetsItsFirstOneFromTheModels() {
        var drafts = Drafts.of(new Project(folder).file("/models/models.sql", """
                CREATE TABLE ward (id INTEGER PRIMARY KEY, head INTEGER REFERENCES staff);
                CREATE TABLE staff (id INTEGER PRIMARY KEY, ward INTEGER NOT NULL REFERENCES ward);
                CREATE VIEW heads AS SELECT s.id FROM staff s JOIN ward w ON w.head = s.id;
                """));

        var text = drafts.text(drafts.draft());

        assertTrue(text.contains("-- revises:\n"), text);
        assertFalse(Files.exists(drafts.project().database()), "only looked at");
        assertEquals(0, drafts.project().migrate("upgrade").exitCode());
        assertEquals("Nothing found.\n", drafts.project().migrate("check").out());
        assertEquals(0, drafts.project().migrate("downgrade", "base").exitCode());
        assertEquals(List.of(), drafts.project().query("SELECT name FROM sqlite_schema WHERE name NOT LIKE 'migrate_%' "
                + "AND name NOT LIKE 'sqlite_%'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--rename a.b:c", "--drop a.b", "--autogenerate --java"})
    void optionsThatDoNotGoTogetherAreWrongUsage(String options) {
        var drafts = Drafts.person(folder, Drafts.PERSON);
        var result = drafts.project().revision(("-m x --json " + options).split(" "));
        assertEquals(2, result.exitCode());
        assertEquals("usage", result.errorKind());
        assertEquals(List.of("one.sql"), drafts.scripts());
    }

    @Test
    void withoutModelsItSaysWhereTheyAreLookedFor() {
        var drafts = Drafts.of(Projects.chain(folder));
        assertEquals(0, drafts.project().migrate("upgrade").exitCode());
        var result = drafts.draft();
        assertEquals(1, result.exitCode());
        assertTrue(result.err().contains("models holds none.") && result.err().contains("`models = …`"), result.err());
        drafts.assertRefused(1, "bad_model");
    }

    @Test
    void aBrokenModelIsNamedWithItsLine() throws IOException {
        var drafts = Drafts.person(folder, "CREATE TABLE a (b INT);\n\nCREATE TABLE person (id INTEGER, );\n");
        assertTrue(drafts.draft().err().startsWith("Error: models/models.sql:3: "), drafts.draft().err());
        drafts.assertRefused(1, "bad_model");
        assertEquals("bad_model", drafts.project().migrate("check", "--json").errorKind());

        Files.delete(folder.resolve("models/models.sql"));
        drafts.project().file("/models/Person.java", """
                @Entity
                record Person(@Id Integer id,
                        @Colum String mail) {
                }
                """);
        assertTrue(drafts.draft().err().contains("models/Person.java:3: "), drafts.draft().err());
    }

    @Test
    void aColumnThatMustHaveValuesWaitsForThem() throws IOException {
        var drafts = Drafts.person(folder, Drafts.PERSON.replace("fax TEXT", "fax TEXT, ward INT NOT NULL"));
        var result = drafts.draft();
        assertTrue(result.err().contains("Fill in what is marked with `migrate:todo`"), result.err());
        var draft = drafts.text(result);

        var unfinished = drafts.project().migrate("upgrade");

        assertEquals(4, unfinished.exitCode());
        assertTrue(unfinished.err().contains("Not finished: Every row of person needs a value for ward."),
                unfinished.err());
        assertEquals("unfinished", drafts.project().migrate("upgrade", "--json").errorKind());

        Files.writeString(drafts.file(result), draft.replaceAll("(?m)^-- migrate:todo.*\n", ""));
        var unfilled = drafts.project().migrate("upgrade");
        assertEquals(4, unfilled.exitCode());
        assertTrue(unfilled.err().contains("person.ward cannot be NOT NULL"), unfilled.err());

        Files.writeString(drafts.file(result), draft.replaceAll("(?m)^-- migrate:todo.*\n-- (UPDATE.*)…", "$17"));
        assertEquals(0, drafts.project().migrate("upgrade").exitCode());
        assertEquals(List.of("7", "7"), drafts.project().query("SELECT ward FROM person"));
        drafts.assertNothingLeft();
    }

    @Test
    void rowsInTheWayOfAConstraintAreShown() {
        var drafts = Drafts.person(folder, Drafts.PERSON.replace("fax TEXT", "fax TEXT, UNIQUE (mail)"));
        drafts.project().execute("UPDATE person SET mail = 'x'");

        var text = drafts.text(drafts.draft());

        assertTrue(text.contains("-- Rows in the way: 2 rows of person have the same mail as others. They have to be "
                + "mended first.\n"), text);
                assertEquals(List.of("x|2"), drafts.shown(text));
        assertEquals("rows_in_the_way", drafts.project().migrate("upgrade", "--json").errorKind());
        drafts.project().execute("UPDATE person SET mail = id");
        assertEquals(0, drafts.project().migrate("upgrade").exitCode());
    }

    @Test
    void aNarrowerTypeIsAHazard() {
        var drafts = Drafts.person(folder, Drafts.PERSON.replace("VARCHAR(100)", "VARCHAR(3)"));
        var text = drafts.text(drafts.draft());
        assertTrue(text.contains("-- Hazard change-data: 2 rows of person have a mail that would be lost or change its "
                + "meaning as VARCHAR(3). `migrate upgrade --allow change-data` accepts it.\n"), text);
        assertEquals("hazard", drafts.project().migrate("upgrade", "--json").errorKind());
    }

    @Test
    void whatWouldBeTakenForAPlaceholderIsRefused() {
        var drafts = Drafts.person(folder, Drafts.PERSON.replace("fax TEXT", "fax TEXT DEFAULT '${x}'"));
        drafts.project().file("/migrations/migrate.properties", "placeholders = true\nplaceholder.x = y\n");
        drafts.assertRefused(1, "bad_model");
    }
}

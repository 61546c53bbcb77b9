package tests.apply;

import java.nio.file.Path;
import java.util.List;
import tests.Project;

/** What many of these tests begin with. */
final class Fixtures {
    private Fixtures() {
    }

    /** {@return three scripts in a row: {@code a}, {@code b} and {@code c}, a table each} */
    static Project threeTables(Path folder) {
        return new Project(folder)
                .script("a", "", "CREATE TABLE a (n INTEGER);", "DROP TABLE a;")
                .script("b", "a", "CREATE TABLE b (n INTEGER);", "DROP TABLE b;")
                .script("c", "b", "CREATE TABLE c (n INTEGER);", "DROP TABLE c;");
    }

    /** {@return the ids of the applied revisions, in the order in which they came} */
    static List<String> applied(Project project) {
        return project.query("SELECT revision FROM migrate_revision ORDER BY event, revision");
    }

    /** {@return the tables that are not the toolkit's} */
    static List<String> tables(Project project) {
        return project.query("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'migrate\\_%' "
                + "ESCAPE '\\' AND name NOT LIKE 'sqlite%' ORDER BY name");
    }

    /** {@return a project with a table {@code a (n UNIQUE)}, and a script {@code b} outside a transaction} */
    static Project stepByStep(Path folder, String up) {
        return stepByStep(new Project(folder)
                .script("a", "", "CREATE TABLE a (n INTEGER UNIQUE);", "DROP TABLE a;"), up);
    }

    /** Writes the script {@code b}, which runs statement by statement, or writes it anew. */
    static Project stepByStep(Project project, String up) {
        return project.file("b.sql", """
                -- revision: b
                -- revises: a
                -- Step by step

                -- migrate:up transaction:false
                """ + up);
    }

    /** {@return what the journal holds} */
    static List<String> journal(Project project) {
        return project.query("SELECT revision, direction, done FROM migrate_journal");
    }
}

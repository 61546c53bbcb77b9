package tests.batches;

import java.nio.file.Path;
import java.util.List;
import tests.Project;

/** What these tests begin with: a table {@code item} with rows, and a script that goes through it in batches. */
final class BatchedScripts {
    private BatchedScripts() {
    }

    /** {@return a project whose script {@code a} makes a table with so many rows; between the keys are gaps} */
    static Project items(Path folder, int rows) {
        return new Project(folder).script("a", "", """
                CREATE TABLE item (id INTEGER PRIMARY KEY, n INTEGER NOT NULL DEFAULT 0, name TEXT NOT NULL UNIQUE);
                INSERT INTO item (id, name) WITH RECURSIVE many (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM many
                    WHERE i < %1$d) SELECT i * 3 - 50, 'item ' || i FROM many WHERE %1$d > 0;""".formatted(rows), "");
    }

    /** Writes the script {@code b}, or writes it anew, with this way up and no way down. */
    static Project up(Project project, String up) {
        return project.file("b.sql", "-- revision: b\n-- revises: a\n-- migrate:up\n" + up);
    }

    /** {@return each number that {@code item.n} has, with how many rows have it} */
    static List<String> counts(Project project) {
        return project.query("SELECT n, count(*) FROM item GROUP BY n ORDER BY n");
    }

    /** {@return what the journal holds; a line for a script that is half applied} */
    static List<String> journal(Project project) {
        return project.query("SELECT revision, direction, done FROM migrate_journal");
    }
}

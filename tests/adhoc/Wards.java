package tests.adhoc;

import java.nio.file.Path;
import tests.Project;

/** What these tests begin with. */
final class Wards {
    private Wards() {
    }

    /** {@return a project with three wards, no patients, and a trigger that keeps a log of new wards} */
    static Project in(Path folder) {
        var project = new Project(folder).script("a", "", """
                CREATE TABLE ward (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, beds INTEGER);
                CREATE TABLE patient (id INTEGER PRIMARY KEY, ward_id INTEGER NOT NULL REFERENCES ward (id),
                    mother_id INTEGER REFERENCES patient (id), name VARCHAR(40) NOT NULL, weight REAL,
                    price NUMERIC(10, 2), private BOOLEAN, born DATE, seen DATETIME, picture BLOB,
                    shout TEXT AS (upper(name)));
                CREATE TABLE log (what TEXT);
                CREATE TRIGGER ward_log AFTER INSERT ON ward BEGIN INSERT INTO log VALUES (new.name); END;
                """, "");
        if (project.migrate("upgrade").exitCode() != 0) {
            throw new AssertionError("The fixture is wrong.");
        }
        project.execute("INSERT INTO ward VALUES (1, 'North', 10), (2, 'South', 20), (3, '007', 5)");
        project.execute("DELETE FROM log");
        return project;
    }

    /** {@return the wards, a line each} */
    static String wards(Project project) {
        return String.join(" ", project.query("SELECT name || '=' || coalesce(beds, '') FROM ward ORDER BY id"));
    }
}

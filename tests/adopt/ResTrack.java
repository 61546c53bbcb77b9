package tests.adopt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tests.Project;

/** ResTrack's own scripts and models, with a database as some installation has it: with rows, and without records. */
final class ResTrack {
    /** What today's application says when it makes all tables at once: the column has no default. */
    static final String WITHOUT_DEFAULT = "must_change_password BOOLEAN NOT NULL,";
    /** What the Alembic migration made of the column. */
    static final String WITH_DEFAULT = "must_change_password BOOLEAN DEFAULT 1 NOT NULL,";
    /** The columns of orderworklist that came later. */
    static final String STATUS = "status VARCHAR, priority VARCHAR, user_note VARCHAR,";

    private static final List<String> COLUMNS = List.of("user: id, username, email, password",
            "worklist: id, name, description, created_by", "userworklist: id, user_id, worklist_id, role",
            "orderworklist: id, order_id, worklist_id");

    private ResTrack() {
    }

    /** {@return a project with ResTrack's scripts and models, and no database} */
    static Project project(Path folder) {
        var project = new Project(folder);
        for (var part : List.of("migrations", "models")) {
            try (var files = Files.list(Path.of(part))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    project.file("/" + part + "/" + file.getFileName(), Files.readString(file));
                }
                Files.createDirectories(project.database().getParent());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return project;
    }

    /**
     * Makes the tables as the application does, and fills them.
     *
     * @param ofUser   a further column of user, with a comma behind it, or nothing
     * @param ofOrders further columns of orderworklist, likewise
     */
    static Project installed(Project project, String ofUser, String ofOrders) {
        project.execute("""
                CREATE TABLE user (id INTEGER NOT NULL, username VARCHAR NOT NULL, email VARCHAR NOT NULL,
                    password VARCHAR NOT NULL, %s PRIMARY KEY (id));
                CREATE TABLE worklist (id INTEGER NOT NULL, name VARCHAR NOT NULL, description VARCHAR,
                    created_at DATETIME, created_by INTEGER NOT NULL, PRIMARY KEY (id),
                    FOREIGN KEY(created_by) REFERENCES user (id));
                CREATE TABLE userworklist (id INTEGER NOT NULL, user_id INTEGER NOT NULL,
                    worklist_id INTEGER NOT NULL, role VARCHAR(5), PRIMARY KEY (id),
                    FOREIGN KEY(user_id) REFERENCES user (id), FOREIGN KEY(worklist_id) REFERENCES worklist (id));
                CREATE TABLE orderworklist (id INTEGER NOT NULL, order_id INTEGER NOT NULL,
                    worklist_id INTEGER NOT NULL, %s PRIMARY KEY (id),
                    FOREIGN KEY(worklist_id) REFERENCES worklist (id));
                """.formatted(ofUser, ofOrders));
        fill(project, !ofUser.isEmpty());
        return project;
    }

    /** Puts rows into the tables. */
    static void fill(Project project, boolean withPasswordFlag) {
        var flag = withPasswordFlag ? ", must_change_password" : "";
        for (int id = 1; id <= 3; id++) {
            project.execute("INSERT INTO user (id, username, email, password%s) VALUES (%d, 'user%d', 'u%d@lab', 'x'%s)"
                    .formatted(flag, id, id, id, withPasswordFlag ? ", " + id % 2 : ""));
        }
        project.execute("""
                INSERT INTO worklist (id, name, description, created_at, created_by)
                VALUES (1, 'Today', NULL, NULL, 1), (2, 'Later', 'x', '2025-01-01 00:00:00.000000', 2);
                INSERT INTO userworklist VALUES (1, 1, 1, 'ADMIN'), (2, 2, 1, 'READ'), (3, 3, 2, NULL);
                INSERT INTO orderworklist (id, order_id, worklist_id) VALUES (1, 7, 1), (2, 8, 1), (5, 9, 2);
                """);
    }

    /** {@return each row, as far as no script is to change it} */
    static List<String> rows(Project project) {
        var rows = new ArrayList<String>();
        for (var columns : COLUMNS) {
            var parts = columns.split(": ");
            project.query("SELECT " + parts[1] + " FROM " + parts[0] + " ORDER BY id")
                    .forEach(row -> rows.add(parts[0] + " " + row));
        }
        return rows;
    }
}

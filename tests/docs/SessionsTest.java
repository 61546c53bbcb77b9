package tests.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Project;

/** The terminal sessions of the pages are what the tool prints today, but for times and ids. */
class SessionsTest {
    private static final Set<String> PAGES = Set.of("README.md", "docs/adopt.md", "docs/alembic.md",
            "docs/applying.md", "docs/autogenerate.md", "docs/backup.md", "docs/batches.md", "docs/data.md",
            "docs/import.md", "docs/keep-data.md", "docs/older-folder.md", "docs/portable-alter.md",
            "docs/rehearse.md", "docs/repair.md", "docs/squash.md");

    @TempDir
    Path folder;

    @Test
    void noPageHasSessionsThatAreNotTypedAgain() {
        assertEquals(PAGES, Page.all().stream().filter(it -> !it.fences("console").isEmpty()).map(Page::path)
                .collect(Collectors.toSet()));
    }

    @Test
    void theReadmesSessionIsWhatAFreshCloneShows() throws IOException {
        assertAsShown("README.md", restrack());
    }

    @Test
    void aDatabaseThatAlembicMadeGoesOverAsItsPageShows() throws IOException {
        var project = restrack();
        Files.createDirectories(project.database().getParent());
        project.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY); "
                + "INSERT INTO alembic_version VALUES ('42d974fafb08')");
        makeTables(project, "must_change_password BOOLEAN DEFAULT 1 NOT NULL", "");
        assertAsShown("docs/alembic.md", project);
        assertEquals(List.of("42d974fafb08"), project.query("SELECT version_num FROM alembic_version"));
    }

    @Test
    void aDatabaseThatTheApplicationMadeIsAlignedAsItsPageShows() throws IOException {
        var project = restrack();
        Files.createDirectories(project.database().getParent());
        makeTables(project, "must_change_password BOOLEAN NOT NULL",
                "status VARCHAR, priority VARCHAR, user_note VARCHAR,");
        assertAsShown("docs/adopt.md", project);
    }

    /** Makes the tables as the application does. */
    private static void makeTables(Project project, String ofUser, String ofOrders) {
        project.execute("""
                CREATE TABLE "user" (id INTEGER NOT NULL, username VARCHAR NOT NULL, email VARCHAR NOT NULL,
                    password VARCHAR NOT NULL, %s, PRIMARY KEY (id));
                CREATE TABLE worklist (id INTEGER NOT NULL, name VARCHAR NOT NULL, description VARCHAR,
                    created_at DATETIME, created_by INTEGER NOT NULL, PRIMARY KEY (id),
                    FOREIGN KEY(created_by) REFERENCES user (id));
                CREATE TABLE userworklist (id INTEGER NOT NULL, user_id INTEGER NOT NULL, worklist_id INTEGER NOT NULL,
                    role VARCHAR(5), PRIMARY KEY (id), FOREIGN KEY(user_id) REFERENCES user (id),
                    FOREIGN KEY(worklist_id) REFERENCES worklist (id));
                CREATE TABLE orderworklist (id INTEGER NOT NULL, order_id INTEGER NOT NULL,
                    worklist_id INTEGER NOT NULL, %s PRIMARY KEY (id),
                    FOREIGN KEY(worklist_id) REFERENCES worklist (id))
                """.formatted(ofUser, ofOrders));
    }

    @Test
    void aRefusedLossIsAsItsPageShows() throws IOException {
        var project = restrack();
        assertEquals(0, project.migrate("upgrade").exitCode());
        assertAsShown("docs/applying.md", project);
    }

    @Test
    void whatIsKeptComesBackAsItsPageShows() throws IOException {
        var project = restrack();
        assertEquals(0, project.migrate("upgrade").exitCode());
        assertAsShown("docs/keep-data.md", project);
    }

    @Test
    void aTableIsChangedAsItsPageShows() throws IOException {
        var project = restrack();
        assertEquals(0, project.migrate("upgrade").exitCode());
        assertAsShown("docs/portable-alter.md", project);
    }

    @Test
    void scriptsAreSquashedAsTheirPageShows() throws IOException {
        assertAsShown("docs/squash.md", restrack());
    }

    @Test
    void anEditIsAcceptedAsItsPageShows() throws IOException {
        var project = restrack();
        assertEquals(0, project.migrate("upgrade", "c3f8").exitCode());
        assertAsShown("docs/repair.md", project);
    }

    @Test
    void anOlderFolderGoesBackAsItsPageShows() throws IOException {
        var project = restrack();
        assertEquals(0, project.migrate("upgrade", "c3f8").exitCode());
        try (Stream<Path> files = Files.list(folder.resolve("migrations"))) {
            for (var file : files.filter(it -> it.toString().matches(".*(c3f81d05be72|a60e94d7152f).*")).toList()) {
                Files.delete(file);
            }
        }
        assertAsShown("docs/older-folder.md", project);
    }

    @Test
    void anUpgradeIsRehearsedAsItsPageShows() throws IOException {
        var project = restrack();
        assertEquals(0, project.migrate("upgrade").exitCode());
        assertAsShown("docs/rehearse.md", project);
    }

    @Test
    void dataIsChangedAsItsPageShows() throws IOException {
        var project = restrack();
        assertEquals(0, project.migrate("upgrade").exitCode());
        project.execute("INSERT INTO user VALUES (1, 'ada', 'ada@old.example', 'x', 0)");
        project.execute("INSERT INTO user VALUES (2, 'bob', 'bob@old.example', 'x', 0)");
        project.file("/csv/worklist.csv", "id,name,created_at,created_by\n1,Today,2025-11-17T14:05:00Z,9\n")
                .file("/csv/user.csv", "id,username,email,password,must_change_password\n"
                        + "9,cleo,cleo@example.org,,maybe\n");
        assertAsShown("docs/data.md", project);
    }

    @Test
    void aScriptIsDraftedAsItsPageShows() throws IOException {
        assertAsShown("docs/autogenerate.md", restrack());
    }

    @Test
    void aCopyIsMadeAndPutBackAsItsPageShows() throws IOException {
        assertAsShown("docs/backup.md", restrack());
    }

    @Test
    void scriptsOfAnotherToolComeOverAsTheirPageShows() throws IOException {
        var project = new Project(folder)
                .file("/db/migration/V1__create_patients.sql", """
                        /* One row a person. */
                        CREATE TABLE patient (
                            id INTEGER PRIMARY KEY,
                            name TEXT NOT NULL -- as on the card
                        );
                        """)
                .file("/db/migration/U1__create_patients.sql", "DROP TABLE patient;\n")
                .file("/db/migration/V2__add_ward.sql", "ALTER TABLE patient ADD COLUMN ward TEXT DEFAULT '${ward}';\n")
                .file("/db/migration/R__patient_names.sql", """
                        DROP VIEW IF EXISTS patient_names;
                        CREATE VIEW patient_names AS SELECT name FROM patient;
                        """)
                .file("migrate.properties", "placeholders = true\nplaceholder.ward = A\n")
                .file("/db/migration/afterMigrate.sql", "ANALYZE;\n");
        assertAsShown("docs/import.md", project);
    }

    @Test
    void aTableIsGoneThroughInBatchesAsItsPageShows() throws IOException {
        var project = restrack();
        assertAsShown("docs/batches.md", project);
        assertEquals(List.of("0"), project.query("SELECT count(*) FROM user WHERE email <> lower(email)"));
    }

    private static void assertAsShown(String page, Project project) throws IOException {
        var session = new Session(project);
        assertEquals("", session.differences(Page.of(page)), page);
        assertTrue(session.commands() > 0, page + " has no session");
    }

    /** {@return a copy of ResTrack's own migrations and models, without a database} */
    private Project restrack() throws IOException {
        var project = new Project(folder);
        for (var part : List.of("migrations", "models")) {
            try (Stream<Path> files = Files.list(Path.of(part))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    project.file("/" + part + "/" + file.getFileName(), Files.readString(file));
                }
            }
        }
        return project;
    }
}

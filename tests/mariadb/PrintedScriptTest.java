package tests.mariadb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Project;
import tests.servers.Server;
import tests.servers.TestDatabase;

/** What {@code --sql} prints, run by the program {@code mariadb}. */
class PrintedScriptTest {
    private static final Path PROGRAM = Path.of("/usr/bin/mariadb");

    @TempDir
    private Path folder;

    @Test
    void theProgramLeavesTheSameDatabase() throws Exception {
        assumeTrue(Files.isExecutable(PROGRAM), "the program mariadb is missing");
        try (var upgraded = Server.MARIADB.database(); var printed = Server.MARIADB.database()) {
            var project = new Project(folder).on(upgraded);
            project.script("a", "", """
                    CREATE TABLE ward (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(50) DEFAULT 'it''s; \\\\ "x"');
                    SET @name = 'a;b';
                    DELIMITER //
                    CREATE TRIGGER named BEFORE INSERT ON ward FOR EACH ROW
                    BEGIN
                        IF NEW.name IS NULL THEN SET NEW.name = '//;;'; END IF;
                        SET NEW.name = concat(NEW.name, '!');
                    END //
                    DELIMITER ;
                    INSERT INTO ward (name) VALUES (@name), (NULL), ("two\\nlines"), ('tab\\t''\\\\');
                    /*!40101 INSERT INTO ward (name) VALUES ('runs') */;
                    """, "DROP TABLE ward;");
            project.script("b", "a", """
                    INSERT INTO ward (name) VALUES (coalesce(@name, 'of its own session'));
                    CREATE PROCEDURE p() BEGIN SELECT 1; SELECT ';;'; END;
                    CREATE VIEW v AS SELECT count(*) AS wards FROM ward;
                    """, "");
            assertEquals(0, project.migrate("upgrade").exitCode());

            var script = project.migrate("upgrade", "--sql");
            assertEquals(0, script.exitCode(), script.err());
            run(script.out(), printed);

            for (var query : List.of("SELECT * FROM ward ORDER BY id", "SHOW CREATE TABLE ward", "SELECT * FROM v",
                    "SELECT event_object_table, action_statement FROM information_schema.triggers "
                            + "WHERE trigger_schema = database()",
                    "SELECT routine_definition FROM information_schema.routines WHERE routine_schema = database()",
                    "SELECT revision, revises, message, kind, checksum, script, length(applied_at) FROM "
                            + "migrate_revision ORDER BY revision")) {
                assertEquals(upgraded.query(query), printed.query(query), query);
            }
            assertEquals("b (head)\n", new Project(folder).on(printed).migrate("current").out());
        }
    }

    private void run(String script, TestDatabase database) throws Exception {
        var file = Files.writeString(folder.resolve("printed.sql"), script);
        var user = database.url().replaceFirst(".*//([^:]+):([^@]+)@([^:]+):(\\d+)/.*", "$1 $2 $3 $4").split(" ");
        var command = new ArrayList<>(List.of(PROGRAM.toString(), "--no-defaults", "--comments", "-h" + user[2],
                "-P" + user[3], "-u" + user[0], "-p" + user[1], database.name()));
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectInput(file.toFile()).start();
        var said = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), said);
    }
}

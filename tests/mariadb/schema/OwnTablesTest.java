package tests.mariadb.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Project;
import tests.servers.Server;

/** What the toolkit records is kept whole, whatever the database is set up for. */
class OwnTablesTest {
    private static final int MEGABYTE = 1 << 20;

    @Test
    void aScriptOfAMegabyteIsKeptWhole(@TempDir Path folder) {
        try (var database = Server.MARIADB.database()) {
            database.execute("ALTER DATABASE " + database.name() + " CHARACTER SET latin1");
            var project = new Project(folder).on(database).script("long", "", "CREATE TABLE note (a LONGTEXT CHARACTER SET utf8mb4);\n"
                    + "INSERT INTO note VALUES ('" + "\u2695x".repeat(MEGABYTE / 2) + "');", "DROP TABLE note;");

            assertEquals(0, project.migrate("upgrade").exitCode());

            assertEquals(List.of("1"), database.query(
                    "SELECT char_length(script) > " + MEGABYTE + " AND script LIKE '%\u2695%' FROM migrate_revision"));
        }
    }

    @Test
    void idsMayDifferInTheirCaseOnly(@TempDir Path folder) {
        try (var database = Server.MARIADB.database()) {
            var project = new Project(folder).on(database);
            project.script("abc", "", "CREATE TABLE one (a INT);", "DROP TABLE one;");
            project.file("x_upper.sql", """
                    -- revision: ABC
                    -- revises: abc

                    -- migrate:up
                    CREATE TABLE two (a INT);
                    """);

            assertEquals(0, project.migrate("upgrade").exitCode());

            assertEquals(List.of("ABC", "abc"),
                    database.query("SELECT revision FROM migrate_revision ORDER BY revision"));
        }
    }

    @Test
    void theTablesHaveTransactionsWhateverTheServerWouldMake(@TempDir Path folder) {
        try (var database = Server.MARIADB.database()) {
            new Project(folder).on(database).script("a", "", "CREATE TABLE one (a INT);", "").migrate("upgrade");

            assertEquals(List.of("InnoDB|utf8mb4_bin"), database.query("SELECT DISTINCT engine, table_collation FROM "
                    + "information_schema.tables WHERE table_schema = database() AND table_name IN ('migrate_revision', "
                    + "'migrate_event', 'migrate_journal', 'migrate_lease', 'migrate_repeatable', 'migrate_layout')"));
        }
    }

    @Test
    void anUpgradeOfTheirLayoutThatWasInterruptedIsCarriedOn(@TempDir Path folder) {
        try (var database = Server.MARIADB.database()) {
            var project = new Project(folder).on(database).script("a", "", "CREATE TABLE one (a INT);", "");
            project.migrate("upgrade");
            database.execute("UPDATE migrate_layout SET version = 1", "ALTER TABLE migrate_event DROP COLUMN changed",
                    "ALTER TABLE migrate_journal DROP COLUMN position, DROP COLUMN trace");

            var result = project.script("b", "a", "CREATE TABLE two (a INT);", "").migrate("upgrade");

            assertEquals(0, result.exitCode(), result.err());
            assertEquals(List.of("3"), database.query("SELECT version FROM migrate_layout"));
            assertEquals(List.of("a", "b"), database.query("SELECT revision FROM migrate_revision ORDER BY revision"));
        }
    }
}

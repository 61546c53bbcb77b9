package tests.postgres.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.servers.Migrated;
import tests.servers.Server;

/** A foreign key that has nothing to do with a change stays: to make it again would read and lock two tables. */
class UntouchedKeysTest {
    @Test
    void aColumnGoesWithoutTheKeysThatReferToOthers(@TempDir Path folder) {
        try (var database = Server.POSTGRES.database()) {
            var worklist = "CREATE TABLE worklist (id int PRIMARY KEY, owner int REFERENCES \"user\" (id));\n";
            database.execute("CREATE TABLE \"user\" (id int PRIMARY KEY, name text, phone text UNIQUE)", worklist);

            var draft = new Migrated(folder, database)
                    .wanted("CREATE TABLE \"user\" (id int PRIMARY KEY, name text);\n" + worklist).draft();

            assertEquals("ALTER TABLE \"user\"\n    DROP CONSTRAINT user_phone_key,\n    DROP COLUMN phone;",
                    draft.substring(draft.indexOf("-- migrate:up") + 14, draft.indexOf("-- migrate:down")).strip());
        }
    }
}

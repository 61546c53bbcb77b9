package tests.postgres.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import tests.servers.Migrated;
import tests.servers.TestDatabase;

/** The way from one schema to another and back. */
final class ThereAndBack {
    private ThereAndBack() {
    }

    /** Leads there and back, and looks on both ends whether that is where it is. */
    static void of(Pair pair, Path folder, TestDatabase database) {
        database.execute(pair.a());
        var before = Dump.of(database);
        var migrated = new Migrated(folder, database).wanted(pair.b());
        var draft = migrated.draft();
        if (draft.isEmpty()) {
            return;
        }
        migrated.finish();
        migrated.expect(0, draft, "upgrade", "--allow", "drop-data", "--allow", "change-data");
        assertEquals("Nothing found.\n", migrated.expect(0, draft, "check").out(), draft);
        migrated.expect(0, draft, "downgrade", "base", "--allow", "drop-data", "--allow", "change-data");
        assertEquals(String.join("\n", before), String.join("\n", Dump.of(database)), draft);
    }
}

package bench;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The database whose table is changed: {@code item}, with four indexes, a table that it could refer to and one that
 * refers to it. With 1,000,000 rows it has 188 MB.
 *
 * @param file the database, which is copied for each run
 * @param rows how many rows are in {@code item}
 */
record BigTable(Path file, int rows) {
    /** The text of the table, in which changes by hand are made. */
    static final String ITEM = """
            CREATE TABLE item (
                id INTEGER PRIMARY KEY,
                code TEXT NOT NULL,
                amount INT NOT NULL DEFAULT 1,
                size INTEGER,
                crate INTEGER,
                made TEXT DEFAULT '2026-01-01',
                note TEXT,
                CONSTRAINT item_low CHECK (amount < 1000)
            )""";

    static final List<String> INDEXES = List.of("CREATE UNIQUE INDEX item_code ON item (code)",
            "CREATE INDEX item_amount ON item (amount)", "CREATE INDEX item_crate ON item (crate, size)",
            "CREATE INDEX item_made ON item (made)");

    private static final String SCHEMA = "CREATE TABLE crate (id INTEGER PRIMARY KEY, name TEXT NOT NULL);\n" + ITEM
            + ";\n" + String.join(";\n", INDEXES) + ";\n" + """
            CREATE TABLE part (
                item INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE, n INTEGER NOT NULL, PRIMARY KEY (item, n)
            );
            """;

    private static final String ROWS = """
            BEGIN;
            INSERT INTO crate WITH RECURSIVE many (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM many WHERE n < 1000)
                SELECT n, 'crate ' || n FROM many;
            INSERT INTO item WITH RECURSIVE many (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM many WHERE n < %d)
                SELECT n, printf('code-%%08d', n * 7919 %% 1000003 + n / 1000003 * 1000003), n %% 997 + 1, n %% 5003,
                    n %% 1000 + 1, date('2020-01-01', '+' || (n %% 2000) || ' days'),
                    'what is to be known of number ' || n || ', and a few words more on it' FROM many;
            INSERT INTO part SELECT id, id %% 3 FROM item WHERE id %% 5 = 0;
            COMMIT;
            """;

    /** Creates it: its schema by a script of the toolkit, as in a real project, its rows by the sqlite3 program. */
    static BigTable create(Path folder, int rows, List<String> ours, Path sqlite3, Work work)
            throws IOException, InterruptedException {
        writeSchema(folder);
        work.command(folder, AlterTool.upgrade(ours, AlterTool.SCHEMA)).expect(0);
        Files.writeString(folder.resolve("rows.sql"), ROWS.formatted(rows));
        work.command(folder, List.of(sqlite3.toString(), "-bail", Form.DATABASE, ".read rows.sql")).expect(0);
        return new BigTable(folder.resolve(Form.DATABASE), rows);
    }

    /** Writes the script that creates the schema. */
    static void writeSchema(Path folder) throws IOException {
        AlterTool.writeScript(folder, AlterTool.SCHEMA, "", SCHEMA);
    }

    /** Puts a copy into a folder, in the place of what is there. It is on the disk before anything is measured. */
    void copyTo(Path folder) throws IOException {
        for (var suffix : List.of("-journal", "-wal", "-shm")) {
            Files.deleteIfExists(folder.resolve(Form.DATABASE + suffix));
        }
        var copy = Files.copy(file, folder.resolve(Form.DATABASE), StandardCopyOption.REPLACE_EXISTING);
        try (var channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    double megabytes() throws IOException {
        return Files.size(file) / 1e6;
    }
}

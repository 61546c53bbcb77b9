package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A table to be filled, and a CSV file with its rows: 93 MB with 1,000,000 of them.
 *
 * @param rows how many
 */
record CsvTable(int rows) {
    private static final String SCHEMA = """
            CREATE TABLE item (
                id INTEGER PRIMARY KEY,
                code TEXT NOT NULL,
                amount INT NOT NULL,
                price REAL,
                made DATETIME,
                note TEXT
            );
            CREATE INDEX item_amount ON item (amount);
            """;
    private static final String HEADER = "id,code,amount,price,made,note\n";

    /** Writes a project whose one script makes the table, the file {@code item.csv}, and one without rows. */
    Path write(Path folder) throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve("migrations")).resolve("0001_item.sql"), SCHEMA);
        Files.writeString(folder.resolve("nothing.csv"), HEADER);
        try (var csv = Files.newBufferedWriter(folder.resolve("item.csv"))) {
            csv.write(HEADER);
            for (int n = 1; n <= rows; n++) {
                csv.write(String.format(Locale.ROOT, "%d,code-%08d,%d,%.1f,2026-01-%02d 07:31:45,"
                        + "\"what is to be known of number %d\"%n", n, n * 7919L % 1_000_003, n % 997 + 1,
                        n % 5003 + 0.5, n % 28 + 1, n));
            }
        }
        return folder;
    }
}

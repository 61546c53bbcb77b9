package tests.alter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import restrack.config.DatabaseUrl;
import restrack.database.Access;
import restrack.database.Database;
import restrack.database.Databases;
import restrack.database.Way;
import restrack.sql.Statement;
import restrack.sql.Statements;
import restrack.sql.Syntax;

/**
 * A database with all that a torn change could leave behind: children that cascade, a reference of a table to itself,
 * indexes, triggers, a view, a sequence mark above the rows, statistics.
 */
final class KilledDatabase {
    /** The schema and its rows, as statements for one call. */
    static final String SCRIPT = """
            CREATE TABLE box (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
            CREATE TABLE item ( -- what is kept
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                code TEXT NOT NULL COLLATE NOCASE, /* as printed on it */
                amount INT NOT NULL DEFAULT 1 CHECK (amount > 0),
                size INTEGER,
                box INTEGER REFERENCES box (id) ON DELETE CASCADE ON UPDATE CASCADE,
                whole INTEGER REFERENCES item (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
                note TEXT DEFAULT 'none'
            );
            CREATE UNIQUE INDEX item_code ON item (code);
            CREATE INDEX item_amount ON item (amount DESC);
            CREATE TABLE part (
                item INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE, n INTEGER, PRIMARY KEY (item, n)
            );
            CREATE TABLE label (word TEXT NOT NULL PRIMARY KEY, item INTEGER REFERENCES item ON DELETE SET NULL);
            CREATE INDEX item_box ON item (box, size);
            CREATE INDEX item_note ON item (lower(note)) WHERE amount > 5;
            CREATE INDEX label_item ON label (item);
            CREATE TABLE log (what TEXT);
            CREATE VIEW big AS SELECT i.id, i.code, b.name FROM item AS i JOIN box AS b ON b.id = i.box
                WHERE i.size > 50;
            CREATE TRIGGER item_gone AFTER DELETE ON item BEGIN INSERT INTO log VALUES ('gone: ' || old.code); END;
            CREATE TRIGGER item_less BEFORE UPDATE OF amount ON item WHEN new.amount < old.amount BEGIN
                INSERT INTO log SELECT 'less: ' || code FROM item WHERE id = new.id;
            END;
            INSERT INTO box WITH RECURSIVE many (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM many WHERE n < 20)
                SELECT n, 'box ' || n FROM many;
            INSERT INTO item WITH RECURSIVE many (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM many WHERE n < 3000)
                SELECT n * 3, 'Code-' || n, n % 9 + 1, nullif(n % 97, 5), n % 20 + 1, nullif(n / 2 * 3, 0),
                'a note on ' || n FROM many;
            DELETE FROM item WHERE id > 8950;
            INSERT INTO part SELECT id, 1 FROM item;
            INSERT INTO label SELECT printf('word %05d', id), id FROM item WHERE id % 2 = 0 ORDER BY id;
            ANALYZE;
            """;

    private static final List<String> NATIVE = List.of(
            "ALTER TABLE item ADD COLUMN extra TEXT DEFAULT 'x'",
            "ALTER TABLE item RENAME COLUMN extra TO further",
            "ALTER TABLE item RENAME COLUMN code TO sign",
            "ALTER TABLE item RENAME TO thing",
            "ALTER TABLE thing RENAME TO item",
            "ALTER TABLE item RENAME COLUMN sign TO code",
            "ALTER TABLE item DROP COLUMN further");

    private static final List<String> IN_PLACE = List.of(
            "ALTER TABLE item ALTER COLUMN amount TYPE BIGINT",
            "ALTER TABLE item ADD CONSTRAINT item_crate FOREIGN KEY (box) REFERENCES box (id)",
            "ALTER TABLE item ADD CONSTRAINT item_once UNIQUE (code, id)",
            "ALTER TABLE item ADD CONSTRAINT item_size CHECK (size >= 0)",
            "ALTER TABLE item DROP CONSTRAINT item_once, DROP CONSTRAINT item_size",
            "ALTER TABLE item ALTER COLUMN amount TYPE INT, DROP CONSTRAINT item_crate");

    private static final List<String> REBUILD = List.of(
            "ALTER TABLE item ALTER COLUMN size TYPE TEXT",
            "ALTER TABLE item SET STRICT, ALTER COLUMN note SET NOT NULL",
            "ALTER TABLE label SET WITHOUT ROWID",
            "ALTER TABLE item ALTER COLUMN size TYPE INTEGER, ADD CONSTRAINT item_size CHECK (size >= 0)",
            "ALTER TABLE label DROP WITHOUT ROWID",
            "ALTER TABLE item DROP STRICT, ALTER COLUMN note DROP NOT NULL, DROP CONSTRAINT item_size");

    private KilledDatabase() {
    }

    /** {@return statements of which the last leads back to where the first began; most are done in the given way} */
    static List<Statement> cycle(Way way) {
        var texts = switch (way) {
            case NATIVE -> NATIVE;
            case IN_PLACE -> IN_PLACE;
            case REBUILD -> REBUILD;
        };
        return Statements.of(String.join(";\n", texts) + ";", syntax());
    }

    /** {@return how SQLite writes statements} */
    static Syntax syntax() {
        return Databases.dialect(url(Path.of("any.db"))).syntax();
    }

    static void create(Path file, String journalMode) {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
             var statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = " + journalMode);
            statement.executeUpdate("BEGIN;" + SCRIPT + "COMMIT;");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens a database as the toolkit does for a script, with foreign keys. */
    static Database open(Path file) {
        return Databases.dialect(url(file)).open(url(file), new Access(Duration.ofSeconds(5), true, holders -> { }));
    }

    private static DatabaseUrl url(Path file) {
        return DatabaseUrl.parse("jdbc:sqlite:" + file.toAbsolutePath(), file.toAbsolutePath().getParent());
    }

    /** Runs statements in a transaction. */
    static void change(Database database, Statement... statements) throws SQLException {
        database.begin();
        try {
            for (var statement : statements) {
                database.run(statement, Set.of());
            }
        } catch (SQLException | RuntimeException e) {
            database.rollback();
            throw e;
        }
        database.commit();
    }

    /** {@return a copy of a database that nobody has open} */
    static Path copy(Path file, Path to) {
        try {
            return Files.copy(file, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package tests.apply;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Folders of small scripts that get in one another's way in every way that SQLite has. */
final class RandomScripts {
    private static final String BASE = """
            CREATE TABLE item (id INTEGER PRIMARY KEY, n INTEGER UNIQUE, note TEXT);
            CREATE TABLE strict_item (n INTEGER UNIQUE ON CONFLICT ROLLBACK);
            CREATE TABLE parent (id INTEGER PRIMARY KEY);
            CREATE TABLE child (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES parent);
            CREATE TABLE guarded (n INTEGER);
            CREATE TRIGGER guard BEFORE INSERT ON guarded WHEN new.n < 3 BEGIN
                SELECT RAISE(ROLLBACK, 'too small');
            END;
            CREATE TRIGGER sorry BEFORE INSERT ON guarded WHEN new.n = 4 BEGIN
                SELECT RAISE(IGNORE);
            END;
            INSERT INTO item (n) VALUES (1), (2);
            INSERT INTO strict_item VALUES (1);
            INSERT INTO parent VALUES (1);
            """;
    private static final String LATE_KEYS = """
            CREATE TABLE late (id INTEGER PRIMARY KEY,
                parent INTEGER REFERENCES parent DEFERRABLE INITIALLY DEFERRED);
            """;
    /** What goes well, mostly: a number or a table may be there already, or not yet. */
    private static final List<String> HARMLESS = List.of(
            "INSERT INTO item (n) VALUES (%1$d)",
            "INSERT OR IGNORE INTO item (n) VALUES (1)",
            "INSERT OR REPLACE INTO item (n, note) VALUES (2, 'x%2$d')",
            "UPDATE item SET note = coalesce(note, '') || '%2$d'",
            "CREATE TABLE t%1$d (n INTEGER)",
            "CREATE TABLE IF NOT EXISTS t%2$d (n INTEGER)",
            "CREATE TABLE IF NOT EXISTS t%2$d (n INTEGER); INSERT INTO t%2$d VALUES (%1$d)",
            "ALTER TABLE item ADD COLUMN c%1$d INTEGER",
            "CREATE INDEX i%1$d ON item (note)",
            "INSERT INTO parent VALUES (%1$d)",
            "INSERT INTO child (parent) SELECT max(id) FROM parent",
            "INSERT OR IGNORE INTO parent VALUES (%2$d)",
            "INSERT INTO strict_item VALUES (%1$d)",
            "INSERT INTO guarded VALUES (%2$d + 3)",
            "DELETE FROM parent WHERE id = %2$d AND id NOT IN (SELECT parent FROM child WHERE parent IS NOT NULL)",
            "SAVEPOINT s; INSERT INTO item (n) VALUES (%1$d); ROLLBACK TO s; RELEASE s",
            "SAVEPOINT s; INSERT INTO item (n) VALUES (%1$d); RELEASE s",
            "UPDATE item SET note = changes() || '/' || last_insert_rowid() WHERE n = 1",
            "PRAGMA user_version = %1$d",
            "PRAGMA recursive_triggers = ON",
            "CREATE TEMP TABLE IF NOT EXISTS mine (n INTEGER); INSERT INTO temp.mine VALUES (%1$d)",
            "CREATE TEMP TABLE IF NOT EXISTS mine (n INTEGER); INSERT INTO item (n) SELECT max(n) FROM temp.mine",
            "INSERT INTO item (n) VALUES (2000 + %1$d) RETURNING id");
    /** What goes wrong, mostly. */
    private static final List<String> HARMFUL = List.of(
            "INSERT INTO item (n) VALUES (1)",
            "INSERT OR ROLLBACK INTO item (n) VALUES (2)",
            "INSERT OR FAIL INTO item (n) VALUES (3000 + %1$d), (2)",
            "INSERT OR ABORT INTO item (n) VALUES (3000 + %1$d), (2)",
            "INSERT INTO strict_item VALUES (1)",
            "INSERT INTO guarded VALUES (%2$d)",
            "INSERT INTO child (parent) VALUES (%2$d)",
            "INSERT INTO item (n, note) SELECT 1000 + %1$d, count(*) FROM temp.mine",
            "INSERT INTO late (parent) VALUES (1)",
            "INSERT INTO late (parent) VALUES (%2$d)",
            "INSERT INTO late (parent) VALUES (%2$d); INSERT OR IGNORE INTO parent VALUES (%2$d)",
            "PRAGMA defer_foreign_keys = ON; INSERT INTO child (parent) VALUES (%2$d)",
            "DELETE FROM parent WHERE id = 1",
            "SELECT * FROM nowhere",
            "ROLLBACK TO s",
            "CREATE TABL oops (n)");
    private static final List<String> JAVA = List.of("""
            class Adds implements Migration {
                public void up(Op op) {
                    op.execute("INSERT INTO item (note) VALUES (?)", "java");
                }
            }
            """, """
            class Nests implements Migration {
                public void up(Op op) {
                    op.execute("UPDATE item SET note = 'nested'");
                    try {
                        op.handle().useTransaction(inner -> {
                            inner.execute("DELETE FROM item WHERE n > 2");
                            throw new IllegalStateException("undone");
                        });
                    } catch (IllegalStateException expected) {
                        op.execute("INSERT INTO item (note) VALUES (?)", expected.getMessage());
                    }
                }
            }
            """, """
            class Throws implements Migration {
                public void up(Op op) {
                    op.execute("INSERT INTO item (note) VALUES ('never seen')");
                    throw new IllegalStateException("on purpose");
                }
            }
            """, """
            class EndsTheTransaction implements Migration {
                public void up(Op op) {
                    try {
                        op.execute("INSERT OR ROLLBACK INTO item (n) VALUES (1)");
                    } catch (RuntimeException expected) {
                        op.execute("INSERT INTO item (note) VALUES ('outside any transaction')");
                    }
                }
            }
            """);

    private final Random random;

    RandomScripts(long seed) {
        this.random = new Random(seed);
    }

    /** {@return the scripts of a folder, by file name} */
    Map<String, String> folder() {
        var scripts = new LinkedHashMap<String, String>();
        scripts.put("000.sql", BASE);
        int count = 3 + random.nextInt(12);
        int lateKeys = random.nextInt(2 * count);
        for (int i = 1; i <= count; i++) {
            var name = "%03d".formatted(i);
            if (i == lateKeys) {
                scripts.put(name + ".sql", LATE_KEYS);
            } else if (random.nextInt(25) == 0) {
                scripts.put(name + ".java", JAVA.get(random.nextInt(JAVA.size())));
            } else {
                scripts.put(name + ".sql", script(10 * i));
            }
        }
        return scripts;
    }

    private String script(int number) {
        var statements = new ArrayList<String>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            var from = random.nextInt(50) == 0 ? HARMFUL : HARMLESS;
            statements.add(from.get(random.nextInt(from.size())).formatted(number + i, random.nextInt(6)) + ";\n");
        }
        return String.join("", statements);
    }
}

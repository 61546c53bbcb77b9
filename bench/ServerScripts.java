package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * So many scripts for a server, in the form of each tool.
 *
 * @param kind  what each of them does
 * @param count how many there are
 */
record ServerScripts(Kind kind, int count) {
    enum Kind {
        TABLES("creates a table"), ROWS("inserts a row");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private String statement(int number) {
        if (kind == Kind.TABLES || number == 1) {
            return "CREATE TABLE item_" + number + " (id INTEGER PRIMARY KEY, name VARCHAR(50) NOT NULL)";
        }
        return "INSERT INTO item_1 VALUES (" + number + ", 'item " + number + "')";
    }

    /** {@return a query that counts what the scripts leave} */
    String query(boolean postgres) {
        return kind == Kind.ROWS ? "SELECT count(*) + 1 FROM item_1"
                : "SELECT count(*) FROM information_schema.tables WHERE table_name LIKE 'item%' AND table_schema = "
                + (postgres ? "current_schema()" : "database()");
    }

    /** Writes the scripts of all tools into a folder. */
    void write(Path folder, String alembicUrl) throws IOException {
        var ours = Files.createDirectories(folder.resolve("migrations"));
        var flyway = Files.createDirectories(folder.resolve("flyway"));
        var versions = Files.createDirectories(folder.resolve("alembic/versions"));
        Files.writeString(folder.resolve("alembic.ini"), "[alembic]\nscript_location = alembic\n");
        Files.writeString(folder.resolve("alembic/env.py"), """
                from alembic import context
                from sqlalchemy import create_engine

                with create_engine("%s").connect() as connection:
                    context.configure(connection=connection, transaction_per_migration=True)
                    with context.begin_transaction():
                        context.run_migrations()
                """.formatted(alembicUrl));
        List<String> all = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            var sql = statement(number);
            all.add(sql);
            Files.writeString(ours.resolve("%06d_item.sql".formatted(number)), "-- migrate:up\n" + sql + ";\n");
            Files.writeString(flyway.resolve("V" + number + "__item.sql"), sql + ";\n");
            Files.writeString(versions.resolve("r" + number + ".py"), """
                    from alembic import op

                    revision = "r%d"
                    down_revision = %s


                    def upgrade():
                        op.execute("%s")
                    """.formatted(number, number == 1 ? "None" : "\"r" + (number - 1) + "\"", sql));
        }
        Files.write(folder.resolve("all.sql"), all);
    }
}

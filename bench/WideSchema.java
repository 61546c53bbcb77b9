package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A schema of many tables, each with ten columns, a unique constraint, a check, a foreign key and two
 * indexes.
 *
 * @param tables how many
 */
record WideSchema(int tables) {
    private static final List<String> TYPES = List.of("VARCHAR(40) NOT NULL", "INTEGER DEFAULT 0", "NUMERIC(10, 2)",
            "DATETIME", "BOOLEAN DEFAULT TRUE NOT NULL", "TEXT", "REAL", "VARCHAR(200)");

    int columns() {
        return tables * (TYPES.size() + 2);
    }

    /** Writes a project whose one script makes the schema, and whose models say it in another spelling. */
    Path writeOurs(Path folder) throws IOException {
        var sql = IntStream.range(0, tables).mapToObj(WideSchema::table).collect(Collectors.joining());
        Files.writeString(Files.createDirectory(folder.resolve("migrations")).resolve("0001_all.sql"), sql);
        Files.writeString(Files.createDirectory(folder.resolve("models")).resolve("all.sql"),
                sql.toLowerCase(Locale.ROOT));
        return folder;
    }

    private static String table(int number) {
        var columns = IntStream.range(0, TYPES.size()).mapToObj(it -> "    c" + it + " " + TYPES.get(it) + ",\n")
                .collect(Collectors.joining());
        return """
                CREATE TABLE t%1$d (
                    id INTEGER NOT NULL,
                %2$s    parent INTEGER,
                    PRIMARY KEY (id),
                    UNIQUE (c0),
                    CHECK (c1 >= 0),
                    FOREIGN KEY (parent) REFERENCES t%3$d (id)
                );
                CREATE INDEX ix_t%1$d_c3 ON t%1$d (c3);
                CREATE INDEX ix_t%1$d_c5 ON t%1$d (c5);
                """.formatted(number, columns, number / 10 * 10);
    }

    /** Writes an Alembic environment with the same tables as SQLAlchemy's. */
    Path writeAlembic(Path folder) throws IOException {
        Files.createDirectory(folder.resolve("alembic"));
        Files.writeString(folder.resolve("alembic.ini"), "[alembic]\nscript_location = alembic\n");
        Files.writeString(folder.resolve("alembic/script.py.mako"), "revision = ${repr(up_revision)}\n");
        Files.writeString(folder.resolve("alembic/env.py"), """
                import os
                import sys
                sys.path.insert(0, ".")
                from alembic import context
                from models import engine, metadata


                def nothing(context, revision, directives):
                    if not directives[0].upgrade_ops.is_empty():
                        raise SystemExit("a difference")
                    directives[:] = []


                if not os.path.exists("%s"):
                    metadata.create_all(engine)
                with engine.connect() as connection:
                    context.configure(connection=connection, target_metadata=metadata, compare_type=True,
                                      process_revision_directives=nothing)
                    with context.begin_transaction():
                        context.run_migrations()
                """.formatted(Form.DATABASE));
        Files.writeString(folder.resolve("models.py"), """
                from sqlalchemy import *

                engine = create_engine("sqlite:///%s")
                metadata = MetaData()
                for number in range(%d):
                    name = "t%%d" %% number
                    Table(name, metadata, Column("id", Integer, primary_key=True),
                          Column("c0", String(40), nullable=False), Column("c1", Integer, server_default="0"),
                          Column("c2", Numeric(10, 2)), Column("c3", DateTime),
                          Column("c4", Boolean, nullable=False, server_default=text("TRUE")), Column("c5", Text),
                          Column("c6", REAL), Column("c7", String(200)),
                          Column("parent", Integer, ForeignKey("t%%d.id" %% (number // 10 * 10))),
                          UniqueConstraint("c0"), CheckConstraint("c1 >= 0"),
                          Index("ix_%%s_c3" %% name, "c3"), Index("ix_%%s_c5" %% name, "c5"))
                """.formatted(Form.DATABASE, tables));
        return folder;
    }
}

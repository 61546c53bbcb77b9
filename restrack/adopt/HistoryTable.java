package restrack.adopt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** How one tool writes down what it has applied. What its columns mean is told by its own documentation or sources. */
enum HistoryTable {
    /** One row a head, and no table of what comes before it (Alembic, "The Migration Environment"). */
    ALEMBIC("alembic", "alembic_version") {
        @Override
        Optional<ForeignHistory> read(ForeignRows rows) {
            return rows.has("version_num") ? history(rows, rows.rows().stream()
                    .map(row -> row.get("version_num")).filter(Objects::nonNull).<Claim>map(HistoryTable::upTo)
                    .toList()) : Optional.empty();
        }
    },
    /** Flyway, "Flyway schema history table"; {@code schema_version} is its name before 5.0. */
    FLYWAY("flyway", "flyway_schema_history", "schema_version") {
        @Override
        Optional<ForeignHistory> read(ForeignRows rows) {
            return rows.has("version", "type", "success") ? new FlywayRows(rows).history(tool()) : Optional.empty();
        }
    },
    /** Liquibase, "DATABASECHANGELOG table". */
    LIQUIBASE("liquibase", "databasechangelog") {
        @Override
        Optional<ForeignHistory> read(ForeignRows rows) {
            return rows.has("id", "author") ? new LiquibaseRows(rows).history(tool()) : Optional.empty();
        }
    },
    /** golang-migrate keeps one number, and whether it was interrupted (golang-migrate, "FAQ: dirty database"). */
    GOLANG_MIGRATE("golang-migrate", "schema_migrations") {
        @Override
        Optional<ForeignHistory> read(ForeignRows rows) {
            if (!rows.has("version", "dirty")) {
                return Optional.empty();
            }
            var claims = new ArrayList<Claim>();
            var failed = new ArrayList<Claim>();
            var doubts = new ArrayList<String>();
            for (var row : rows.rows()) {
                if (ForeignRows.isTrue(row.get("dirty"))) {
                    Optional.ofNullable(row.get("version")).map(HistoryTable::only).ifPresent(failed::add);
                    doubts.add("golang-migrate was interrupted in " + row.get("version") + " (dirty).");
                } else if (row.get("version") != null) {
                    claims.add(upTo(row.get("version")));
                }
            }
            return Optional.of(new ForeignHistory(tool(), rows.table(), claims, failed, doubts));
        }
    },
    /** One row a script: dbmate and Rails have the same table (dbmate, "Internals"; Rails, "schema_migrations"). */
    DBMATE("dbmate", "schema_migrations") {
        @Override
        Optional<ForeignHistory> read(ForeignRows rows) {
            return rows.has("version") && !rows.has("dirty") ? history(rows, rows.rows().stream()
                    .map(row -> row.get("version")).filter(Objects::nonNull).sorted().<Claim>map(HistoryTable::only)
                    .toList()) : Optional.empty();
        }
    },
    /** The newest row of a version counts; version 0 stands for the table itself (goose, {@code goose_db_version}). */
    GOOSE("goose", "goose_db_version") {
        @Override
        Optional<ForeignHistory> read(ForeignRows rows) {
            if (!rows.has("version_id", "is_applied")) {
                return Optional.empty();
            }
            var newest = new LinkedHashMap<String, Map<String, String>>();
            for (var row : rows.by("id")) {
                newest.remove(row.get("version_id"));
                newest.put(row.get("version_id"), row);
            }
            return history(rows, newest.values().stream().filter(row -> ForeignRows.isTrue(row.get("is_applied")))
                    .map(row -> row.get("version_id")).filter(it -> it != null && !it.equals("0"))
                    .<Claim>map(HistoryTable::only).toList());
        }
    };

    private final String tool;
    private final List<String> tables;

    HistoryTable(String tool, String... tables) {
        this.tool = tool;
        this.tables = List.of(tables);
    }

    /** {@return what the rows say; nothing where the columns are not this tool's} */
    abstract Optional<ForeignHistory> read(ForeignRows rows);

    /** {@return the tool's name, as it is written into our records} */
    String tool() {
        return tool;
    }

    /** {@return whether this tool's table has that name, in any case} */
    boolean isNamed(String table) {
        return tables.contains(table.toLowerCase(Locale.ROOT));
    }

    Optional<ForeignHistory> history(ForeignRows rows, List<Claim> claims) {
        return Optional.of(new ForeignHistory(tool, rows.table(), claims, List.of(), List.of()));
    }

    static Claim only(String name) {
        return new Claim.Only(List.of(name));
    }

    static Claim upTo(String name) {
        return new Claim.UpTo(List.of(name));
    }
}

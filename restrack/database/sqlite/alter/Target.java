package restrack.database.sqlite.alter;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import restrack.database.sqlite.draft.Action;
import restrack.database.sqlite.draft.CannotAlter;
import restrack.sql.Statement;
import restrack.sql.TokenKind;

/**
 * An ALTER TABLE and the table that it is about.
 *
 * @param statement the statement
 * @param table     the table's name as the schema has it; nothing if it is not there and need not be
 */
record Target(AlterStatement statement, Optional<String> table) {
    /**
     * {@return the target of a statement; nothing if SQLite is to be given the statement as it is}
     *
     * @throws restrack.MigrateException {@code cannot_alter} for what is no ordinary table of the database
     */
    static Optional<Target> of(Statement statement, Connection connection) throws SQLException {
        var alter = AlterStatement.of(statement);
        if (alter.isEmpty()) {
            return Optional.empty();
        }
        statement.significant().stream().filter(it -> it.kind() == TokenKind.PARAMETER).findFirst().ifPresent(it -> {
            throw CannotAlter.because("There is a parameter, " + it.text() + ", which nothing gives a value.",
                    "Write the value itself.");
        });
        var name = alter.get().table();
        boolean main = name.schema().isEmpty() ? !isTemporary(connection, name.table())
                : name.schema().equalsIgnoreCase("main");
        if (!main) {
            if (isKnownToSqlite(alter.get())) {
                return Optional.empty();
            }
            throw CannotAlter.because(name + " is not in the main database: only tables there can be changed so.",
                    name.schema().equalsIgnoreCase("temp") || name.schema().isEmpty() ? ""
                    : "Migrate the other database by itself, with --url.");
        }
        try (var query = connection.prepareStatement(
                "SELECT name, type FROM pragma_table_list WHERE schema = 'main' AND name = ? COLLATE NOCASE")) {
            query.setString(1, name.table());
            try (var rows = query.executeQuery()) {
                if (!rows.next()) {
                    return alter.get().ifExists() ? Optional.of(new Target(alter.get(), Optional.empty()))
                            : missing(alter.get());
                }
                return of(alter.get(), rows.getString(1), rows.getString(2));
            }
        }
    }

    private static Optional<Target> of(AlterStatement alter, String name, String kind) {
        if (kind.equals("table") && !name.regionMatches(true, 0, "sqlite_", 0, 7)) {
            return Optional.of(new Target(alter, Optional.of(name)));
        }
        if (isKnownToSqlite(alter) && !kind.equals("shadow")) {
            return Optional.empty();
        }
        throw CannotAlter.because(name + " is " + switch (kind) {
            case "view" -> "a view";
            case "virtual" -> "a virtual table";
            case "shadow" -> "a table in which a virtual table keeps its contents";
            default -> "a table of SQLite's own";
        } + ", which ALTER TABLE cannot change so.", switch (kind) {
            case "view" -> "Drop it and create it again.";
            case "virtual" -> "Create a new one, fill it from this one, drop this one and rename the new one.";
            default -> "";
        });
    }

    /** An attached database may have the table; otherwise SQLite says that it is not there. */
    private static Optional<Target> missing(AlterStatement alter) {
        if (isKnownToSqlite(alter)) {
            return Optional.empty();
        }
        throw CannotAlter.because("There is no table " + alter.table() + ".",
                "`ALTER TABLE IF EXISTS` passes over a table that is not there.");
    }

    private static boolean isTemporary(Connection connection, String table) throws SQLException {
        try (var query = connection.prepareStatement(
                "SELECT 1 FROM temp.sqlite_schema WHERE type IN ('table', 'view') AND name = ? COLLATE NOCASE")) {
            query.setString(1, table);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Whether SQLite has the very statement. */
    private static boolean isKnownToSqlite(AlterStatement alter) {
        if (alter.ifExists() || alter.actions().size() > 1) {
            return false;
        }
        var action = alter.actions().get(0);
        return action.isRenaming() || action instanceof Action.AddColumn add && !add.ifNotExists()
                || action instanceof Action.DropColumn drop && !drop.ifExists() && !drop.cascade();
    }
}

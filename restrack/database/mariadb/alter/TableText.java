package restrack.database.mariadb.alter;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import restrack.database.mariadb.MariaSyntax;
import restrack.sql.TableName;
import restrack.sql.Token;
import restrack.sql.TokenCursor;
import restrack.sql.Tokens;

/** A table as {@code SHOW CREATE TABLE} prints it: the one text in which nothing of it is missing. */
final class TableText {
    /** What a constraint is. */
    enum Kind { PRIMARY_KEY, UNIQUE, FOREIGN_KEY, CHECK }

    /**
     * A constraint.
     *
     * @param name    its name; {@code PRIMARY} for a primary key
     * @param text    its definition without the name: {@code CHECK (beds > 0)}
     * @param columns the columns of a key; empty for a CHECK
     */
    record Constraint(Kind kind, String name, String text, List<String> columns) {
    }

    private final Map<String, List<Token>> columns = new LinkedHashMap<>();
    private final List<Constraint> constraints = new ArrayList<>();

    private TableText(String text) {
        var tokens = Tokens.of(text, MariaSyntax.SYNTAX).stream().filter(it -> !it.isSpaceOrComment()).toList();
        int depth = 0;
        int start = -1;
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            depth += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
            if (depth == 1 && start < 0) {
                start = i + 1;
            } else if (depth == 1 && token.isSymbol(',') || depth == 0 && start >= 0) {
                element(tokens.subList(start, i));
                start = i + 1;
            }
            if (depth == 0 && start >= 0) {
                return;
            }
        }
    }

    /** {@return the table; nothing if there is none, or it is a view or a sequence} */
    static Optional<TableText> of(Connection connection, TableName table) throws SQLException {
        try (var query = connection.createStatement();
             var rows = query.executeQuery("SHOW CREATE TABLE " + AlterText.quoted(table))) {
            return rows.next() && rows.getMetaData().getColumnLabel(2).equals("Create Table")
                    ? Optional.of(new TableText(rows.getString(2))) : Optional.empty();
        } catch (SQLException e) {
            if (e.getErrorCode() == 1146 || e.getErrorCode() == 1049) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void element(List<Token> tokens) {
        var first = tokens.get(0);
        if (first.text().startsWith("`")) {
            columns.put(first.name(), tokens.subList(1, tokens.size()));
            return;
        }
        var cursor = new TokenCursor(tokens);
        var name = cursor.accept("CONSTRAINT") ? cursor.name().orElse("") : "";
        var text = AlterParser.text(cursor.rest());
        if (cursor.accept("PRIMARY", "KEY")) {
            constraints.add(new Constraint(Kind.PRIMARY_KEY, "PRIMARY", text, names(cursor)));
        } else if (cursor.accept("UNIQUE", "KEY")) {
            var key = cursor.name().orElse("");
            constraints.add(new Constraint(Kind.UNIQUE, key, "UNIQUE " + AlterParser.text(cursor.rest()),
                    names(cursor)));
        } else if (cursor.accept("FOREIGN", "KEY")) {
            constraints.add(new Constraint(Kind.FOREIGN_KEY, name, text, names(cursor)));
        } else if (cursor.accept("CHECK")) {
            constraints.add(new Constraint(Kind.CHECK, name, text, List.of()));
        }
    }

    /** Reads {@code (a, b(10) DESC)}. */
    static List<String> names(TokenCursor cursor) {
        var names = new ArrayList<String>();
        if (!cursor.accept('(')) {
            return names;
        }
        boolean next = true;
        for (int depth = 1; depth > 0 && !cursor.atEnd();) {
            var token = cursor.next();
            if (depth == 1 && next && token.isName()) {
                names.add(token.name());
            }
            depth += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
            next = depth == 1 && token.isSymbol(',');
        }
        return names;
    }

    /** {@return a column's name as it is written; nothing if there is no such column} */
    Optional<String> column(String name) {
        return columns.keySet().stream().filter(name::equalsIgnoreCase).findFirst();
    }

    /** {@return the definition of a column, which may be changed} */
    ColumnText definition(String column) {
        return new ColumnText(columns.get(column));
    }

    /** {@return the columns of the primary key; empty if there is none} */
    List<String> key() {
        return constraints.stream().filter(it -> it.kind() == Kind.PRIMARY_KEY).findFirst()
                .map(Constraint::columns).orElse(List.of());
    }

    /**
     * {@return a constraint by its name, or by the one that PostgreSQL gives to a constraint without a name:
     * {@code ward_pkey}, {@code ward_name_key}, {@code ward_head_fkey}}
     */
    Optional<Constraint> constraint(String table, String name) {
        return constraints.stream().filter(it -> it.name().equalsIgnoreCase(name)).findFirst()
                .or(() -> constraints.stream().filter(it -> implied(table, it).equalsIgnoreCase(name)).findFirst());
    }

    private static String implied(String table, Constraint constraint) {
        var columns = String.join("_", constraint.columns());
        return switch (constraint.kind()) {
            case PRIMARY_KEY -> table + "_pkey";
            case UNIQUE -> table + "_" + columns + "_key";
            case FOREIGN_KEY -> table + "_" + columns + "_fkey";
            case CHECK -> "";
        };
    }

    /** {@return the column whose own CHECK goes by that name} MariaDB calls it as the column. */
    Optional<String> columnOfCheck(String table, String name) {
        return columns.keySet().stream().filter(it -> it.equalsIgnoreCase(name)
                        || (table + "_" + it + "_check").equalsIgnoreCase(name))
                .filter(it -> definition(it).has(ColumnText.Clause.CHECK)).findFirst();
    }
}

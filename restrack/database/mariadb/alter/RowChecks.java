package restrack.database.mariadb.alter;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import restrack.MigrateException;
import restrack.database.RowCheck;
import restrack.database.RowsInTheWay;
import restrack.database.mariadb.alter.ColumnText.Clause;
import restrack.sql.TableName;
import restrack.sql.TokenCursor;

/** Looks for rows that a change would alter, or that a new constraint does not hold for, and shows some of them. */
final class RowChecks {
    /** A column that is only there after the statement, and the like: what MariaDB says then is right. */
    private static final Set<Integer> NOT_YET = Set.of(1054, 1064, 1146, 1305);

    private final AlterStatement statement;
    private final TableText table;
    private final AlterText text;
    private final List<RowCheck> checks = new ArrayList<>();

    RowChecks(AlterStatement statement, TableText table, AlterText text) {
        this.statement = statement;
        this.table = table;
        this.text = text;
        statement.parts().forEach(this::add);
    }

    private void add(Part part) {
        if (part instanceof Part.SetType it) {
            text.before(it.column()).ifPresent(column -> addType(column, it.type()));
        } else if (part instanceof Part.Define it && !statement.ignore()) {
            text.before(it.column()).ifPresent(column -> addDefinition(column, new ColumnText(it.definition())));
        } else if (part instanceof Part.NotNull it && it.on()) {
            text.before(it.column()).ifPresent(column -> addNotNull(column, "NOT NULL"));
        } else if (part instanceof Part.Generated it && it.expression().isPresent()) {
            text.before(it.column()).ifPresent(column -> addGenerated(column, it.expression().get()));
        } else if (part instanceof Part.AddConstraint it && !statement.ignore()) {
            addConstraint(new TokenCursor(it.tokens()));
        }
    }

    private void addType(String column, String type) {
        var definition = table.definition(column);
        if (definition.has(Clause.GENERATED)) {
            return;
        }
        new Misfit(AlterText.quoted(column), definition.get(Clause.TYPE), type).condition().ifPresent(condition ->
                checks.add(new RowCheck(RowCheck.CHANGE_DATA, "Values of " + name() + "." + column
                        + " would be lost or change their meaning as " + type, rows(column, condition, true),
                        "Mend the rows first, or accept it with `--allow " + RowCheck.CHANGE_DATA + "`.")));
    }

    /** What counts by itself gives a number to what is NULL. */
    private void addDefinition(String column, ColumnText to) {
        var from = table.definition(column);
        if (to.has(Clause.GENERATED)) {
            addGenerated(column, expression(to.get(Clause.GENERATED)));
            return;
        }
        if (!from.get(Clause.TYPE).equalsIgnoreCase(to.get(Clause.TYPE))) {
            addType(column, to.get(Clause.TYPE));
        }
        if (to.has(Clause.CHECK) && from.get(Clause.TYPE).equalsIgnoreCase(to.get(Clause.TYPE))
                && !from.get(Clause.CHECK).equals(to.get(Clause.CHECK))) {
            addCheck(to.get(Clause.CHECK).substring("CHECK".length()).strip());
        }
        if (to.isNotNull() && !from.isNotNull() && !to.has(Clause.AUTO_INCREMENT)) {
            addNotNull(column, "NOT NULL");
        }
    }

    private static String expression(String generated) {
        return generated.substring(generated.indexOf('('), generated.lastIndexOf(')') + 1);
    }

    private void addNotNull(String column, String what) {
        checks.add(new RowCheck("", name() + "." + column + " cannot be " + what + ", because it is NULL in some rows",
                rows(column, AlterText.quoted(column) + " IS NULL", false), "Fill it in first: `UPDATE " + name()
                + " SET " + column + " = … WHERE " + column + " IS NULL`."));
    }

    private void addGenerated(String column, String expression) {
        if (!table.definition(column).has(Clause.GENERATED)) {
            checks.add(new RowCheck(RowCheck.CHANGE_DATA, "Values of " + name() + "." + column
                    + " are not what the expression gives, and would be lost", rows(column,
                    "NOT (" + AlterText.quoted(column) + " <=> " + expression + ")", true),
                    "Mend the rows first, or accept it with `--allow " + RowCheck.CHANGE_DATA + "`."));
        }
    }

    private void addConstraint(TokenCursor cursor) {
        if (cursor.accept("CONSTRAINT")) {
            cursor.accept("IF", "NOT", "EXISTS");
            if (!isKind(cursor)) {
                cursor.name();
            }
        }
        if (cursor.accept("CHECK")) {
            addCheck(AlterParser.text(cursor.rest()));
        } else if (cursor.accept("PRIMARY", "KEY")) {
            var columns = TableText.names(cursor);
            columns.forEach(it -> text.before(it).ifPresent(column -> addNotNull(column, "in the primary key")));
            addUnique(columns, "the PRIMARY KEY");
        } else if (cursor.accept("UNIQUE")) {
            if (!cursor.accept("KEY")) {
                cursor.accept("INDEX");
            }
            if (!cursor.atEnd() && !cursor.rest().get(0).isSymbol('(')) {
                cursor.name();
            }
            // Of a prefix, others are equal than the whole values.
            if (AlterParser.text(cursor.rest()).chars().filter(it -> it == '(').count() == 1) {
                addUnique(TableText.names(cursor), "UNIQUE");
            }
        } else if (cursor.accept("FOREIGN", "KEY")) {
            addForeignKey(cursor);
        }
    }

    private void addCheck(String condition) {
        checks.add(new RowCheck("", "The CHECK " + condition + " of " + name() + " does not hold for some rows",
                rows("", "NOT " + condition, false), "Mend the rows first."));
    }

    private static boolean isKind(TokenCursor cursor) {
        return List.of("CHECK", "PRIMARY", "UNIQUE", "FOREIGN").stream()
                .anyMatch(it -> !cursor.atEnd() && cursor.rest().get(0).is(it));
    }

    private void addUnique(List<String> columns, String what) {
        var quoted = columns.stream().map(AlterText::quoted).toList();
        checks.add(new RowCheck("", name() + " (" + String.join(", ", columns) + ") cannot be " + what
                + ", because several rows have the same values", "SELECT concat(" + values(columns)
                + ", ': ', count(*), ' rows') FROM " + AlterText.quoted(statement.table()) + " WHERE "
                + quoted.stream().map(it -> it + " IS NOT NULL").collect(Collectors.joining(" AND ")) + " GROUP BY "
                + String.join(", ", quoted) + " HAVING count(*) > 1", "Merge or mend the rows first."));
    }

    private void addForeignKey(TokenCursor cursor) {
        if (!cursor.atEnd() && !cursor.rest().get(0).isSymbol('(')) {
            cursor.name();
        }
        var columns = TableText.names(cursor);
        var parent = cursor.accept("REFERENCES") ? cursor.tableName() : Optional.<TableName>empty();
        var key = TableText.names(cursor);
        if (parent.isEmpty() || key.size() != columns.size() || columns.isEmpty()) {
            return;
        }
        var filled = columns.stream().map(it -> "c." + AlterText.quoted(it) + " IS NOT NULL");
        var same = new ArrayList<String>();
        for (int i = 0; i < key.size(); i++) {
            same.add("p." + AlterText.quoted(key.get(i)) + " = c." + AlterText.quoted(columns.get(i)));
        }
        checks.add(new RowCheck("", name() + " (" + String.join(", ", columns) + ") cannot refer to " + parent.get()
                + ", because some rows there are missing", "SELECT DISTINCT " + values(columns) + " FROM "
                + AlterText.quoted(statement.table()) + " c WHERE @@foreign_key_checks AND "
                + filled.collect(Collectors.joining(" AND ")) + " AND NOT EXISTS (SELECT 1 FROM "
                + AlterText.quoted(parent.get()) + " p WHERE " + String.join(" AND ", same) + ")",
                "Insert what is missing, or mend the rows first."));
    }

    /** {@return the expression that shows columns with their values: {@code id 4, code 'x'}} */
    private static String values(List<String> columns) {
        return "concat_ws(', ', " + columns.stream().map(it -> "concat(" + literal(it + " ") + ", coalesce("
                + AlterText.quoted(it) + ", 'NULL'))").collect(Collectors.joining(", ")) + ")";
    }

    private String rows(String column, String condition, boolean showsValue) {
        var key = table.key();
        var parts = new ArrayList<String>();
        parts.add(key.isEmpty() ? "'a row'" : values(key));
        if (showsValue) {
            parts.add("': '");
            parts.add("quote(" + AlterText.quoted(column) + ")");
        }
        return "SELECT concat(" + String.join(", ", parts) + ") FROM " + AlterText.quoted(statement.table())
                + " WHERE " + condition;
    }

    private static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    private String name() {
        return statement.table().toString();
    }

    /** @throws MigrateException {@code hazard} or {@code rows_in_the_way}, with some of the rows and their number */
    void refuse(Connection connection, Set<String> allowed) throws SQLException {
        for (var check : checks) {
            if (!check.isAllowed(allowed)) {
                try {
                    RowsInTheWay.refuse(check, connection);
                } catch (SQLException e) {
                    if (!NOT_YET.contains(e.getErrorCode())) {
                        throw e;
                    }
                }
            }
        }
    }
}

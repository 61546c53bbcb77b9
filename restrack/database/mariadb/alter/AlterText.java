package restrack.database.mariadb.alter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.Way;
import restrack.database.mariadb.alter.ColumnText.Clause;
import restrack.database.mariadb.alter.TableText.Kind;
import restrack.sql.TableName;

/**
 * Writes an {@code ALTER TABLE} as MariaDB has it. All that is said of one column becomes one {@code CHANGE} with its
 * whole definition, because MariaDB takes no two actions on a column that is defined anew.
 */
final class AlterText {
    private static final Pattern VARCHAR = Pattern.compile("(?i)varchar\\s*\\(\\s*(\\d+)\\s*\\)");
    /** Up to so many bytes the length of a value is stored in one byte. */
    private static final int SHORT_BYTES = 255;
    private static final int BYTES_A_CHARACTER = 4;

    private final AlterStatement statement;
    private final TableText table;
    /** The columns that are defined anew, by the names that they have before. */
    private final Map<String, ColumnText> columns = new LinkedHashMap<>();
    private final Map<String, String> renamed = new LinkedHashMap<>();
    private final Map<String, String> places = new LinkedHashMap<>();
    private final List<String> actions = new ArrayList<>();
    private boolean copies;

    AlterText(AlterStatement statement, TableText table) {
        this.statement = statement;
        this.table = table;
        statement.parts().forEach(this::take);
    }

    private void take(Part part) {
        if (part instanceof Part.Native it) {
            actions.add(it.text());
        } else if (part instanceof Part.AddConstraint it) {
            actions.add(it.text());
        } else if (part instanceof Part.Define it) {
            actions.add(it.text());
        } else if (part instanceof Part.DropConstraint it) {
            drop(it);
        } else if (part instanceof Part.RenameConstraint it) {
            rename(it);
        } else if (part instanceof Part.RenameColumn it) {
            renamed.put(column(it.from()), it.to());
        } else if (part instanceof Part.Reorder it) {
            reorder(it.columns());
        } else if (part instanceof Part.Refused it) {
            throw cannot(it.message(), it.hint());
        } else {
            takeColumn(part);
        }
    }

    private void takeColumn(Part part) {
        if (part instanceof Part.SetType it) {
            setType(it);
        } else if (part instanceof Part.NotNull it) {
            notNull(definition(it.column()), it.on());
        } else if (part instanceof Part.Default it) {
            setDefault(definition(it.column()), it.expression());
        } else if (part instanceof Part.Generated it) {
            generated(it);
        } else if (part instanceof Part.Identity it) {
            identity(it);
        }
    }

    private ColumnText definition(String name) {
        return columns.computeIfAbsent(column(name), table::definition);
    }

    /** {@return the name that a column had before the statement} */
    private String column(String name) {
        return renamed.entrySet().stream().filter(it -> it.getValue().equalsIgnoreCase(name)).map(Map.Entry::getKey)
                .findFirst().or(() -> table.column(name)).orElseThrow(() -> cannot("There is no column " + name
                        + " in " + statement.table() + ".", "Its columns are in `migrate show-table "
                        + statement.table().table() + "`."));
    }

    private void setType(Part.SetType part) {
        var column = definition(part.column());
        copies |= !part.collation().isEmpty() || !isOnlyLonger(column.get(Clause.TYPE), part.type());
        column.setType(part.type(), part.collation());
    }

    /** {@return whether InnoDB takes one type for the other without touching a row} */
    private static boolean isOnlyLonger(String from, String to) {
        var before = VARCHAR.matcher(from);
        var after = VARCHAR.matcher(to);
        if (!before.matches() || !after.matches()) {
            return from.equalsIgnoreCase(to);
        }
        long old = Long.parseLong(before.group(1));
        long longer = Long.parseLong(after.group(1));
        return longer >= old && (longer * BYTES_A_CHARACTER <= SHORT_BYTES || old > SHORT_BYTES);
    }

    private void notNull(ColumnText column, boolean on) {
        copies |= on != column.isNotNull();
        column.set(Clause.NULL, on ? "NOT NULL" : "NULL");
        if (on && column.get(Clause.DEFAULT).toUpperCase(Locale.ROOT).matches("DEFAULT\\s+NULL")) {
            column.remove(Clause.DEFAULT);
        }
    }

    /** A column that takes NULL and has no default is given one, or an INSERT that says nothing of it would fail. */
    private static void setDefault(ColumnText column, Optional<String> expression) {
        if (expression.isPresent()) {
            column.set(Clause.DEFAULT, "DEFAULT " + expression.get());
        } else if (column.isNotNull() || column.has(Clause.GENERATED)) {
            column.remove(Clause.DEFAULT);
        } else {
            column.set(Clause.DEFAULT, "DEFAULT NULL");
        }
    }

    private void generated(Part.Generated part) {
        var column = definition(part.column());
        copies = true;
        if (part.expression().isEmpty()) {
            column.remove(Clause.GENERATED);
            return;
        }
        var present = column.get(Clause.GENERATED).toUpperCase(Locale.ROOT);
        boolean stored = part.stored().orElse(present.endsWith("STORED") || present.endsWith("PERSISTENT"));
        column.set(Clause.GENERATED, "GENERATED ALWAYS AS " + part.expression().get() + (stored ? " STORED"
                : " VIRTUAL"));
        column.remove(Clause.DEFAULT);
        column.remove(Clause.NULL);
    }

    private void identity(Part.Identity part) {
        copies = true;
        var name = part.column().or(() -> table.key().size() == 1 ? Optional.of(table.key().get(0))
                : Optional.empty()).orElseThrow(() -> cannot(statement.table() + " has no primary key of one column, "
                + "which could count.",
                "Say which column is meant: ALTER COLUMN c ADD GENERATED BY DEFAULT AS IDENTITY."));
        if (part.on()) {
            definition(name).set(Clause.AUTO_INCREMENT, "AUTO_INCREMENT");
            definition(name).remove(Clause.DEFAULT);
        } else {
            definition(name).remove(Clause.AUTO_INCREMENT);
        }
    }

    private void reorder(List<String> names) {
        var place = "FIRST";
        for (var name : names) {
            definition(name);
            places.put(column(name), place);
            place = "AFTER " + quoted(name);
        }
    }

    private void drop(Part.DropConstraint part) {
        var constraint = table.constraint(statement.table().table(), part.name());
        var own = constraint.isPresent() ? Optional.<String>empty()
                : table.columnOfCheck(statement.table().table(), part.name());
        if (own.isPresent()) {
            definition(own.get()).remove(Clause.CHECK);
        } else {
            copies |= constraint.filter(it -> it.kind() == Kind.PRIMARY_KEY).isPresent();
            actions.add(constraint.map(AlterText::dropped).orElseGet(() -> "DROP CONSTRAINT "
                    + (part.ifExists() ? "IF EXISTS " : "") + quoted(part.name())));
        }
    }

    /** DROP CONSTRAINT of a foreign key drops the index that has its name, together with other actions, and not it. */
    private static String dropped(TableText.Constraint constraint) {
        return switch (constraint.kind()) {
            case PRIMARY_KEY -> "DROP PRIMARY KEY";
            case UNIQUE -> "DROP INDEX " + quoted(constraint.name());
            case FOREIGN_KEY -> "DROP FOREIGN KEY " + quoted(constraint.name());
            case CHECK -> "DROP CONSTRAINT " + quoted(constraint.name());
        };
    }

    private void rename(Part.RenameConstraint part) {
        var constraint = table.constraint(statement.table().table(), part.from()).orElseThrow(() -> cannot(
                "There is no constraint " + part.from() + " of " + statement.table() + " that could be renamed.",
                "A CHECK that belongs to a column has no name of its own."));
        switch (constraint.kind()) {
            case PRIMARY_KEY -> throw cannot("In MariaDB every primary key is called PRIMARY.",
                    "Leave the action out.");
            case UNIQUE -> actions.add("RENAME INDEX " + quoted(constraint.name()) + " TO " + quoted(part.to()));
            case FOREIGN_KEY, CHECK -> {
                copies = true;
                actions.add(dropped(constraint));
                actions.add("ADD CONSTRAINT " + quoted(part.to()) + " " + constraint.text());
            }
        }
    }

    /** {@return the statement, without a semicolon} */
    String sql() {
        if (statement.isNative()) {
            return statement.head() + " " + statement.actions();
        }
        var all = new ArrayList<String>();
        columns.forEach((name, definition) -> all.add("CHANGE " + quoted(name) + " "
                + quoted(renamed.getOrDefault(name, name)) + " " + definition
                + (places.containsKey(name) ? " " + places.get(name) : "")));
        renamed.forEach((from, to) -> {
            if (!columns.containsKey(from)) {
                all.add("RENAME COLUMN " + quoted(from) + " TO " + quoted(to));
            }
        });
        all.addAll(actions);
        return statement.head() + " " + String.join(", ", all);
    }

    /** {@return how InnoDB carries it out} */
    Way way() {
        return copies ? Way.REBUILD : statement.isNative() ? Way.NATIVE : Way.IN_PLACE;
    }

    /** {@return a column as it was before the statement; nothing if it was not there} */
    Optional<String> before(String column) {
        return renamed.entrySet().stream().filter(it -> it.getValue().equalsIgnoreCase(column)).map(Map.Entry::getKey)
                .findFirst().or(() -> table.column(column));
    }

    static MigrateException cannot(String message, String hint) {
        return new MigrateException(ErrorKind.CANNOT_ALTER, message, hint);
    }

    static String quoted(String name) {
        return '`' + name.replace("`", "``") + '`';
    }

    static String quoted(TableName name) {
        return name.schema().isEmpty() ? quoted(name.table()) : quoted(name.schema()) + "." + quoted(name.table());
    }
}

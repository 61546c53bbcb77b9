package restrack.database.sqlite.render;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import restrack.database.sqlite.read.SqliteNames;
import restrack.schema.Constraint;
import restrack.schema.Name;
import restrack.schema.Schema;
import restrack.schema.Table;

/**
 * A foreign key.
 *
 * @param table      the table that has it
 * @param constraint what it is there
 * @param parent     the table that it refers to
 * @param columns    the columns there
 * @param onDelete   what happens when a row goes there, in upper case; empty if nothing is said
 */
record Key(Table table, Constraint constraint, Name parent, Set<Name> columns, String onDelete) {
    /** {@return the foreign keys of a table} */
    static List<Key> of(Table table, Schema schema) {
        return table.constraints(Constraint.Kind.FOREIGN_KEY).stream().map(it -> of(table, it, schema)).toList();
    }

    static Key of(Table table, Constraint constraint, Schema schema) {
        var key = ForeignKeyText.of(constraint);
        var parent = SqliteNames.of(key.parent());
        var named = key.parentColumns().stream().map(SqliteNames::of).collect(Collectors.toSet());
        var columns = !named.isEmpty() ? named : schema.table(parent).stream()
                .flatMap(it -> it.constraints(Constraint.Kind.PRIMARY_KEY).stream())
                .flatMap(it -> it.columns().stream()).collect(Collectors.toSet());
        return new Key(table, constraint, parent, columns, key.onDelete());
    }

    boolean isSelf() {
        return table.name().equals(parent);
    }

    /** {@return whether deleting all rows of the table that it is on and refers to could fail} */
    boolean hindersDeletion() {
        return List.of("RESTRICT", "SET NULL", "SET DEFAULT").contains(onDelete);
    }
}

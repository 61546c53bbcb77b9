package restrack.database.postgres.render;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import restrack.database.postgres.read.Quoted;
import restrack.schema.Aspect;
import restrack.schema.Change;
import restrack.schema.Column;
import restrack.schema.Definition;
import restrack.schema.Name;
import restrack.schema.Schema;
import restrack.schema.Table;

/** The columns of types, in tables and columns that stay as they are. */
final class TypeColumns {
    private final Schema present;
    private final Set<Name> dropped;
    private final Set<String> left = new HashSet<>();
    private final Set<String> redefaulted = new HashSet<>();

    TypeColumns(Schema present, List<Change> changes) {
        this.present = present;
        this.dropped = changes.stream().filter(Change.DropTable.class::isInstance).map(Change::table)
                .collect(Collectors.toSet());
        for (var change : changes) {
            if (change instanceof Change.DropColumn it) {
                left.add(key(it.of(), it.column()));
            } else if (change instanceof Change.AlterColumn it && it.aspect() == Aspect.TYPE) {
                left.add(key(it.of(), it.from()));
            } else if (change instanceof Change.AlterColumn it && it.aspect() == Aspect.DEFAULT) {
                redefaulted.add(key(it.of(), it.from()));
            }
        }
    }

    private static String key(Table table, Column column) {
        return table.name().text() + "." + column.name().text();
    }

    /** {@return the tables that stay} */
    List<Table> tables() {
        return present.tables().stream().filter(it -> !dropped.contains(it.name())).toList();
    }

    /** {@return the columns of a table that are of such a type, or of an array of it} */
    List<Column> of(Table table, Definition type) {
        var name = Parts.name(type);
        return table.columns().stream().filter(it -> !left.contains(key(table, it))
                && (it.type().text().equals(name) || it.type().text().replaceAll("(\\[\\])+$", "").equals(name)))
                .toList();
    }

    /** {@return the names under which others need these columns} */
    Set<Name> names(Definition type) {
        var names = new HashSet<Name>();
        for (var table : tables()) {
            of(table, type).forEach(it -> names.add(Quoted.known(key(table, it))));
        }
        return names;
    }

    /**
     * {@return the actions that give a column the new type of the same name}
     *
     * @param direct whether there is a way from the one to the other that is not by text
     */
    List<String> conversion(Table table, Column column, boolean direct) {
        var alter = "ALTER COLUMN " + Quoted.name(column.name()) + " ";
        var is = column.type().text();
        var text = is.endsWith("]") ? "::text[]" : "::text";
        var actions = new ArrayList<String>();
        column.defaultValue().ifPresent(it -> actions.add(alter + "DROP DEFAULT"));
        actions.add(alter + "TYPE " + is + " USING " + Quoted.name(column.name())
                + (direct ? "" : text) + "::" + is);
        column.defaultValue().filter(it -> !redefaulted.contains(key(table, column)))
                .ifPresent(it -> actions.add(alter + "SET DEFAULT " + it.text()));
        return actions;
    }
}

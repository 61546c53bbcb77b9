package restrack.autogenerate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import restrack.schema.Aspect;
import restrack.schema.Change;
import restrack.schema.Column;
import restrack.schema.Constraint;
import restrack.schema.Definition;
import restrack.schema.Index;
import restrack.schema.Name;
import restrack.schema.Schema;
import restrack.schema.Table;

/** Gives a wanted schema back what changes would take from it that do not count: so nothing of it can be touched. */
final class Kept {
    private final Map<Name, Parts> tables = new LinkedHashMap<>();
    private final List<Definition> definitions;

    private Kept(Schema wanted) {
        wanted.tables().forEach(it -> tables.put(it.name(), new Parts(it)));
        definitions = new ArrayList<>(wanted.definitions());
    }

    /** A table that is being changed. */
    private static final class Parts {
        private final Table table;
        private final List<Column> columns;
        private final List<Constraint> constraints;
        private final List<Index> indexes;
        private final Set<String> options;

        Parts(Table table) {
            this.table = table;
            this.columns = new ArrayList<>(table.columns());
            this.constraints = new ArrayList<>(table.constraints());
            this.indexes = new ArrayList<>(table.indexes());
            this.options = new HashSet<>(table.options());
        }

        Table table() {
            return new Table(table.name(), columns, constraints, indexes, options, table.text());
        }
    }

    /**
     * {@return the wanted schema without these changes}
     *
     * @param wanted    the schema
     * @param uncounted some of what leads from the present schema to it
     */
    static Schema in(Schema wanted, List<Change> uncounted) {
        var kept = new Kept(wanted);
        uncounted.forEach(kept::undo);
        return new Schema(kept.tables.values().stream().map(Parts::table).toList(), kept.definitions);
    }

    private void undo(Change change) {
        if (change instanceof Change.CreateTable it) {
            tables.remove(it.table());
        } else if (change instanceof Change.DropTable it) {
            tables.put(it.table(), new Parts(it.dropped()));
        } else if (change instanceof Change.Define it) {
            definitions.remove(it.definition());
        } else if (change instanceof Change.Undefine it) {
            definitions.add(it.definition());
        } else if (change instanceof Change.Redefine it) {
            replace(definitions, it.to(), it.from());
        } else if (tables.containsKey(change.table())) {
            undo(change, tables.get(change.table()));
        }
    }

    private static void undo(Change change, Parts parts) {
        if (change instanceof Change.AddColumn it) {
            parts.columns.remove(it.column());
        } else if (change instanceof Change.DropColumn it) {
            parts.columns.add(it.column());
        } else if (change instanceof Change.AlterColumn it) {
            parts.columns.replaceAll(column -> column.name().equals(it.to().name())
                    ? with(column, it.aspect(), it.from()) : column);
        } else if (change instanceof Change.SetOption it) {
            if (it.on()) {
                parts.options.remove(it.option());
            } else {
                parts.options.add(it.option());
            }
        } else if (change instanceof Change.CreateIndex it) {
            parts.indexes.remove(it.index());
        } else if (change instanceof Change.DropIndex it) {
            parts.indexes.add(it.index());
        } else if (change instanceof Change.AlterIndex it) {
            replace(parts.indexes, it.to(), it.from());
        } else {
            undoConstraint(change, parts.constraints);
        }
    }

    private static void undoConstraint(Change change, List<Constraint> constraints) {
        if (change instanceof Change.AddConstraint it) {
            constraints.remove(it.constraint());
        } else if (change instanceof Change.DropConstraint it) {
            constraints.add(it.constraint());
        } else if (change instanceof Change.AlterConstraint it) {
            replace(constraints, it.to(), it.from());
        } else if (change instanceof Change.RenameConstraint it) {
            replace(constraints, it.to(), it.from());
        }
    }

    private static Column with(Column column, Aspect aspect, Column from) {
        return new Column(column.name(), aspect == Aspect.TYPE ? from.type() : column.type(),
                aspect == Aspect.NULLABILITY ? from.notNull() : column.notNull(),
                aspect == Aspect.DEFAULT ? from.defaultValue() : column.defaultValue(),
                aspect == Aspect.COLLATION ? from.collation() : column.collation(),
                aspect == Aspect.GENERATED ? from.generated() : column.generated(),
                aspect == Aspect.IDENTITY ? from.identity() : column.identity(),
                aspect == Aspect.ON_UPDATE ? from.onUpdate() : column.onUpdate(),
                aspect == Aspect.COMMENT ? from.comment() : column.comment());
    }

    private static <T> void replace(List<T> things, T old, T by) {
        things.replaceAll(it -> it.equals(old) ? by : it);
    }
}

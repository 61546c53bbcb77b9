package restrack.database.sqlite.draft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import restrack.database.sqlite.catalog.Catalog;
import restrack.database.sqlite.catalog.Mentioned;
import restrack.database.sqlite.catalog.SchemaObject;
import restrack.database.sqlite.grammar.Column;
import restrack.database.sqlite.grammar.Constraint;
import restrack.database.sqlite.grammar.CreateIndex;
import restrack.database.sqlite.grammar.CreateTable;
import restrack.database.sqlite.grammar.Edits;
import restrack.database.sqlite.grammar.IndexedColumn;
import restrack.database.sqlite.grammar.Name;

/** The tables around the one that is changed, and how they refer to one another. */
public final class Schema {
    private final Catalog catalog;

    public Schema(Catalog catalog) {
        this.catalog = catalog;
    }

    /** {@return an ordinary table, if there is one of that name} */
    public Optional<CreateTable> table(String name) {
        return catalog.table(name).filter(Schema::isOrdinary).map(it -> CreateTable.parse(it.sql()));
    }

    private static boolean isOrdinary(SchemaObject table) {
        return table.root() > 0 && table.sql() != null;
    }

    /** {@return the indexes of a table that a CREATE INDEX made} */
    List<SchemaObject> indexes(String table) {
        return catalog.indexesOf(table).stream().filter(it -> !it.isAutomatic()).toList();
    }

    /** {@return the columns of a table's primary key} */
    List<String> primaryKey(CreateTable table) {
        for (var column : table.columns()) {
            if (column.constraints(Constraint.PrimaryKey.class).findAny().isPresent()) {
                return List.of(column.name().value());
            }
        }
        return table.constraints().stream().filter(Constraint.PrimaryKey.class::isInstance)
                .map(it -> names(((Constraint.PrimaryKey) it).columns())).findFirst().orElse(List.of());
    }

    private static List<String> names(List<IndexedColumn> columns) {
        return columns.stream().map(it -> it.column().map(Name::value).orElse("")).toList();
    }

    /** {@return whether a foreign key can refer to these columns (SQLite documentation, "Foreign Key Support", 3)} */
    boolean isUnique(CreateTable table, List<String> columns) {
        var wanted = set(columns);
        if (set(primaryKey(table)).equals(wanted)) {
            return true;
        }
        for (var column : table.columns()) {
            if (column.constraints(Constraint.Unique.class).findAny().isPresent()
                    && set(List.of(column.name().value())).equals(wanted)) {
                return true;
            }
        }
        return table.constraints().stream().filter(Constraint.Unique.class::isInstance)
                .anyMatch(it -> set(names(((Constraint.Unique) it).columns())).equals(wanted))
                || indexes(table.name().value()).stream().map(it -> CreateIndex.parse(it.sql()))
                        .anyMatch(it -> it.unique() && it.where().isEmpty() && set(names(it.columns())).equals(wanted));
    }

    private static Set<String> set(Collection<String> names) {
        var set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(names);
        return set;
    }

    /**
     * A foreign key.
     *
     * @param table      the table that has it
     * @param constraint the key
     */
    record Reference(CreateTable table, NamedConstraint constraint) {
        Constraint.ForeignKey key() {
            return (Constraint.ForeignKey) constraint.constraint();
        }

        String words() {
            return "the foreign key " + constraint.name() + " of " + table.name().value();
        }

        List<String> columns() {
            return key().columns().isEmpty() ? constraint.column().map(Column::name).map(Name::value).stream().toList()
                    : key().columns().stream().map(Name::value).toList();
        }
    }

    /** {@return the foreign keys, of any table, that refer to a table} Those of the draft are as edited so far. */
    List<Reference> references(Draft draft) {
        var found = new ArrayList<Reference>();
        for (var object : catalog.objects()) {
            if (object.isTable() && isOrdinary(object) && Mentioned.in(object.sql(), draft.name())) {
                var table = Name.same(object.name(), draft.name()) ? draft.table()
                        : CreateTable.parse(draft.others().getOrDefault(object.name(), object.sql()));
                ConstraintNames.of(table).stream().filter(it -> it.constraint() instanceof Constraint.ForeignKey key
                        && key.parent().is(draft.name())).forEach(it -> found.add(new Reference(table, it)));
            }
        }
        return found;
    }

    /** {@return those of them that refer to just these columns} */
    List<Reference> references(Draft draft, List<String> columns) {
        return references(draft).stream()
                .filter(it -> set(parents(draft, it)).equals(set(columns))).toList();
    }

    /** {@return the columns of the table that a foreign key refers to} */
    List<String> parents(Draft draft, Reference reference) {
        return reference.key().parentColumns().isEmpty() ? primaryKey(draft.table())
                : reference.key().parentColumns().stream().map(Name::value).toList();
    }

    /** {@return the tables that have a foreign key which may hold no longer, or is new} */
    public Set<String> concerned(Draft draft) {
        var tables = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (var reference : references(draft)) {
            if (parents(draft, reference).stream().anyMatch(draft::isChanged)) {
                tables.add(reference.table().name().value());
            }
        }
        var before = ConstraintNames.of(draft.before()).stream().map(NamedConstraint::name).toList();
        for (var named : ConstraintNames.of(draft.table())) {
            if (named.constraint() instanceof Constraint.ForeignKey && (!before.contains(named.name())
                    || new Reference(draft.table(), named).columns().stream().anyMatch(draft::isChanged))) {
                tables.add(draft.name());
            }
        }
        return tables;
    }

    /** Takes a foreign key out of another table. */
    void withoutKey(Draft draft, Reference reference) {
        var text = reference.key().span().in(reference.table().text());
        // Another key of the same table may be gone by now.
        var table = CreateTable.parse(draft.others().getOrDefault(reference.table().name().value(),
                reference.table().text()));
        var key = table.allConstraints().stream().filter(it -> it.span().in(table.text()).equals(text)).findFirst()
                .orElseThrow();
        var edits = Edits.on(table.text());
        if (table.constraints().contains(key)) {
            edits.removeElements(table.elements(), List.of(key.span()));
        } else {
            edits.removeWords(key.span());
        }
        draft.rewrite(table.name().value(), edits.text());
    }
}

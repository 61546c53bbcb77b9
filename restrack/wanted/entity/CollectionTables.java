package restrack.wanted.entity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.lang.model.type.TypeMirror;

/** What attributes that hold several things are: a table between two entities, one of values, or columns elsewhere. */
record CollectionTables(Columns columns, Tables tables) {
    private static final Set<String> SETS = Set.of("java.util.Set", "java.util.SortedSet", "java.util.NavigableSet",
            "java.util.SequencedSet", "java.util.HashSet", "java.util.LinkedHashSet", "java.util.TreeSet");
    private static final Set<String> LISTS = Set.of("java.util.Collection", "java.util.List", "java.util.ArrayList",
            "java.util.SequencedCollection", "java.lang.Iterable");
    private static final String MAP = "java.util.Map";

    /** Makes what an attribute of an entity asks for. */
    void make(EntityType entity, Attribute attribute) {
        if (attribute.notes().renamed().isPresent()) {
            throw Problem.at(reading().where(attribute), "@Renamed on %s, which has no column.".formatted(
                    attribute.shown()), "Tables between entities are renamed with --rename OLD:NEW.");
        }
        if (attribute.kind() == AttributeKind.ELEMENTS) {
            values(entity, attribute);
            return;
        }
        var relation = attribute.notes().find("OneToMany").or(() -> attribute.notes().find("ManyToMany")).orElseThrow();
        var mappedBy = !relation.text("mappedBy").isEmpty();
        var target = columns.target(attribute, relation, element(attribute, mappedBy));
        if (mappedBy) {
            columns.requireMappedBy(attribute, relation, target);
            return;
        }
        var joins = Columns.joins(attribute.notes());
        var many = relation.simpleName().equals("ManyToMany");
        if (!joins.isEmpty() && !many && !attribute.notes().has("JoinTable")) {
            inTarget(entity, attribute, target, joins);
        } else if (!joins.isEmpty()) {
            throw Problem.at(reading().where(joins.get(0)), "@JoinColumn on %s, which is kept in a table of its own."
                    .formatted(attribute.shown()), "Write it in @JoinTable(joinColumns = …).");
        } else {
            between(entity, attribute, target, !many);
        }
    }

    private Reading reading() {
        return columns.reading();
    }

    /** What is collected. */
    private TypeMirror element(Attribute attribute, boolean mapped) {
        var name = reading().name(attribute.type());
        var arguments = reading().arguments(attribute.type());
        var map = name.equals(MAP) && (mapped || attribute.notes().has("MapKey"));
        if (arguments.isEmpty() || !map && !SETS.contains(name) && !LISTS.contains(name)) {
            throw Problem.at(reading().where(attribute), "%s is of type %s, which is not understood as a collection."
                    .formatted(attribute.shown(), attribute.type()), "Use a List or Set of something.");
        }
        return arguments.get(arguments.size() - 1);
    }

    /** The foreign key lies in the table of the entities that are collected. */
    private void inTarget(EntityType entity, Attribute attribute, EntityType target, List<Note> joins) {
        refuseOrder(attribute);
        var made = JoinColumns.of(JoinColumns.Request.of(attribute, joins, entity, it -> names().naming()
                .of(attribute.name()) + "_" + it, false, false, reading()), columns);
        var table = tables.of(target);
        made.columns().stream().filter(it -> !table.has(it.name())).forEach(table::add);
        table.addForeignKey(made.foreignKey(JoinColumns.keyNote(attribute.notes().find("JoinColumns")
                .flatMap(it -> it.note("foreignKey")), joins), entity, names()));
    }

    private void refuseOrder(Attribute attribute) {
        attribute.notes().find("OrderColumn").ifPresent(it -> {
            throw Problem.at(reading().where(it), "@OrderColumn on %s, which has no table of its own."
                    .formatted(attribute.shown()), "Give the entity an attribute for its place, and use @OrderBy.");
        });
    }

    private Names names() {
        return columns.names();
    }

    private void between(EntityType entity, Attribute attribute, EntityType target, boolean unique) {
        var note = attribute.notes().find("JoinTable");
        var table = new TableDraft(name(note, entity.table() + "_" + target.table()), reading().where(attribute),
                names());
        var set = SETS.contains(reading().name(attribute.type()));
        var joins = note.map(it -> it.notes("joinColumns")).orElse(List.of());
        var inverse = inverse(entity, attribute, target).orElse(names().naming().of(entity.name()));
        var own = join(table, JoinColumns.Request.of(attribute, joins, entity, it -> inverse + "_" + it, true, set,
                reading()),
                JoinColumns.keyNote(note.flatMap(it -> it.note("foreignKey")), joins));
        order(attribute, own, table);
        var others = note.map(it -> it.notes("inverseJoinColumns")).orElse(List.of());
        var other = join(table, JoinColumns.Request.of(attribute, others, target,
                it -> names().naming().of(attribute.name()) + "_" + it, true, set, reading()),
                JoinColumns.keyNote(note.flatMap(it -> it.note("inverseForeignKey")), others));
        if (unique) {
            table.addUnique(other.columns().stream().map(ColumnDraft::name).toList());
        }
        note.ifPresent(it -> table.settings(it, reading()));
        tables.add(table);
    }

    private String name(Optional<Note> note, String otherwise) {
        return note.map(it -> it.text("name")).filter(it -> !it.isBlank()).map(Names::unquoted).orElse(otherwise);
    }

    private JoinColumns join(TableDraft table, JoinColumns.Request request, Optional<Note> key) {
        var made = JoinColumns.of(request, columns);
        made.columns().forEach(table::add);
        table.addForeignKey(made.foreignKey(key, request.target(), names()));
        return made;
    }

    /** The column that keeps the order of a list, which together with its owner is the key. */
    private void order(Attribute attribute, JoinColumns own, TableDraft table) {
        attribute.notes().find("OrderColumn").ifPresent(note -> {
            var type = note.text("columnDefinition").isBlank() ? reading().dialect().columnTypes().integer(32)
                    : note.text("columnDefinition");
            var column = new ColumnDraft(names().of(note.text("name"), attribute.name() + "_ORDER"), type,
                    note.text("options").strip(), true, false, false, List.of(), false, Optional.empty(),
                    reading().where(note), attribute.shown());
            table.add(column);
            own.columns().forEach(it -> table.key(it.name()));
            table.key(column.name());
        });
    }

    /** The attribute on the other side, from which the specification makes the names of the columns to this one. */
    private Optional<String> inverse(EntityType entity, Attribute attribute, EntityType target) {
        return target.attributes().stream().filter(it -> it.notes().find("ManyToMany").filter(note ->
                        note.text("mappedBy").equals(attribute.name())
                                && columns.target(it, note, element(it, true)) == entity).isPresent())
                .map(it -> names().naming().of(it.name())).findFirst();
    }

    private void values(EntityType entity, Attribute attribute) {
        var note = attribute.notes().find("CollectionTable");
        var prefix = names().naming().of(entity.name());
        var table = new TableDraft(name(note, prefix + "_" + names().naming().of(attribute.name())),
                reading().where(attribute), names());
        var set = SETS.contains(reading().name(attribute.type()));
        var joins = note.map(it -> it.notes("joinColumns")).orElse(List.of());
        UnaryOperator<String> join = it -> prefix + "_" + it;
        var own = join(table, JoinColumns.Request.of(attribute, joins, entity, join, true, set, reading()),
                JoinColumns.keyNote(note.flatMap(it -> it.note("foreignKey")), joins));
        order(attribute, own, table);
        var type = element(attribute, false);
        var embedded = reading().element(type).filter(it -> reading().notes(it).has("Embeddable")).isPresent();
        var value = attribute.of(type, embedded ? AttributeKind.EMBEDDED : AttributeKind.BASIC);
        table.add(columns.of(set ? value.asKey() : value, Overrides.NONE, false));
        note.ifPresent(it -> table.settings(it, reading()));
        tables.add(table);
    }
}

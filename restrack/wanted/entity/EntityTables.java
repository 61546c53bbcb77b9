package restrack.wanted.entity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;

/** Makes tables of entities: first those of the entities, then what their collections ask for. */
final class EntityTables {
    private final List<TypeElement> classes;
    private final Reading reading;
    private final Names names;
    /** An entity comes behind the one that it extends. */
    private final Map<TypeElement, EntityType> entities = new LinkedHashMap<>();

    private EntityTables(List<TypeElement> classes, Reading reading, Names names) {
        this.classes = classes;
        this.reading = reading;
        this.names = names;
    }

    /** {@return what classes say, of which some are entities} */
    static EntityModel of(List<TypeElement> classes, Reading reading, Names names) {
        var tables = new EntityTables(classes, reading, names);
        classes.forEach(tables::meet);
        return tables.make().model();
    }

    private void meet(TypeElement type) {
        var notes = reading.notes(type);
        if (notes.has("Entity")) {
            entity(type);
        } else if (notes.has("Table")) {
            throw Problem.at(reading.where(type), "%s has @Table, but is no entity.".formatted(
                    type.getSimpleName()), "Add @Entity.");
        } else {
            Vocabulary.checkOther(notes, type.getSimpleName().toString(), reading);
        }
    }

    private EntityType entity(TypeElement type) {
        var known = entities.get(type);
        if (known != null) {
            return known;
        }
        var parent = Ancestry.of(type, reading).entity();
        parent.filter(it -> !classes.contains(it)).ifPresent(it -> {
            throw Problem.at(reading.where(type), "%s extends %s, an entity that is not among the models.".formatted(
                    type.getSimpleName(), it.getQualifiedName()), "Name its file, folder or jar in models.");
        });
        var entity = EntityType.of(type, parent.map(this::entity), reading, names);
        entities.put(type, entity);
        return entity;
    }

    private Tables make() {
        var columns = new Columns(reading, new BasicColumns(reading, names, Converters.among(classes, reading)),
                entities);
        var inheritance = new Inheritance(columns);
        var tables = new Tables(names);
        for (var entity : entities.values()) {
            if (entity.sharesTable()) {
                tables.of(entity).addShared(inheritance.shared(entity));
            } else {
                tables.add(table(entity, columns, inheritance));
                entity.notes().renamed().ifPresent(it -> tables.renamed(it, entity.table()));
            }
        }
        var collections = new CollectionTables(columns, tables);
        for (var entity : entities.values()) {
            entity.attributes().stream().filter(it -> it.kind() == AttributeKind.TO_MANY
                    || it.kind() == AttributeKind.ELEMENTS).forEach(it -> collections.make(entity, it));
        }
        // Last, because a collection may have put a column into another entity's table.
        entities.values().forEach(entity -> entity.notes().find("Table").ifPresent(
                it -> tables.of(entity).settings(it, reading)));
        return tables;
    }

    private TableDraft table(EntityType entity, Columns columns, Inheritance inheritance) {
        var table = new TableDraft(entity.table(), entity.where(), names);
        table.add(inheritance.joined(entity));
        entity.attributes().forEach(it -> table.add(columns.of(entity, it)));
        inheritance.discriminator(entity, entities.values()).ifPresent(table::add);
        return table;
    }
}

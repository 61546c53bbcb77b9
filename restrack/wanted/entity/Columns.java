package restrack.wanted.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Makes columns of the attributes of entities, which may refer to one another. */
final class Columns {
    private final Reading reading;
    private final Names names;
    private final BasicColumns basic;
    private final Map<TypeElement, EntityType> entities;
    private final Map<TypeElement, List<ColumnDraft>> keys = new HashMap<>();
    /** Whose keys are being made: a key that refers to itself has no end. */
    private final List<EntityType> underway = new ArrayList<>();

    Columns(Reading reading, BasicColumns basic, Map<TypeElement, EntityType> entities) {
        this.reading = reading;
        this.names = basic.names();
        this.basic = basic;
        this.entities = entities;
    }

    Reading reading() {
        return reading;
    }

    Names names() {
        return names;
    }

    /** {@return what an attribute of an entity is in its table} */
    Part of(EntityType entity, Attribute attribute) {
        var mapped = MappedKey.of(entity, reading);
        // The columns of a relation that stands for the key, or a part of it, are where that would be.
        return mapped.containsValue(attribute) ? Part.NOTHING
                : of(attribute, Overrides.of(entity.notes()).with(mapped), entity.key().size() == 1);
    }

    /** {@return what an attribute is in a table; those that are collected are nothing there} */
    Part of(Attribute attribute, Overrides overrides, boolean single) {
        var relation = overrides.mapped().get(attribute.name());
        if (relation != null) {
            return toOne(relation.asKey(), Overrides.NONE);
        }
        return switch (attribute.kind()) {
            case BASIC -> Part.of(basic.of(attribute, overrides.column(attribute.name())
                    .or(() -> attribute.notes().find("Column")), single));
            case EMBEDDED -> embedded(attribute, overrides);
            case TO_ONE -> toOne(attribute, overrides);
            case TO_MANY, ELEMENTS -> Part.NOTHING;
        };
    }

    private Part embedded(Attribute attribute, Overrides overrides) {
        if (attribute.notes().renamed().isPresent()) {
            throw Problem.at(reading.where(attribute), "@Renamed on %s, which is no single column."
                    .formatted(attribute.shown()), "Write it on the attributes of the embedded class.");
        }
        var seen = reading.unwrapped(attribute.type());
        var type = reading.element(seen).filter(it -> reading.notes(it).has("Embeddable"))
                .orElseThrow(() -> Problem.at(reading.where(attribute), "%s is embedded, but %s is not @Embeddable."
                        .formatted(attribute.shown(), attribute.type()), "Add @Embeddable to the class."));
        Vocabulary.checkOther(reading.notes(type), type.getSimpleName().toString(), reading);
        var attributes = Attributes.ofEmbeddable((DeclaredType) seen, reading);
        var own = Overrides.of(attribute.notes());
        own.require(attributes, type.getSimpleName().toString(), reading);
        var inside = own.below(overrides.under(attribute.name()));
        return Part.of(attributes.stream().map(it -> {
            if (it.kind() == AttributeKind.TO_MANY || it.kind() == AttributeKind.ELEMENTS) {
                throw Problem.at(reading.where(it), "A collection in an embedded class is not understood: %s."
                        .formatted(it.shown()), "Move it to the entity.");
            }
            return of(attribute.inKey() ? it.asKey() : it, inside, attributes.size() == 1);
        }).toList());
    }

    private Part toOne(Attribute attribute, Overrides overrides) {
        var relation = attribute.notes().find("ManyToOne").or(() -> attribute.notes().find("OneToOne")).orElseThrow();
        var target = target(attribute, relation, attribute.type());
        if (!relation.text("mappedBy").isEmpty()) {
            requireMappedBy(attribute, relation, target);
            return Part.NOTHING;
        }
        var override = overrides.association(attribute.name());
        var joins = override.map(it -> it.notes("joinColumns")).filter(it -> !it.isEmpty())
                .orElseGet(() -> joins(attribute.notes()));
        var required = !relation.flag("optional", true);
        var made = JoinColumns.of(JoinColumns.Request.of(attribute, joins, target,
                it -> names.naming().of(attribute.name()) + "_" + it, required, attribute.inKey(), reading), this);
        var foreignKey = made.foreignKey(JoinColumns.keyNote(override.or(() -> attribute.notes().find("JoinColumns"))
                .flatMap(it -> it.note("foreignKey")), joins), target, names);
        var alone = made.columns().size() == 1 && made.columns().get(0).unique();
        var unique = relation.simpleName().equals("OneToOne") && !attribute.inKey() && !alone;
        return new Part(made.columns(), unique ? List.of(Clauses.unique(made.columns().stream()
                .map(ColumnDraft::name).toList(), "", "", names)) : List.of(), foreignKey.stream().toList());
    }

    /** {@return what is said of the columns that refer to another entity} */
    static List<Note> joins(Notes notes) {
        return notes.repeated("JoinColumn");
    }

    /**
     * {@return the entity that an attribute refers to}
     *
     * @param type the type that says it, unless the annotation does
     */
    EntityType target(Attribute attribute, Note relation, TypeMirror type) {
        var wanted = relation.type("targetEntity").filter(it -> !reading.name(it).equals("void"))
                .orElse(reading.unwrapped(type));
        return reading.element(wanted).map(entities::get).orElseThrow(() -> Problem.at(reading.where(attribute),
                "%s refers to %s, which is no entity among the models.".formatted(attribute.shown(), wanted),
                "Add @Entity to it, or its file to the models."));
    }

    /** Refuses the inverse side of a relation that nobody owns. */
    void requireMappedBy(Attribute attribute, Note relation, EntityType target) {
        var mappedBy = relation.text("mappedBy");
        var owner = target.attribute(mappedBy.split("\\.", 2)[0]);
        var possible = owner.filter(it -> mappedBy.contains(".") ? it.kind() == AttributeKind.EMBEDDED
                : it.kind() == AttributeKind.TO_ONE || it.kind() == AttributeKind.TO_MANY);
        if (possible.isEmpty()) {
            throw Problem.at(reading.where(relation), "%s is mapped by %s.%s, which %s.".formatted(attribute.shown(),
                    target.name(), mappedBy, owner.isEmpty() ? "does not exist" : "refers to no entity"),
                    "Name the attribute of %s that refers to this entity.".formatted(target.name()));
        }
    }

    /** {@return the columns of the primary key of an entity} */
    List<ColumnDraft> key(EntityType entity) {
        var known = keys.get(entity.element());
        if (known != null) {
            return known;
        }
        if (underway.contains(entity)) {
            throw Problem.at(entity.where(), "The key of %s refers to itself.".formatted(entity.name()),
                    "Give it a key of its own.");
        }
        underway.add(entity);
        var key = entity.sharesTable() ? key(entity.root()) : entity.parent().isPresent() ? inherited(entity).columns()
                : Part.of(entity.key().stream().map(it -> of(entity, it)).toList()).columns();
        underway.remove(entity);
        keys.put(entity.element(), key);
        return key;
    }

    /** {@return the key of an entity's own table, which refers to that of the entity that it extends} */
    JoinColumns inherited(EntityType entity) {
        return JoinColumns.of(new JoinColumns.Request(entity.name(), entity.where(), Optional.empty(),
                entity.notes().repeated("PrimaryKeyJoinColumn"), entity.parent().orElseThrow(), it -> it, true, true),
                this);
    }

    /** {@return a column of an entity: of its key, or one that holds a value} */
    Optional<ColumnDraft> column(EntityType entity, String name) {
        var all = new ArrayList<>(key(entity));
        entity.attributes().stream().filter(it -> !it.inKey() && it.kind() != AttributeKind.TO_ONE)
                .forEach(it -> all.addAll(of(entity, it).columns()));
        return all.stream().filter(it -> names.key(it.name()).equals(names.key(name))).findFirst()
                .or(() -> entity.parent().filter(it -> entity.sharesTable()).flatMap(it -> column(it, name)));
    }
}

package restrack.wanted.entity;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/**
 * An entity.
 *
 * @param element    its class
 * @param name       its name in queries, from which other names are made
 * @param table      the name of the table that it is in
 * @param attributes its attributes, with those of its mapped superclasses, without those of the entity that it extends
 * @param notes      the annotations of its class
 * @param where      the place of its class
 * @param parent     the entity that it extends
 */
record EntityType(TypeElement element, String name, String table, List<Attribute> attributes, Notes notes,
        String where, Optional<EntityType> parent) {
    /** Reads an entity's class. */
    static EntityType of(TypeElement element, Optional<EntityType> parent, Reading reading, Names names) {
        var notes = reading.notes(element);
        var simple = element.getSimpleName().toString();
        Vocabulary.checkEntity(notes, simple, reading);
        var name = notes.find("Entity").map(it -> it.text("name")).filter(it -> !it.isBlank()).orElse(simple);
        var own = names.of(notes.find("Table").map(it -> it.text("name")).orElse(""), name);
        var entity = new EntityType(element, name, parent.filter(it -> !it.isJoined()).map(EntityType::table)
                .orElse(own), Attributes.ofEntity(element, reading), notes, reading.where(element), parent);
        if (entity.key().isEmpty()) {
            throw Problem.at(reading.where(element), "The entity %s has no @Id.".formatted(simple),
                    "Add one: @Id @GeneratedValue Long id.");
        }
        Inheritance.check(entity, reading);
        Overrides.of(notes).require(entity.attributes, simple, reading);
        return entity;
    }

    /** {@return the attributes of the primary key, which the topmost entity has} */
    List<Attribute> key() {
        return root().attributes.stream().filter(Attribute::inKey).toList();
    }

    /** {@return one of its attributes, or of those that it inherits} */
    Optional<Attribute> attribute(String wanted) {
        return attributes.stream().filter(it -> it.name().equals(wanted)).findFirst()
                .or(() -> parent.flatMap(it -> it.attribute(wanted)));
    }

    /** {@return the topmost of the entities that it extends, or itself} */
    EntityType root() {
        return parent.map(EntityType::root).orElse(this);
    }

    /** {@return whether each entity of its hierarchy has a table of its own} */
    boolean isJoined() {
        return root().notes.find("Inheritance").flatMap(it -> it.constant("strategy")).filter("JOINED"::equals)
                .isPresent();
    }

    /** {@return whether it is in the table of the entity that it extends} */
    boolean sharesTable() {
        return parent.isPresent() && !isJoined();
    }
}

package restrack.wanted.entity;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/**
 * An entity.
 *
 * @param element    its class
 * @param name       its name in queries, from which other names are made
 * @param table      the name of its table
 * @param attributes its attributes, with those of its mapped superclasses
 * @param notes      the annotations of its class
 * @param where      the place of its class
 */
record EntityType(TypeElement element, String name, String table, List<Attribute> attributes, Notes notes,
        String where) {
    /** Reads an entity's class. */
    static EntityType of(TypeElement element, Reading reading, Names names) {
        var notes = reading.notes(element);
        var simple = element.getSimpleName().toString();
        Vocabulary.checkEntity(notes, simple, reading);
        var name = notes.find("Entity").map(it -> it.text("name")).filter(it -> !it.isBlank()).orElse(simple);
        var table = names.of(notes.find("Table").map(it -> it.text("name")).orElse(""), name);
        var attributes = Attributes.ofEntity(element, reading);
        if (attributes.stream().noneMatch(Attribute::inKey)) {
            throw Problem.at(reading.where(element), "The entity %s has no @Id.".formatted(simple),
                    "Add one: @Id @GeneratedValue Long id.");
        }
        Overrides.of(notes).require(attributes, simple, reading);
        return new EntityType(element, name, table, attributes, notes, reading.where(element));
    }

    /** {@return the attributes of the primary key} */
    List<Attribute> key() {
        return attributes.stream().filter(Attribute::inKey).toList();
    }

    Optional<Attribute> attribute(String wanted) {
        return attributes.stream().filter(it -> it.name().equals(wanted)).findFirst();
    }
}

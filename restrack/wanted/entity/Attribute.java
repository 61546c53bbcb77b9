package restrack.wanted.entity;

import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/**
 * An attribute of an entity: a field, a property, a component of a record.
 *
 * @param name    its name in Java
 * @param owner   the name of the class that declares it
 * @param type    its type, as the entity sees it
 * @param kind    what it is to the database
 * @param notes   its annotations
 * @param element where it is declared
 * @param inKey   whether it is a part of the primary key
 */
record Attribute(String name, String owner, TypeMirror type, AttributeKind kind, Notes notes, Element element,
        boolean inKey) {
    /** {@return its name as messages show it: {@code User.email}} */
    String shown() {
        return owner + "." + name;
    }

    /** {@return the same attribute as a part of a key} */
    Attribute asKey() {
        return new Attribute(name, owner, type, kind, notes, element, true);
    }

    /** {@return the same attribute, of another type} What is collected, for instance. */
    Attribute of(TypeMirror other, AttributeKind otherKind) {
        return new Attribute(name, owner, other, otherKind, notes, element, inKey);
    }
}

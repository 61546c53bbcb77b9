package restrack.wanted.entity;

import java.util.Set;

/** What an attribute is to the database, and which annotations mean something on it. */
enum AttributeKind {
    BASIC("Basic", "Column", "Id", "Version", "Enumerated", "Temporal", "Lob", "Convert", "Converts", "GeneratedValue"),
    EMBEDDED("Embedded", "EmbeddedId", "AttributeOverride", "AttributeOverrides", "AssociationOverride",
            "AssociationOverrides"),
    TO_ONE("ManyToOne", "OneToOne", "JoinColumn", "JoinColumns", "Id", "MapsId"),
    TO_MANY("OneToMany", "ManyToMany", "JoinColumn", "JoinColumns", "JoinTable", "OrderBy", "MapKey", "OrderColumn"),
    ELEMENTS("ElementCollection", "CollectionTable", "Column", "Enumerated", "Temporal", "Lob", "Convert", "Converts",
            "AttributeOverride", "AttributeOverrides", "OrderBy", "OrderColumn");

    private final Set<String> understood;

    AttributeKind(String... understood) {
        this.understood = Set.of(understood);
    }

    /** {@return whether an annotation of jakarta.persistence means something on such an attribute} */
    boolean understands(String name) {
        return understood.contains(name) || name.equals("Access");
    }

    /** {@return what it is by its annotations} Basic, unless they say otherwise: the class may be embeddable. */
    static AttributeKind of(Notes notes) {
        if (notes.has("ManyToOne") || notes.has("OneToOne")) {
            return TO_ONE;
        }
        if (notes.has("OneToMany") || notes.has("ManyToMany")) {
            return TO_MANY;
        }
        if (notes.has("ElementCollection")) {
            return ELEMENTS;
        }
        return notes.has("Embedded") || notes.has("EmbeddedId") ? EMBEDDED : BASIC;
    }
}

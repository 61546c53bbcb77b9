package restrack.wanted.entity;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What is said of attributes from outside of the class that has them.
 *
 * @param notes  each {@code @AttributeOverride} and {@code @AssociationOverride}, by the path of the attribute:
 *               {@code city}, {@code address.city}
 * @param mapped the relations whose columns stand for an attribute of the key ({@code @MapsId}), by its path
 */
record Overrides(Map<String, Note> notes, Map<String, Attribute> mapped) {
    static final Overrides NONE = new Overrides(Map.of(), Map.of());

    static Overrides of(Notes notes) {
        var found = new LinkedHashMap<String, Note>();
        notes.repeated("AttributeOverride").forEach(it -> found.put(it.text("name"), it));
        notes.repeated("AssociationOverride").forEach(it -> found.put(it.text("name"), it));
        return new Overrides(found, Map.of());
    }

    /** {@return these, and the relations that stand for attributes of the key} */
    Overrides with(Map<String, Attribute> relations) {
        return new Overrides(notes, relations);
    }

    /** {@return the column of an attribute} */
    Optional<Note> column(String attribute) {
        return Optional.ofNullable(notes.get(attribute)).flatMap(it -> it.note("column"));
    }

    /** {@return what is said of the columns of a relation} */
    Optional<Note> association(String attribute) {
        return Optional.ofNullable(notes.get(attribute));
    }

    /** {@return what is said of the attributes of an embedded one} */
    Overrides under(String attribute) {
        return new Overrides(under(attribute, notes), under(attribute, mapped));
    }

    private static <T> Map<String, T> under(String attribute, Map<String, T> paths) {
        var found = new LinkedHashMap<String, T>();
        paths.forEach((path, value) -> {
            if (path.startsWith(attribute + ".")) {
                found.put(path.substring(attribute.length() + 1), value);
            }
        });
        return found;
    }

    /** {@return these, where others say nothing} */
    Overrides below(Overrides others) {
        var allNotes = new LinkedHashMap<>(notes);
        allNotes.putAll(others.notes);
        var allMapped = new HashMap<>(mapped);
        allMapped.putAll(others.mapped);
        return new Overrides(allNotes, allMapped);
    }

    /** Refuses those that are of no attribute, or of one of another kind. */
    void require(List<Attribute> attributes, String owner, Reading reading) {
        notes.forEach((path, note) -> {
            var attribute = attributes.stream()
                    .filter(it -> path.equals(it.name()) || path.startsWith(it.name() + ".")).findFirst()
                    .orElseThrow(() -> Problem.at(reading.where(note), "@%s names %s, which %s does not have."
                            .formatted(note.simpleName(), path, owner), "Name an attribute, not a column."));
            UnaryOperator<String> wrong = it -> "@%s names %s, which %s.".formatted(note.simpleName(), path, it);
            var relation = note.simpleName().equals("AssociationOverride");
            var whole = path.equals(attribute.name());
            if (whole && relation != (attribute.kind() == AttributeKind.TO_ONE)) {
                throw Problem.at(reading.where(note), wrong.apply(relation ? "refers to no single entity"
                        : "is no single column"), "@AttributeOverride is for columns that hold values, "
                        + "@AssociationOverride for those of @ManyToOne and @OneToOne.");
            }
            if (note.says("joinTable")) {
                throw Problem.at(reading.where(note), wrong.apply("is not understood with a joinTable"),
                        "Write the relation in each class.");
            }
        });
    }
}

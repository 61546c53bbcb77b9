package restrack.wanted.entity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is said of columns from outside of the class that has the attribute.
 *
 * @param notes each {@code @AttributeOverride}, by the path of the attribute: {@code city}, {@code address.city}
 */
record Overrides(Map<String, Note> notes) {
    static final Overrides NONE = new Overrides(Map.of());

    static Overrides of(Notes notes) {
        var found = new LinkedHashMap<String, Note>();
        notes.repeated("AttributeOverride").forEach(it -> found.put(it.text("name"), it));
        return new Overrides(found);
    }

    /** {@return the column of an attribute} */
    Optional<Note> column(String attribute) {
        return Optional.ofNullable(notes.get(attribute)).flatMap(it -> it.note("column"));
    }

    /** {@return what is said of the attributes of an embedded one} */
    Overrides under(String attribute) {
        var found = new LinkedHashMap<String, Note>();
        notes.forEach((path, note) -> {
            if (path.startsWith(attribute + ".")) {
                found.put(path.substring(attribute.length() + 1), note);
            }
        });
        return new Overrides(found);
    }

    /** {@return these, where others say nothing} */
    Overrides below(Overrides others) {
        var found = new LinkedHashMap<>(notes);
        found.putAll(others.notes);
        return new Overrides(found);
    }

    /** Refuses those that are of no attribute. */
    void require(Iterable<Attribute> attributes, String owner, Reading reading) {
        notes.forEach((path, note) -> {
            for (var attribute : attributes) {
                if (path.equals(attribute.name()) || path.startsWith(attribute.name() + ".")) {
                    return;
                }
            }
            throw Problem.at(reading.where(note), "@AttributeOverride names %s, which %s does not have."
                    .formatted(path, owner), "");
        });
    }
}

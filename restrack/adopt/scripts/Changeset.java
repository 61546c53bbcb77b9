package restrack.adopt.scripts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A changeset of a Liquibase file, as it was found.
 *
 * @param file          the file
 * @param author        its author
 * @param id            its id
 * @param attributes    what its line says besides, by lower-case name
 * @param comment       what it is for; may be empty
 * @param preconditions the lines that say when it may run
 * @param up            its text
 * @param down          the text of its way back; none where nothing is said of one
 */
record Changeset(String file, String author, String id, Map<String, String> attributes, String comment,
                 List<String> preconditions, String up, Optional<String> down) {
    Changeset {
        attributes = Map.copyOf(attributes);
        preconditions = List.copyOf(preconditions);
    }

    /** {@return how Liquibase's messages name it} */
    String name() {
        return author + ":" + id;
    }

    /** {@return the value of an attribute; empty if it is not there} */
    String attribute(String name) {
        return attributes.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /** {@return whether an attribute is there and true} */
    boolean is(String attribute) {
        return attribute(attribute).equalsIgnoreCase("true");
    }

    /** {@return whether an attribute is there and false} */
    boolean isNot(String attribute) {
        return attribute(attribute).equalsIgnoreCase("false");
    }

    /** {@return whether it runs on a database of that kind: {@code dbms:sqlite,h2}, {@code dbms:!oracle}} */
    boolean runsOn(String database) {
        var kinds = Arrays.stream(attribute("dbms").toLowerCase(Locale.ROOT).split(",")).map(String::strip)
                .filter(it -> !it.isEmpty()).toList();
        if (kinds.contains("!" + database) || kinds.contains("none")) {
            return false;
        }
        var wanted = kinds.stream().filter(it -> !it.startsWith("!")).toList();
        return wanted.isEmpty() || wanted.contains(database) || wanted.contains("all");
    }
}

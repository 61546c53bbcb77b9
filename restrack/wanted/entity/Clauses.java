package restrack.wanted.entity;

import java.util.List;
import java.util.Optional;

/** Constraints as they stand in CREATE TABLE. */
final class Clauses {
    private Clauses() {
    }

    /** {@return the clause of a {@code @CheckConstraint}} */
    static String check(Note check, Names names, Reading reading) {
        if (check.text("constraint").isBlank()) {
            throw Problem.at(reading.where(check), "@CheckConstraint has no constraint.",
                    "Write the condition: @CheckConstraint(constraint = \"price > 0\").");
        }
        return named(check.text("name"), "CHECK (" + check.text("constraint").strip() + ")", check.text("options"),
                names);
    }

    /** {@return a clause over columns: {@code UNIQUE (a, b)}} */
    static String unique(List<String> columns, String name, String options, Names names) {
        return named(name, "UNIQUE (" + names.list(columns) + ")", options, names);
    }

    /**
     * {@return the clause of a foreign key; nothing if there is to be none}
     *
     * @param key    what is said of it
     * @param parent the table that it refers to
     */
    static Optional<String> foreignKey(Optional<Note> key, List<String> columns, String parent, List<String> parents,
            Names names) {
        if (key.flatMap(it -> it.constant("value")).filter("NO_CONSTRAINT"::equals).isPresent()) {
            return Optional.empty();
        }
        var definition = key.map(it -> it.text("foreignKeyDefinition").strip()).filter(it -> !it.isEmpty());
        var name = key.map(it -> it.text("name")).filter(it -> definition.isEmpty()
                || !definition.get().regionMatches(true, 0, "CONSTRAINT ", 0, "CONSTRAINT ".length())).orElse("");
        return Optional.of(named(name, definition.orElseGet(() -> "FOREIGN KEY (%s) REFERENCES %s (%s)".formatted(
                names.list(columns), names.quoted(parent), names.list(parents))),
                key.map(it -> it.text("options")).orElse(""), names));
    }

    private static String named(String name, String clause, String options, Names names) {
        var named = name.isBlank() ? clause : "CONSTRAINT " + names.quoted(Names.unquoted(name)) + " " + clause;
        return options.isBlank() ? named : named + " " + options.strip();
    }
}

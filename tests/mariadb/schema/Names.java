package tests.mariadb.schema;

import java.util.List;

/** What of two databases is compared when names that nobody gave do not count. */
final class Names {
    private Names() {
    }

    /** {@return lines of {@link Shown} without names of keys and constraints, sorted} */
    static List<String> without(List<String> shown) {
        return shown.stream().map(it -> it.replaceFirst(": CONSTRAINT `(?:[^`]|``)+`", ": ")
                .replaceFirst(": ((?:UNIQUE |FULLTEXT )?KEY) `(?:[^`]|``)+`", ": $1")).sorted().toList();
    }

    /** {@return the lines without the numbers that the server gives to foreign keys, sorted} */
    static List<String> withoutNumbers(List<String> shown) {
        return shown.stream().map(it -> it.replaceFirst("_ibfk_\\d+`", "_ibfk`")).sorted().toList();
    }
}

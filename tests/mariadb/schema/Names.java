package tests.mariadb.schema;

import java.util.List;
import tests.servers.TestDatabase;

/** What of two databases is compared when names that nobody gave do not count. */
final class Names {
    private Names() {
    }

    /** {@return lines of {@link Shown} without names of keys and constraints, sorted} */
    static List<String> without(List<String> shown) {
        return shown.stream().map(it -> it.replaceFirst(": CONSTRAINT `(?:[^`]|``)+`", ": ")
                .replaceFirst(": ((?:UNIQUE |FULLTEXT )?KEY) `(?:[^`]|``)+`", ": $1")).sorted().toList();
    }

    /** {@return the columns in their order} */
    static List<String> columns(TestDatabase database) {
        return database.query("SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = "
                + "database() AND table_name NOT LIKE 'migrate\\_%' ORDER BY table_name, ordinal_position");
    }
}

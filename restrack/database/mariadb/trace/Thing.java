package restrack.database.mariadb.trace;

import java.util.Locale;
import java.util.Set;

/**
 * Something that a statement can make, change or drop.
 *
 * @param kind   what it is
 * @param schema the database that it is in; empty for the one of the session
 * @param name   its name; empty for a database
 */
record Thing(Kind kind, String schema, String name) {
    /** Kinds that {@code SHOW CREATE} knows (MariaDB documentation, "SHOW CREATE …"). */
    enum Kind {
        /** A table or a view: their names are of one room. */
        TABLE("TABLE", 2, Set.of(1146, 1049)),
        SEQUENCE("SEQUENCE", 2, Set.of(1146, 1049, 4091)),
        TRIGGER("TRIGGER", 3, Set.of(1360, 1049)),
        PROCEDURE("PROCEDURE", 3, Set.of(1305, 1049)),
        FUNCTION("FUNCTION", 3, Set.of(1305, 1049)),
        PACKAGE("PACKAGE", 3, Set.of(1305, 1049)),
        PACKAGE_BODY("PACKAGE BODY", 3, Set.of(1305, 1049)),
        EVENT("EVENT", 4, Set.of(1539, 1049)),
        DATABASE("DATABASE", 2, Set.of(1049));

        private final String words;
        private final int column;
        private final Set<Integer> absent;

        Kind(String words, int column, Set<Integer> absent) {
            this.words = words;
            this.column = column;
            this.absent = absent;
        }

        /** {@return what it is called in statements} */
        String words() {
            return words;
        }

        /** {@return in which column {@code SHOW CREATE} has the definition} */
        int column() {
            return column;
        }

        /** {@return whether the number of an error says that there is no such thing} */
        boolean isAbsent(int error) {
            return absent.contains(error);
        }
    }

    /** {@return its name as it can stand in a statement} */
    String quoted() {
        return schema.isEmpty() ? quote(name) : name.isEmpty() ? quote(schema) : quote(schema) + "." + quote(name);
    }

    static String quote(String name) {
        return '`' + name.replace("`", "``") + '`';
    }

    /** {@return what a message calls it} */
    String spoken() {
        return (kind == Kind.TABLE ? "" : kind.words().toLowerCase(Locale.ROOT) + " ")
                + (schema.isEmpty() ? name : name.isEmpty() ? schema : schema + "." + name);
    }
}

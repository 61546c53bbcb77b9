package restrack.database.mariadb.read;

import java.util.Locale;
import restrack.schema.Name;

/**
 * Names as MariaDB compares them. Those of columns, indexes, constraints and routines have no case; those of tables
 * have one on some systems and none on others (MariaDB documentation, "Identifier Case-sensitivity"). Here none has: a
 * schema in which two tables differ in nothing else is refused when it is read.
 */
public final class MariaNames {
    private MariaNames() {
    }

    /** {@return the name of something} */
    public static Name of(String text) {
        return new Name(text, text.toLowerCase(Locale.ROOT));
    }

    /** {@return a name as it can stand in a statement, whatever it contains} */
    public static String quoted(String name) {
        return '`' + name.replace("`", "``") + '`';
    }

    /** {@return a name as it can stand in a statement} */
    public static String quoted(Name name) {
        return quoted(name.text());
    }
}

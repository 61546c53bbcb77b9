package restrack.database.postgres.read;

import java.nio.charset.StandardCharsets;
import java.util.List;
import restrack.schema.Constraint;

/** The names that PostgreSQL gives constraints to which nobody gives one. */
final class ImpliedNames {
    /** The bytes that a name can have: NAMEDATALEN of a server that is built as usual, without the last. */
    private static final int LIMIT = 63;

    private ImpliedNames() {
    }

    /**
     * {@return whether the server could have chosen a name} With a number behind it, where the name was taken.
     *
     * @param table   the table
     * @param columns the columns of the constraint
     */
    static boolean has(String name, String table, Constraint.Kind kind, List<String> columns) {
        var middle = switch (kind) {
            case PRIMARY_KEY -> "";
            case CHECK -> columns.size() == 1 ? columns.get(0) : "";
            default -> String.join("_", columns);
        };
        var label = switch (kind) {
            case PRIMARY_KEY -> "pkey";
            case UNIQUE -> "key";
            case CHECK -> "check";
            case FOREIGN_KEY -> "fkey";
            case EXCLUSION -> "excl";
        };
        var number = name.replaceFirst("^.*?(\\d*)$", "$1");
        return name.equals(made(table, middle, label)) || !number.isEmpty()
                && name.equals(made(table, middle, label + number));
    }

    /** The longer of the two parts is cut until the whole fits. */
    private static String made(String table, String middle, String label) {
        int room = LIMIT - bytes(label) - 1 - (middle.isEmpty() ? 0 : 1);
        var first = table;
        var second = middle;
        while (bytes(first) + bytes(second) > room) {
            if (bytes(first) > bytes(second)) {
                first = first.substring(0, first.offsetByCodePoints(first.length(), -1));
            } else {
                second = second.substring(0, second.offsetByCodePoints(second.length(), -1));
            }
        }
        return first + (second.isEmpty() ? "" : "_" + second) + "_" + label;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}

package restrack.database.mariadb;

import java.util.Locale;
import restrack.database.ValueKind;

/**
 * What the values of a MariaDB type are, and how they are read and compared.
 *
 * @param kind      what they are
 * @param unsigned  whether they are whole numbers from 0 on
 * @param type      the type without its length: {@code varchar}
 * @param scale     how many digits stand behind the point
 */
record MariaValues(ValueKind kind, boolean unsigned, String type, int scale) {
    /**
     * {@return the values of a type}
     *
     * @param type  {@code data_type} of the catalog
     * @param whole {@code column_type} of the catalog
     */
    static MariaValues of(String type, String whole, int scale) {
        var lower = type.toLowerCase(Locale.ROOT);
        var kind = switch (lower) {
            case "tinyint" -> whole.equals("tinyint(1)") ? ValueKind.BOOLEAN : ValueKind.INTEGER;
            case "smallint", "mediumint", "int", "bigint", "year" -> ValueKind.INTEGER;
            case "decimal" -> ValueKind.DECIMAL;
            case "float", "double" -> ValueKind.REAL;
            case "date" -> ValueKind.DATE;
            case "time" -> ValueKind.TIME;
            case "datetime", "timestamp" -> ValueKind.DATETIME;
            case "binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob" -> ValueKind.BYTES;
            default -> ValueKind.TEXT;
        };
        return new MariaValues(kind, whole.contains("unsigned"), lower, scale);
    }

    /** {@return an expression for the value of a column that is the same for equal values and for no others} */
    String exact(String column) {
        return switch (type) {
            // The driver makes true and false of some of them.
            case "tinyint", "smallint", "mediumint", "int", "bigint" -> "CAST(" + column
                    + (unsigned ? " AS UNSIGNED)" : " AS SIGNED)");
            case "bit" -> "CAST(" + column + " AS UNSIGNED)";
            // As text, a FLOAT has six digits only.
            case "float", "double" -> "CAST(" + column + " AS DOUBLE) + 0e0";
            case "decimal", "char", "varchar", "tinytext", "text", "mediumtext", "longtext", "binary", "varbinary",
                    "tinyblob", "blob", "mediumblob", "longblob" -> column;
            case "date", "time", "datetime", "timestamp", "year", "enum", "set", "uuid", "inet4", "inet6" ->
                    "CAST(" + column + " AS CHAR)";
            default -> "HEX(" + column + ")";
        };
    }

    /** {@return what stands for a value where it is compared} Beside a text, a large number becomes a double. */
    String place() {
        return type.equals("bigint") && unsigned ? "CAST(? AS UNSIGNED)"
                : type.equals("decimal") ? "CAST(? AS DECIMAL(65, " + scale + "))" : "?";
    }

    /** {@return why rows cannot be gone through in the order of such a column; empty if they can} */
    String unordered() {
        return type.equals("enum") || type.equals("set")
                ? "is an " + type.toUpperCase(Locale.ROOT) + ", which is put in order by number and compared as text"
                : type.equals("float") ? "is a FLOAT, whose values cannot be written down exactly" : "";
    }
}

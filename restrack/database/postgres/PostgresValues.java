package restrack.database.postgres;

import java.util.Set;
import restrack.database.RowForm;
import restrack.database.ValueKind;

/** What the values of PostgreSQL's types are, and how they are given to it. */
final class PostgresValues {
    /** A text can be given for these as it is; a cast would cut off what is too long. */
    private static final Set<String> TEXTS = Set.of("text", "character varying", "character", "bpchar", "\"char\"",
            "name", "citext");

    private PostgresValues() {
    }

    /** {@return what values a type has, by its name in the catalog} */
    static ValueKind kind(String type) {
        return switch (type) {
            case "int2", "int4", "int8" -> ValueKind.INTEGER;
            case "numeric" -> ValueKind.DECIMAL;
            case "float4", "float8" -> ValueKind.REAL;
            case "bool" -> ValueKind.BOOLEAN;
            case "date" -> ValueKind.DATE;
            case "time" -> ValueKind.TIME;
            case "timestamp", "timestamptz" -> ValueKind.DATETIME;
            case "bytea" -> ValueKind.BYTES;
            default -> ValueKind.TEXT;
        };
    }

    /** {@return what stands for a value of a column: the server has to be told the type of what is given as text} */
    static String place(RowForm.Field field) {
        return switch (field.kind()) {
            case INTEGER, REAL, BOOLEAN, BYTES -> "?";
            default -> TEXTS.contains(field.type()) ? "?" : "CAST(? AS " + field.type() + ")";
        };
    }
}

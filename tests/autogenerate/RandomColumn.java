package tests.autogenerate;

import java.util.List;
import java.util.Random;

/**
 * A column of a random schema.
 *
 * @param collation    its collation; empty for none
 * @param notNull      whether it is NOT NULL
 * @param conflict     what is said ON CONFLICT of NOT NULL; empty for nothing
 * @param defaultValue its default; empty for none
 * @param generated    what it is computed from, in words of the columns before it; empty for an ordinary one
 */
record RandomColumn(String name, String type, String collation, boolean notNull, String conflict, String defaultValue,
        String generated, boolean stored) {
    private static final List<String> TYPES = List.of("INTEGER", "INT", "BIGINT", "TEXT", "VARCHAR(20)",
            "VARCHAR(320)", "REAL", "DOUBLE PRECISION", "NUMERIC(10, 2)", "BLOB", "BOOLEAN", "DATETIME", "");
    private static final List<String> STRICT = List.of("INTEGER", "INT", "REAL", "TEXT", "BLOB", "ANY");
    private static final List<String> TEXTS = List.of("'x'", "'it''s'", "''", "CURRENT_TIMESTAMP", "(lower('X'))");
    private static final List<String> NUMBERS = List.of("0", "1", "-1", "TRUE", "(1 + 1)", "2.5");

    static RandomColumn of(Random random, String name, boolean strict, List<String> before) {
        var type = pick(random, strict ? STRICT : TYPES);
        boolean text = type.contains("CHAR") || type.equals("TEXT");
        boolean number = !text && !type.equals("BLOB") && !(strict && type.startsWith("INT"));
        var collation = text && random.nextInt(6) == 0 ? pick(random, List.of("NOCASE", "RTRIM", "BINARY")) : "";
        if (!before.isEmpty() && random.nextInt(10) == 0) {
            return new RandomColumn(name, type, collation, false, "", "", pick(random, before), random.nextBoolean());
        }
        boolean notNull = random.nextInt(3) == 0;
        var conflict = notNull && random.nextInt(10) == 0 ? pick(random, List.of("IGNORE", "REPLACE", "ABORT")) : "";
        var value = random.nextInt(3) > 0 ? "" : text ? pick(random, TEXTS) : number ? pick(random, NUMBERS)
                : random.nextInt(3) == 0 ? "NULL" : "";
        if (strict && (value.contains(".") || type.equals("REAL")) && !type.equals("ANY")) {
            value = "";
        }
        return new RandomColumn(name, type, collation, notNull, conflict, value, "", false);
    }

    static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    boolean isText() {
        return type.contains("CHAR") || type.equals("TEXT");
    }

    String sql(Spelling spelling) {
        var sql = new StringBuilder(spelling.name(name));
        if (!type.isEmpty()) {
            sql.append(' ').append(spelling.words(type));
        }
        if (!collation.isEmpty()) {
            sql.append(spelling.words(" COLLATE ")).append(collation);
        }
        if (notNull) {
            sql.append(spelling.words(" NOT NULL"));
            sql.append(conflict.isEmpty() ? "" : spelling.words(" ON CONFLICT " + conflict));
        }
        if (!defaultValue.isEmpty()) {
            sql.append(spelling.words(" DEFAULT ")).append(defaultValue.startsWith("(") ? defaultValue
                    : spelling.literal(defaultValue));
        }
        if (!generated.isEmpty()) {
            // With a comment between the two words SQLite takes them for a type.
            sql.append(' ').append(spelling.words("GENERATED")).append(' ').append(spelling.words("ALWAYS"))
                    .append(spelling.words(" AS ")).append("(coalesce(").append(spelling.name(generated))
                    .append(", 0))").append(spelling.words(stored ? " STORED" : " VIRTUAL"));
        }
        return sql.toString();
    }
}

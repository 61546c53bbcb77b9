package restrack.database.sqlite.draft;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Whether values keep their meaning in a column of another type. What SQLite would store is what the affinity makes of
 * a value (SQLite documentation, "Datatypes In SQLite", 3): that has to be the same value, written in the same way if
 * it was a text, and one that the type's name promises.
 *
 * @param type   the new type, as it is written
 * @param strict whether the table is STRICT
 */
public record Fit(String type, boolean strict) {
    private static final Pattern LENGTH = Pattern.compile("(?i)^.*CHAR[^(]*\\(\\s*\\+?(\\d+)\\s*\\)\\s*$",
            Pattern.DOTALL);
    /** Types that SQLite files under numbers, although what they hold is a text at least as often. */
    private static final Pattern NO_NUMBER = Pattern.compile("(?i)DATE|TIME|BOOL|UUID|JSON|STRING|ENUM|ANY");

    /** {@return how many characters the type has room for, if it says so: 320 for {@code VARCHAR(320)}} */
    OptionalLong length() {
        var found = LENGTH.matcher(type);
        return found.matches() && found.group(1).length() < 10 ? OptionalLong.of(Long.parseLong(found.group(1)))
                : OptionalLong.empty();
    }

    /** {@return a condition that is true for the values which are too long; empty if none can be} */
    public String tooLong(String value) {
        var length = length();
        return length.isEmpty() ? ""
                : "length(%s) > %d".formatted(value, length.getAsLong());
    }

    /**
     * {@return a condition that is true for the values which would not be what they were}
     *
     * @param value an expression of the affinity that the values are stored with now
     */
    public String misfit(String value) {
        var kind = switch (Affinity.of(type, strict)) {
            case INTEGER -> integer(value);
            case REAL -> real(value);
            case TEXT -> text(value);
            case BLOB -> strict && type.equalsIgnoreCase("BLOB") ? "typeof(%s) NOT IN ('null', 'blob')".formatted(value)
                    : "0";
            case NUMERIC -> NO_NUMBER.matcher(type).find() ? unlessNumber(value) : numeric(value);
        };
        var tooLong = tooLong(value);
        return tooLong.isEmpty() ? kind : "(" + kind + ") OR " + tooLong;
    }

    /** {@return a condition that is true for the values which SQLite does not take for a rowid} */
    public static String noWholeNumber(String value) {
        return """
                CASE typeof(%1$s) WHEN 'null' THEN 0 WHEN 'integer' THEN 0 \
                WHEN 'real' THEN %1$s <> CAST(%1$s AS INTEGER) \
                WHEN 'text' THEN trim(%1$s) = '' OR ltrim(trim(%1$s), '+-') GLOB '*[^0-9]*' ELSE 1 END"""
                .formatted(value);
    }

    private static String integer(String value) {
        return """
                CASE typeof(%1$s) WHEN 'null' THEN 0 WHEN 'integer' THEN 0 \
                WHEN 'real' THEN %1$s <> CAST(%1$s AS INTEGER) \
                WHEN 'text' THEN typeof(CAST(%1$s AS NUMERIC)) <> 'integer' OR %2$s ELSE 1 END"""
                .formatted(value, writtenDifferently(value, "NUMERIC"));
    }

    private static String real(String value) {
        return """
                CASE typeof(%1$s) WHEN 'null' THEN 0 WHEN 'real' THEN 0 \
                WHEN 'integer' THEN CAST(CAST(%1$s AS REAL) AS INTEGER) <> %1$s \
                WHEN 'text' THEN %2$s AND %3$s ELSE 1 END"""
                .formatted(value, writtenDifferently(value, "REAL"), writtenDifferently(value, "NUMERIC"));
    }

    private static String numeric(String value) {
        return """
                CASE typeof(%1$s) WHEN 'text' THEN %2$s WHEN 'blob' THEN 1 ELSE 0 END"""
                .formatted(value, writtenDifferently(value, "NUMERIC"));
    }

    /** A text that is no number stays as it is; one that is becomes a number, and then has to be written as one. */
    private static String unlessNumber(String value) {
        return """
                CASE typeof(%1$s) WHEN 'text' THEN %1$s = CAST(%1$s AS NUMERIC) AND %2$s ELSE 0 END"""
                .formatted(value, writtenDifferently(value, "NUMERIC"));
    }

    private String text(String value) {
        return """
                CASE typeof(%1$s) WHEN 'real' THEN CAST(CAST(%1$s AS TEXT) AS REAL) <> %1$s \
                WHEN 'blob' THEN %2$d ELSE 0 END""".formatted(value, strict ? 1 : 0);
    }

    /** '000123' as a number is written 123: that it was six digits long is lost. */
    private static String writtenDifferently(String value, String number) {
        return "CAST(CAST(%1$s AS %2$s) AS TEXT) COLLATE BINARY <> %1$s".formatted(value, number);
    }
}

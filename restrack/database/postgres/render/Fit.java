package restrack.database.postgres.render;

import java.util.Optional;
import java.util.regex.Pattern;
import restrack.database.postgres.read.Quoted;
import restrack.database.postgres.render.TypeChange.Family;

/**
 * Which values of a column another type does not keep, as conditions. Where only the server could tell, there is none;
 * {@code pg_input_is_valid} is there since PostgreSQL 16, and before that nothing is said.
 *
 * @param refused is true for values that the server refuses
 * @param altered is true for values that the server takes, and that would be others then
 */
record Fit(Optional<String> refused, Optional<String> altered) {
    private static final Fit ALL = new Fit(Optional.empty(), Optional.empty());
    private static final Pattern LIMITS = Pattern.compile("\\((\\d+)(?:,(-?\\d+))?\\)");
    private static final String NUMBER = "'^\\s*[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?\\s*$'";
    private static final String UUID = "'^\\{?[0-9a-fA-F]{8}-?([0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}\\}?$'";
    private static final String BOOLEANS = "('t', 'tr', 'tru', 'true', 'f', 'fa', 'fal', 'fals', 'false', 'y', 'ye', "
            + "'yes', 'n', 'no', 'on', 'of', 'off', '1', '0')";

    /**
     * {@return what a type does to the values of a column}
     *
     * @param value the column, as it stands in a statement
     */
    static Fit of(String value, String from, String to) {
        var old = TypeChange.family(from);
        if (from.equals(to)) {
            return ALL;
        }
        return switch (TypeChange.family(to)) {
            case INTEGER, NUMBER -> old == Family.TEXT ? ofText(value, to) : TypeChange.isNumber(old)
                    ? ofNumber(value + "::numeric", from, to) : ALL;
            case TEXT -> limits(to).map(it -> refusing("char_length(rtrim(" + value + "::text)) > " + it[0]))
                    .orElse(ALL);
            case BOOLEAN -> old == Family.TEXT ? refusing("lower(btrim(" + value + ")) NOT IN " + BOOLEANS)
                    : TypeChange.isNumber(old) ? altering(value + " NOT IN (0, 1)") : ALL;
            case UUID -> old == Family.TEXT ? refusing(value + " !~ " + UUID) : other(value, old, to);
            case DATE -> old == Family.DATE ? altering(value + " <> " + value + "::" + to) : other(value, old, to);
            case TIME -> old == Family.DATE ? altering(value + " IS NOT NULL")
                    : old == Family.TIME ? altering(value + " <> " + value + "::" + to) : other(value, old, to);
            case INTERVAL -> old == Family.INTERVAL ? altering(value + " <> " + value + "::" + to)
                    : other(value, old, to);
            default -> other(value, old, to);
        };
    }

    private static Fit other(String value, Family old, String to) {
        return old == Family.TEXT || old == Family.OTHER
                ? refusing("NOT pg_input_is_valid(" + value + "::text, " + Quoted.string(to) + ")") : ALL;
    }

    private static Fit ofText(String value, String to) {
        var integer = "'^\\s*[-+]?\\d+\\s*$'";
        var shape = TypeChange.family(to) == Family.INTEGER ? integer : NUMBER;
        var number = ofNumber(value + "::numeric", "numeric", to);
        return new Fit(Optional.of("CASE WHEN " + value + " ~ " + shape + " THEN " + number.refused().orElse("false")
                + " ELSE true END"), number.altered().map(it -> "CASE WHEN " + value + " ~ " + shape + " THEN " + it
                + " ELSE false END"));
    }

    private static Fit ofNumber(String value, String from, String to) {
        if (TypeChange.family(to) == Family.INTEGER) {
            boolean whole = TypeChange.family(from) == Family.INTEGER;
            int bits = bits(to);
            return new Fit(whole && bits(from) <= bits ? Optional.empty() : Optional.of("round(" + value
                    + ") NOT BETWEEN " + -(1L << bits - 2) * 2 + " AND " + ((1L << bits - 2) - 1 + (1L << bits - 2))),
                    whole ? Optional.empty() : Optional.of(value + " <> round(" + value + ")"));
        }
        if (TypeChange.bare(to).equals("numeric")) {
            return limits(to).map(it -> new Fit(Optional.of("abs(round(" + value + ", " + it[1] + ")) >= 1e"
                    + (it[0] - it[1])), Optional.of(value + " <> round(" + value + ", " + it[1] + ")"))).orElse(ALL);
        }
        return from.equals("real") || from.equals("smallint") ? ALL
                : altering(value + " <> " + value + "::" + to + "::numeric");
    }

    private static int bits(String type) {
        return type.equals("smallint") ? 16 : type.equals("integer") ? 32 : 64;
    }

    private static Optional<int[]> limits(String type) {
        var limits = LIMITS.matcher(type);
        return limits.find() ? Optional.of(new int[] {Integer.parseInt(limits.group(1)),
                limits.group(2) == null ? 0 : Integer.parseInt(limits.group(2))}) : Optional.empty();
    }

    private static Fit refusing(String condition) {
        return new Fit(Optional.of(condition), Optional.empty());
    }

    private static Fit altering(String condition) {
        return new Fit(Optional.empty(), Optional.of(condition));
    }
}

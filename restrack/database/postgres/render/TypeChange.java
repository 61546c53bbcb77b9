package restrack.database.postgres.render;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How values of one type become values of another (PostgreSQL documentation, 'ALTER TABLE': without USING there has to
 * be an assignment cast).
 *
 * @param using what stands behind USING; empty where nothing has to
 * @param todo  what a person has to decide, as a sentence; empty if nothing
 */
record TypeChange(Optional<String> using, String todo) {
    /** Types that are alike in what becomes of their values. */
    enum Family {
        INTEGER, NUMBER, BOOLEAN, TEXT, DATE, TIME, INTERVAL, UUID, JSON, BYTES, OTHER
    }

    private static final Map<String, Family> FAMILIES = Map.ofEntries(Map.entry("smallint", Family.INTEGER),
            Map.entry("integer", Family.INTEGER), Map.entry("bigint", Family.INTEGER),
            Map.entry("numeric", Family.NUMBER), Map.entry("real", Family.NUMBER),
            Map.entry("double precision", Family.NUMBER), Map.entry("boolean", Family.BOOLEAN),
            Map.entry("text", Family.TEXT), Map.entry("character varying", Family.TEXT),
            Map.entry("character", Family.TEXT), Map.entry("name", Family.TEXT), Map.entry("citext", Family.TEXT),
            Map.entry("date", Family.DATE), Map.entry("timestamp without time zone", Family.DATE),
            Map.entry("timestamp with time zone", Family.DATE), Map.entry("time without time zone", Family.TIME),
            Map.entry("time with time zone", Family.TIME), Map.entry("interval", Family.INTERVAL),
            Map.entry("uuid", Family.UUID), Map.entry("json", Family.JSON), Map.entry("jsonb", Family.JSON),
            Map.entry("bytea", Family.BYTES));

    /**
     * {@return how the values of a column are carried over}
     *
     * @param column the column, as it stands in a statement
     */
    static TypeChange of(String column, String from, String to) {
        var old = family(from);
        var wanted = family(to);
        if (isAssigned(old, wanted, from, to)) {
            return new TypeChange(Optional.empty(), "");
        }
        if (old == Family.TEXT || old == Family.BOOLEAN && bare(to).equals("integer")) {
            return using(column + "::" + to);
        }
        if (old == Family.BOOLEAN && isNumber(wanted)) {
            return using(column + "::integer::" + to);
        }
        if (isNumber(old) && wanted == Family.BOOLEAN) {
            return using("(" + column + " <> 0)");
        }
        var byText = column + "::text::" + to;
        return old == Family.OTHER || wanted == Family.OTHER || wanted == Family.JSON && old != Family.BYTES
                ? using(byText) : new TypeChange(Optional.of(byText), "Say how a value of the type " + from
                + " becomes one of " + to + ".");
    }

    private static TypeChange using(String expression) {
        return new TypeChange(Optional.of(expression), "");
    }

    private static boolean isAssigned(Family old, Family wanted, String from, String to) {
        return wanted == Family.TEXT || bare(from).equals(bare(to)) || isNumber(old) && isNumber(wanted)
                || old == wanted && List.of(Family.DATE, Family.TIME, Family.JSON).contains(old)
                || old == Family.DATE && wanted == Family.TIME && !from.equals("date")
                || old == Family.TIME && wanted == Family.INTERVAL && !bare(from).contains("with time zone")
                || old == Family.INTERVAL && wanted == Family.TIME && !bare(to).contains("with time zone");
    }

    static boolean isNumber(Family family) {
        return family == Family.INTEGER || family == Family.NUMBER;
    }

    /** {@return what a type is like} */
    static Family family(String type) {
        return FAMILIES.getOrDefault(bare(type), Family.OTHER);
    }

    /** {@return a type without its length: {@code timestamp(3) with time zone} is one with a time zone} */
    static String bare(String type) {
        return type.replaceFirst("\\([^()]*\\)", "");
    }
}

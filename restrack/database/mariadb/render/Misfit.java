package restrack.database.mariadb.render;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import restrack.database.mariadb.read.MariaNames;
import restrack.schema.Column;

/**
 * Which values of a column would be refused, cut or changed in another one (MariaDB documentation, "Data Types", for
 * the ranges). A condition is true for them; it is {@code 0} where none can be.
 */
final class Misfit {
    private static final Pattern TYPE = Pattern.compile("(\\w+)(?:\\((.*)\\))?(.*)", Pattern.DOTALL);
    private static final Map<String, Integer> INTEGERS = Map.of("tinyint", 8, "smallint", 16, "mediumint", 24, "int",
            32, "bigint", 64);
    private static final Map<String, Long> LENGTHS = Map.of("tinytext", 255L, "text", 65535L, "mediumtext", 16777215L,
            "longtext", 4294967295L, "tinyblob", 255L, "blob", 65535L, "mediumblob", 16777215L, "longblob",
            4294967295L);
    private static final List<String> TEMPORAL = List.of("date", "datetime", "timestamp", "time");
    private static final List<String> APPROXIMATE = List.of("float", "double");

    private final String value;
    private final Type from;
    private final Type to;

    private Misfit(String value, Type from, Type to) {
        this.value = value;
        this.from = from;
        this.to = to;
    }

    /** A type: its word, what stands in its parentheses, what stands behind. */
    private record Type(String word, String arguments, String rest) {
        static Type of(String text) {
            var matcher = TYPE.matcher(text);
            return matcher.matches() ? new Type(matcher.group(1).toLowerCase(Locale.ROOT),
                    matcher.group(2) == null ? "" : matcher.group(2), matcher.group(3)) : new Type(text, "", "");
        }

        boolean isUnsigned() {
            return rest.contains("unsigned");
        }

        boolean isNumber() {
            return INTEGERS.containsKey(word) || word.equals("decimal") || APPROXIMATE.contains(word);
        }

        boolean isText() {
            return word.endsWith("char") || word.endsWith("text") || word.equals("enum");
        }

        int argument(int number, int fallback) {
            var all = arguments.split(",");
            return number < all.length && all[number].strip().matches("\\d+") ? Integer.parseInt(all[number].strip())
                    : fallback;
        }

        List<String> members() {
            var members = Pattern.compile("'(?:[^'\\\\]|''|\\\\.)*'", Pattern.DOTALL).matcher(arguments);
            return members.results().map(it -> it.group()).toList();
        }
    }

    /** {@return the condition} */
    static String condition(Column from, Column to) {
        var misfit = new Misfit(MariaNames.quoted(from.name()), Type.of(from.type().text()), Type.of(to.type().text()));
        var condition = misfit.condition();
        return condition.equals("0") ? "0" : misfit.value + " IS NOT NULL AND (" + condition + ")";
    }

    private String condition() {
        if (from.equals(to)) {
            return "0";
        }
        if (INTEGERS.containsKey(to.word())) {
            return integer();
        }
        if (TEMPORAL.contains(to.word())) {
            return temporal();
        }
        if (LENGTHS.containsKey(to.word())) {
            return LENGTHS.getOrDefault(from.word(), Long.MAX_VALUE) <= LENGTHS.get(to.word()) ? "0"
                    : "LENGTH(" + value + ") > " + LENGTHS.get(to.word());
        }
        return switch (to.word()) {
            case "varchar", "char" -> characters();
            case "varbinary", "binary" -> "LENGTH(" + value + ") > " + to.argument(0, 1);
            case "decimal" -> decimal();
            case "float" -> from.word().equals("double") ? value + " <> CAST(" + value + " AS FLOAT)" : number("0");
            case "double" -> number("0");
            case "enum" -> member();
            case "set" -> subset();
            case "uuid", "inet4", "inet6" -> from.isText() ? "CAST(" + value + " AS " + to.word() + ") IS NULL" : all();
            default -> from.word().equals(to.word()) ? "0" : all();
        };
    }

    /** Every value would be another one. */
    private static String all() {
        return "TRUE";
    }

    private String characters() {
        int length = to.argument(0, 1);
        boolean fits = from.isText() && from.word().equals(to.word()) && from.argument(0, Integer.MAX_VALUE) <= length;
        return fits ? "0" : "CHAR_LENGTH(" + value + ") > " + length
                + (to.word().equals("char") ? " OR " + value + " LIKE '% '" : "");
    }

    private String integer() {
        var least = to.isUnsigned() ? "0" : "-" + power(INTEGERS.get(to.word()) - 1);
        var most = power(INTEGERS.get(to.word()) - (to.isUnsigned() ? 0 : 1)).subtract(BigInteger.ONE);
        var range = value + " NOT BETWEEN " + least + " AND " + most;
        if (INTEGERS.containsKey(from.word())) {
            boolean wider = INTEGERS.get(to.word()) >= INTEGERS.get(from.word())
                    && to.isUnsigned() == from.isUnsigned();
            return wider ? "0" : range;
        }
        return from.isNumber() ? value + " <> ROUND(" + value + ") OR " + range
                : from.isText() && !from.word().equals("enum")
                ? "NOT TRIM(" + value + ") REGEXP '^[-+]?[0-9]+$' OR CAST(" + value + " AS DECIMAL(65, 0)) NOT BETWEEN "
                        + least + " AND " + most : all();
    }

    private static BigInteger power(int bits) {
        return BigInteger.ONE.shiftLeft(bits);
    }

    private String decimal() {
        int scale = to.argument(1, 0);
        int whole = to.argument(0, 10) - scale;
        if (from.word().equals("decimal") && from.argument(1, 0) <= scale && to.isUnsigned() == from.isUnsigned()
                && from.argument(0, 10) - from.argument(1, 0) <= whole) {
            return "0";
        }
        var exact = from.isText() ? "CAST(" + value + " AS DECIMAL(65, 30))" : value;
        return number(exact + " <> ROUND(" + exact + ", " + scale + ") OR ABS(" + exact + ") >= 1" + "0".repeat(whole)
                + (to.isUnsigned() ? " OR " + exact + " < 0" : ""));
    }

    /** What has to be a number, and beyond that must not be what a condition says. */
    private String number(String condition) {
        if (from.isNumber()) {
            return condition;
        }
        return !from.isText() || from.word().equals("enum") ? all() : "NOT TRIM(" + value
                + ") REGEXP '^[-+]?[0-9]+([.][0-9]*)?([eE][-+]?[0-9]+)?$'"
                + (condition.equals("0") ? "" : " OR " + condition);
    }

    private String temporal() {
        if (from.isNumber() || !from.isText() && !TEMPORAL.contains(from.word())
                || to.word().equals("time") != from.word().equals("time") && TEMPORAL.contains(from.word())) {
            return all();
        }
        var whole = "CAST(" + value + (to.word().equals("time") ? " AS TIME(6))" : " AS DATETIME(6))");
        var kept = "CAST(" + value + " AS " + switch (to.word()) {
            case "date" -> "DATE";
            case "time" -> "TIME(" + to.argument(0, 0) + ")";
            default -> "DATETIME(" + to.argument(0, 0) + ")";
        } + ")";
        var range = to.word().equals("timestamp") && !from.word().equals("timestamp")
                ? " OR " + whole + " NOT BETWEEN '1970-01-01 00:00:01' AND '2038-01-19 03:14:07'" : "";
        return whole + " IS NULL OR " + whole + " <> " + kept + range;
    }

    private String member() {
        var members = to.members();
        if (from.word().equals("enum") && members.containsAll(from.members())) {
            return "0";
        }
        return from.isText() ? value + " NOT IN (" + String.join(", ", members) + ")" : all();
    }

    private String subset() {
        if (from.word().equals("set")) {
            var gone = from.members().stream().filter(it -> !to.members().contains(it))
                    .map(it -> "FIND_IN_SET(" + it + ", " + value + ") > 0").collect(Collectors.joining(" OR "));
            return gone.isEmpty() ? "0" : gone;
        }
        return from.isText() ? value + " NOT IN ('', " + String.join(", ", to.members()) + ")" : all();
    }
}

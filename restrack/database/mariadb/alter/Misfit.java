package restrack.database.mariadb.alter;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which values another type would alter. In strict mode MariaDB refuses values that do not fit, and says which row by a
 * number that nobody knows; and it rounds numbers, cuts times off days and takes {@code '007'} for 7 without a word.
 */
final class Misfit {
    private static final Pattern TYPE = Pattern.compile(
            "(?is)\\s*([a-z0-9]+)(?:\\s+(?:precision|varying))?\\s*(?:\\(([^()]*)\\))?(.*)");
    private static final Map<String, Integer> INTEGER_BITS = Map.of("TINYINT", 8, "BOOLEAN", 8, "BOOL", 8,
            "SMALLINT", 16, "MEDIUMINT", 24, "INT", 32, "INTEGER", 32, "BIGINT", 64);
    private static final Map<String, Long> TEXT_BYTES = Map.of("TINYTEXT", 255L, "TEXT", 65_535L, "MEDIUMTEXT",
            16_777_215L, "LONGTEXT", 4_294_967_295L);
    private static final List<String> DECIMALS = List.of("DECIMAL", "NUMERIC", "DEC", "FIXED", "NUMBER");
    private static final List<String> TIMES = List.of("DATETIME", "TIMESTAMP");
    private static final String WHOLE = "'^(0|-?[1-9][0-9]*)$'";
    private static final String NUMBER = "'^-?(0|[1-9][0-9]*)([.][0-9]+)?$'";

    private final String column;
    private final String from;
    private final String type;
    private final String arguments;
    private final boolean unsigned;

    /**
     * @param column the column, quoted
     * @param from   its type
     * @param to     the type that it is to have
     */
    Misfit(String column, String from, String to) {
        this.column = column;
        this.from = name(from);
        var read = TYPE.matcher(to);
        boolean known = read.matches();
        this.type = known ? read.group(1).toUpperCase(Locale.ROOT) : "";
        this.arguments = known && read.group(2) != null ? read.group(2).strip() : "";
        this.unsigned = known && read.group(3).toUpperCase(Locale.ROOT).contains("UNSIGNED");
    }

    private static String name(String type) {
        var read = TYPE.matcher(type);
        return read.matches() ? read.group(1).toUpperCase(Locale.ROOT) : "";
    }

    /** {@return the condition for values that would be altered; nothing where MariaDB is the only one to know} */
    Optional<String> condition() {
        if (INTEGER_BITS.containsKey(type)) {
            return whole();
        }
        if (DECIMALS.contains(type)) {
            return decimal();
        }
        if (type.equals("DOUBLE") || type.equals("REAL") || type.equals("FLOAT")) {
            return real();
        }
        if (List.of("VARCHAR", "CHAR", "CHARACTER", "NVARCHAR", "NCHAR").contains(type)) {
            return characters();
        }
        if (TEXT_BYTES.containsKey(type)) {
            return Optional.of("length(" + text() + ") > " + TEXT_BYTES.get(type));
        }
        if (type.equals("ENUM") && !arguments.isEmpty() && fromText()) {
            return Optional.of(text() + " NOT IN (" + arguments + ")");
        }
        if (type.equals("JSON") && fromText()) {
            return Optional.of("NOT json_valid(" + column + ")");
        }
        return type.equals("DATE") ? date() : TIMES.contains(type) ? time() : Optional.empty();
    }

    private boolean fromText() {
        return ColumnText.isText(from);
    }

    private boolean fromNumber() {
        return INTEGER_BITS.containsKey(from) || DECIMALS.contains(from)
                || List.of("DOUBLE", "FLOAT", "REAL", "BIT", "YEAR").contains(from);
    }

    private boolean fromTime() {
        return TIMES.contains(from) || from.equals("DATE");
    }

    private String text() {
        return "CAST(" + column + " AS CHAR)";
    }

    private Optional<String> whole() {
        var bits = INTEGER_BITS.get(type);
        var most = BigInteger.ONE.shiftLeft(unsigned ? bits : bits - 1).subtract(BigInteger.ONE);
        var least = unsigned ? BigInteger.ZERO : most.negate().subtract(BigInteger.ONE);
        var range = " NOT BETWEEN " + least + " AND " + most;
        if (fromNumber()) {
            return Optional.of(column + " <> truncate(" + column + ", 0) OR " + column + range);
        }
        return Optional.of(fromText() ? text() + " NOT REGEXP " + WHOLE + " OR CAST(" + text() + " AS DECIMAL(65))"
                + range : column + " IS NOT NULL");
    }

    private Optional<String> decimal() {
        var wanted = "CAST(" + column + " AS DECIMAL(" + (arguments.isEmpty() ? "10" : arguments) + "))";
        if (fromNumber()) {
            return Optional.of(column + " <> " + wanted);
        }
        return Optional.of(fromText() ? text() + " NOT REGEXP " + NUMBER + " OR CAST(" + text()
                + " AS DECIMAL(65, 30)) <> " + wanted : column + " IS NOT NULL");
    }

    /** What is a number is compared as digits, lest both sides be rounded alike. */
    private Optional<String> real() {
        var real = "CAST(CAST(" + column + " AS " + (type.equals("FLOAT") ? "FLOAT" : "DOUBLE") + ") AS CHAR)";
        var differs = "CAST(" + real + " AS DECIMAL(65, 20)) <> CAST(" + text() + " AS DECIMAL(65, 20))";
        if (from.equals("DOUBLE") || from.equals("FLOAT") || from.equals("REAL")) {
            return type.equals("FLOAT") && !from.equals("FLOAT") ? Optional.of(real + " <> " + text())
                    : Optional.empty();
        }
        if (fromNumber()) {
            return Optional.of(differs);
        }
        return Optional.of(fromText() ? text() + " NOT REGEXP " + NUMBER + " OR " + differs : column + " IS NOT NULL");
    }

    private Optional<String> characters() {
        var length = arguments.isEmpty() ? "1" : arguments;
        var longer = "char_length(" + text() + ") > " + length;
        // CHAR gives back no spaces at the end.
        return Optional.of(type.startsWith("VAR") || type.equals("NVARCHAR") ? longer
                : longer + " OR " + text() + " LIKE '% '");
    }

    private Optional<String> date() {
        if (TIMES.contains(from)) {
            return Optional.of(column + " <> CAST(" + column + " AS DATE)");
        }
        return fromText() ? Optional.of("CAST(" + column + " AS DATE) IS NULL OR CAST(CAST(" + column
                + " AS DATE) AS CHAR) <> " + text()) : from.equals("DATE") ? Optional.empty()
                : Optional.of(column + " IS NOT NULL");
    }

    private Optional<String> time() {
        var wanted = "CAST(" + column + " AS DATETIME(" + (arguments.isEmpty() ? "0" : arguments) + "))";
        if (fromTime()) {
            return Optional.of(wanted + " <> CAST(" + column + " AS DATETIME(6))");
        }
        return Optional.of(fromText() ? wanted + " IS NULL OR " + wanted + " <> CAST(" + column + " AS DATETIME(6))"
                : column + " IS NOT NULL");
    }
}

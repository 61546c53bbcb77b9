package restrack.adhoc;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import restrack.database.ValueKind;

/** Makes values of the texts in a file. */
final class FieldValue {
    /** As SQLAlchemy writes a time in SQLite, and as ResTrack does. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");
    private static final Pattern OFFSET = Pattern.compile(".*(Z|[+-]\\d\\d(:?\\d\\d)?)", Pattern.CASE_INSENSITIVE);

    private FieldValue() {
    }

    /**
     * {@return the value that a text stands for; none if it stands for none of that kind}
     *
     * @param kind what values the column has
     * @param text the text, not null
     */
    static Optional<Object> of(ValueKind kind, String text) {
        return switch (kind) {
            case TEXT -> Optional.of(text);
            case INTEGER -> integer(text);
            case REAL -> number(text).map(it -> it);
            // As a text, so that the database makes of it what it can keep exactly.
            case DECIMAL -> number(text).map(it -> text);
            case BOOLEAN -> bool(text);
            case DATE, TIME, DATETIME -> time(kind, text);
            case BYTES -> bytes(text);
        };
    }

    /** {@return what such a value is called: {@code whole number}} */
    static String words(ValueKind kind) {
        return switch (kind) {
            case TEXT -> "text";
            case INTEGER -> "whole number";
            case REAL, DECIMAL -> "number";
            case BOOLEAN -> "truth value (true, false, 1, 0)";
            case DATE -> "date (2025-06-04)";
            case TIME -> "time (07:31:45)";
            case DATETIME -> "date and time (2025-06-04 07:31:45)";
            case BYTES -> "bytes in hex (0aff)";
        };
    }

    private static Optional<Object> integer(String text) {
        try {
            return Optional.of(Long.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Java's own parser takes blanks around it, NaN, 1d and hexadecimal numbers too. */
    private static Optional<Double> number(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i)) && "+-.eE".indexOf(text.charAt(i)) < 0) {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(Double.valueOf(text)).filter(Double::isFinite);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static Optional<Object> bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> Optional.of(true);
            case "false", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<Object> time(ValueKind kind, String text) {
        if (text.endsWith(".")) {
            // Java takes it, SQLite and SQLAlchemy do not.
            return Optional.empty();
        }
        try {
            return Optional.of(switch (kind) {
                case DATE -> LocalDate.parse(text).toString();
                case TIME -> {
                    LocalTime.parse(text);
                    yield text;
                }
                default -> dateTime(text);
            });
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** With a space it is kept as it stands; ISO 8601 becomes that form, with an offset in UTC. */
    private static String dateTime(String text) {
        if (isOrdinary(text)) {
            return text;
        }
        if (OFFSET.matcher(text.substring(Math.min(10, text.length()))).matches()) {
            return OffsetDateTime.parse(text.replace(' ', 'T')).withOffsetSameInstant(ZoneOffset.UTC).format(TIME);
        }
        var time = LocalDateTime.parse(text.replace(' ', 'T'));
        return text.indexOf(' ') > 0 ? text : time.format(TIME);
    }

    /**
     * {@return whether a time is certainly right: {@code 2025-06-04 07:31:45.5}} For others, and for the last days of a
     * month, Java is asked, which takes ten times as long, as a regular expression would.
     */
    private static boolean isOrdinary(String text) {
        int length = text.length();
        return length >= 19 && length <= 29 && text.charAt(4) == '-' && text.charAt(7) == '-'
                && text.charAt(10) == ' ' && text.charAt(13) == ':' && text.charAt(16) == ':'
                && isWithin(text, 0, 0, 99) && isWithin(text, 2, 0, 99)
                && isWithin(text, 5, 1, 12) && isWithin(text, 8, 1, 28)
                && isWithin(text, 11, 0, 23) && isWithin(text, 14, 0, 59) && isWithin(text, 17, 0, 59)
                && (length == 19 || length > 20 && text.charAt(19) == '.' && endsInDigits(text, 20));
    }

    private static boolean endsInDigits(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** {@return whether two digits are a number between these} */
    private static boolean isWithin(String text, int at, int least, int most) {
        char tens = text.charAt(at);
        char ones = text.charAt(at + 1);
        int number = (tens - '0') * 10 + ones - '0';
        return isDigit(tens) && isDigit(ones) && number >= least && number <= most;
    }

    private static Optional<Object> bytes(String text) {
        var hex = text.startsWith("0x") || text.startsWith("\\x") ? text.substring(2) : text;
        try {
            return Optional.of(HexFormat.of().parseHex(hex));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

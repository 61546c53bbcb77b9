package restrack.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.schema.Subject;

/** Turns what a setting says into what it means, or into an error that names where it was said. */
final class Value {
    private Value() {
    }

    static boolean bool(Setting setting) {
        return switch (setting.value().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "1" -> true;
            case "false", "no", "off", "0" -> false;
            default -> throw bad(setting, "Write true or false.");
        };
    }

    static String oneOf(Setting setting, String... words) {
        var value = setting.value().toLowerCase(Locale.ROOT);
        if (!List.of(words).contains(value)) {
            throw bad(setting, "Write " + String.join(" or ", words) + ".");
        }
        return value;
    }

    /** {@return what stands between commas; nothing where nothing does} */
    static List<String> list(Setting setting) {
        return UrlParts.split(setting.value(), ',').stream().map(String::strip).filter(it -> !it.isEmpty()).toList();
    }

    /** {@return words of {@link Subject}, each with a name behind a colon if not all of its kind are meant} */
    static List<String> subjects(Setting setting) {
        var entries = list(setting);
        for (var entry : entries) {
            int colon = entry.indexOf(':');
            var word = (colon < 0 ? entry : entry.substring(0, colon)).strip().toLowerCase(Locale.ROOT);
            if (Subject.of(word).isEmpty() || colon >= 0 && entry.substring(colon + 1).isBlank()) {
                throw bad(setting, "'" + entry + "' is neither a word nor a word with a name, such as table:audit_*. "
                        + "The words are " + Arrays.stream(Subject.values()).map(Subject::word)
                                .collect(Collectors.joining(", ")) + ".");
            }
        }
        return entries;
    }

    static OutOfOrder outOfOrder(Setting setting) {
        return switch (setting.value().toLowerCase(Locale.ROOT)) {
            case "apply" -> OutOfOrder.APPLY;
            case "refuse" -> OutOfOrder.REFUSE;
            default -> throw bad(setting, "Write apply or refuse.");
        };
    }

    static BackupRule backupRule(Setting setting) {
        return switch (setting.value().toLowerCase(Locale.ROOT)) {
            case "never" -> BackupRule.NEVER;
            case "hazard" -> BackupRule.HAZARD;
            case "always" -> BackupRule.ALWAYS;
            default -> throw bad(setting, "Write never, hazard or always.");
        };
    }

    static int count(Setting setting) {
        try {
            int count = Integer.parseInt(setting.value());
            if (count >= 0) {
                return count;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw bad(setting, "Write a number, 0 or more.");
    }

    /** {@code 10s}, {@code 500ms}, {@code 2m}, or a number of seconds. */
    static Duration duration(Setting setting) {
        var text = setting.value().toLowerCase(Locale.ROOT);
        var end = text.length();
        while (end > 0 && Character.isLetter(text.charAt(end - 1))) {
            end--;
        }
        var unit = switch (text.substring(end)) {
            case "ms" -> 1L;
            case "", "s" -> 1_000L;
            case "m", "min" -> 60_000L;
            default -> -1L;
        };
        try {
            var milliseconds = new BigDecimal(text.substring(0, end).strip()).multiply(BigDecimal.valueOf(unit));
            // Databases take the timeout as an int of milliseconds.
            if (unit > 0 && milliseconds.signum() >= 0
                    && milliseconds.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0) {
                return Duration.ofMillis(milliseconds.longValue());
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw bad(setting, "Write 10s, 500ms, 2m, or a number of seconds.");
    }

    /** What begins the names of our tables has to be a name that no database wants quoted. */
    static String tablePrefix(Setting setting) {
        var value = setting.value();
        var good = value.length() <= 40;
        for (var i = 0; i < value.length() && good; i++) {
            var c = value.charAt(i);
            good = c == '_' || c >= 'a' && c <= 'z' || i > 0 && c >= '0' && c <= '9';
        }
        if (!good) {
            throw bad(setting, "Write small letters, digits and underscores, no digit first, at most 40.");
        }
        return value;
    }

    static MigrateException bad(Setting setting, String hint) {
        var source = setting.isSet() ? " (" + setting.source() + ")" : "";
        return new MigrateException(ErrorKind.BAD_SETTING, "The setting " + setting.name() + source + " cannot be '"
                + setting.masked().value() + "'.", hint);
    }
}

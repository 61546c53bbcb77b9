package restrack.adopt.scripts;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file name that begins with a number, as dbmate, goose and golang-migrate have it.
 *
 * @param digits the number as it is written
 * @param words  what follows it, in words
 */
record NumberedName(String digits, String words) {
    /** By the number. */
    static final Comparator<NumberedName> ORDER = Comparator.comparing(it -> new BigInteger(it.digits()));

    private static final Pattern NAME = Pattern.compile("(\\d+)[_-]*(.*)");
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("uuuuMMddHHmmss")
            .withResolverStyle(ResolverStyle.STRICT);

    /** {@return what a file name without its extension says, if it begins with a number} */
    static Optional<NumberedName> of(String stem) {
        var name = NAME.matcher(stem);
        return name.matches()
                ? Optional.of(new NumberedName(name.group(1), name.group(2).replace('_', ' ').strip()))
                : Optional.empty();
    }

    /** {@return the time that the number is, if it is one: year to second} */
    Optional<Instant> created() {
        return time(digits);
    }

    /** {@return the time that the number is, if it is one: year to second, or the seconds since 1970} */
    Optional<Instant> createdInSeconds() {
        return digits.matches("1\\d{9}") ? Optional.of(Instant.ofEpochSecond(Long.parseLong(digits))) : created();
    }

    /** {@return the time that a number is, if it is one: year to second} */
    static Optional<Instant> time(String digits) {
        try {
            return Optional.of(LocalDateTime.parse(digits, TIMESTAMP).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

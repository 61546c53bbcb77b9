package restrack.adopt.scripts;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file name as Flyway reads it, with its usual prefixes and separator.
 *
 * @param kind      {@code V} for versioned, {@code U} for undo, {@code B} for a baseline, {@code R} for repeatable
 * @param version   the version with full stops, as Flyway's table has it; empty for a repeatable script
 * @param words     the description
 * @param extension behind the last full stop
 */
record FlywayName(char kind, String version, String words, String extension) {
    /** Versions by their parts, which are numbers: 1.2 comes before 1.10, and 1 is 1.0. */
    static final Comparator<String> VERSIONS = (a, b) -> {
        var one = parts(a);
        var other = parts(b);
        for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
            int order = part(one, i).compareTo(part(other, i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    };

    /** SQL, and the programs that Flyway runs. */
    private static final String EXTENSIONS = "\\.(sql|java|kt|groovy|ps1|bat|cmd|sh|bash|py)";
    private static final Pattern VERSIONED =
            Pattern.compile("([VUB])(\\d+(?:[._]\\d+)*)(?:__(.*))?" + EXTENSIONS);
    private static final Pattern REPEATABLE = Pattern.compile("R__(.*)" + EXTENSIONS);

    /** {@return what a file name says, if it is one of Flyway's} */
    static Optional<FlywayName> of(String fileName) {
        var versioned = VERSIONED.matcher(fileName);
        if (versioned.matches()) {
            return Optional.of(new FlywayName(versioned.group(1).charAt(0), versioned.group(2).replace('_', '.'),
                    words(versioned.group(3)), versioned.group(4)));
        }
        var repeatable = REPEATABLE.matcher(fileName);
        return repeatable.matches()
                ? Optional.of(new FlywayName('R', "", words(repeatable.group(1)), repeatable.group(2)))
                : Optional.empty();
    }

    private static String words(String description) {
        return description == null ? "" : description.replace('_', ' ').strip();
    }

    private static List<BigInteger> parts(String version) {
        var parts = new ArrayList<BigInteger>();
        for (var part : version.split("\\.")) {
            parts.add(new BigInteger(part));
        }
        return parts;
    }

    private static BigInteger part(List<BigInteger> parts, int index) {
        return index < parts.size() ? parts.get(index) : BigInteger.ZERO;
    }
}

package tests.autogenerate;

import java.util.Locale;
import java.util.Random;

/** Writes SQL in one of the many ways in which it can be written. */
final class Spelling {
    private final Random random;
    private final boolean plain;

    /** @param plain whether to write it in one way only */
    Spelling(Random random, boolean plain) {
        this.random = random;
        this.plain = plain;
    }

    /** {@return keywords in some case, with some space between them} */
    String words(String words) {
        if (plain) {
            return words;
        }
        var cased = switch (random.nextInt(3)) {
            case 0 -> words.toLowerCase(Locale.ROOT);
            case 1 -> words.substring(0, 1) + words.substring(1).toLowerCase(Locale.ROOT);
            default -> words;
        };
        return random.nextInt(6) == 0 ? cased.replace(" ", " /* so */ ") : cased;
    }

    /** {@return a name in some kind of quotes, in some case} */
    String name(String name) {
        if (plain) {
            return '"' + name + '"';
        }
        var cased = random.nextInt(4) == 0 ? name.toUpperCase(Locale.ROOT) : name;
        boolean bare = name.matches("[a-z_]+") && !name.equals("order") && !name.equals("group");
        return switch (random.nextInt(bare ? 5 : 3)) {
            case 0 -> '[' + cased + ']';
            case 1 -> '`' + cased + '`';
            case 2 -> '"' + cased + '"';
            default -> cased;
        };
    }

    /** {@return a literal, perhaps in parentheses} */
    String literal(String literal) {
        return !plain && random.nextInt(3) == 0 ? "( " + literal + ")" : literal;
    }

    /** {@return a separator between two lines} */
    String line() {
        return plain || random.nextInt(3) > 0 ? "\n    " : " -- a comment, with a comma\n";
    }
}

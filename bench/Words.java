package bench;

import java.util.Iterator;
import java.util.List;

/** The words of a command line, one after another. */
final class Words {
    private final Iterator<String> words;
    private final String usage;

    /** @param usage what is said beside a word that cannot be right */
    Words(List<String> words, String usage) {
        this.words = words.iterator();
        this.usage = usage;
    }

    boolean hasNext() {
        return words.hasNext();
    }

    String next() {
        return words.next();
    }

    /** {@return the word that belongs to an option} */
    String value(String option) {
        if (!words.hasNext()) {
            throw wrong(option + " needs a value.");
        }
        return words.next();
    }

    /** {@return the number that belongs to an option} */
    int number(String option) {
        return number(option, value(option));
    }

    int number(String option, String word) {
        try {
            int number = Integer.parseInt(word.strip());
            if (number >= 1) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw wrong(option + " takes numbers from 1 on, not '" + word + "'.");
    }

    Stopped wrong(String sentence) {
        return new Stopped(sentence + "\n" + usage);
    }
}

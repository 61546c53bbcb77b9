package restrack.database.postgres.read;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The names that a piece of SQL may speak of: all of its words, those in strings and in quotes as well. */
public final class Words {
    private static final Pattern WORD = Pattern.compile("\"((?:[^\"]|\"\")+)\"|[\\p{L}_][\\p{L}\\p{N}_$]*");

    private Words() {
    }

    /** {@return the words of a text, without their quotes} */
    public static Set<String> of(String text) {
        var words = new HashSet<String>();
        var matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group(1) == null ? matcher.group() : matcher.group(1).replace("\"\"", "\""));
        }
        return words;
    }

    /** {@return what a function is called, without its arguments and quotes} For anything else, its name. */
    public static String bare(String name) {
        if (name.startsWith("\"") && name.endsWith(")")) {
            var matcher = WORD.matcher(name);
            return matcher.lookingAt() ? matcher.group(1).replace("\"\"", "\"") : name;
        }
        int arguments = name.endsWith(")") ? name.indexOf('(') : -1;
        return arguments < 0 ? name : name.substring(0, arguments);
    }
}

package restrack.script;

import java.util.Locale;
import java.util.regex.Pattern;

/** What the name of a script file says: the id of a script without a header, and names for new ones. */
public final class FileName {
    private static final Pattern FLYWAY = Pattern.compile("[Vv](\\d+(?:[._]\\d+)*)__.*");

    private FileName() {
    }

    /**
     * {@return the id that a file name implies} The part up to the first underscore; {@code V7__x.sql}, as Flyway
     * has it, is {@code 7}.
     */
    static String id(String name) {
        var flyway = FLYWAY.matcher(name);
        if (flyway.matches()) {
            return flyway.group(1).replace('_', '.');
        }
        int underscore = name.indexOf('_');
        return underscore > 0 ? name.substring(0, underscore) : name.substring(0, name.lastIndexOf('.'));
    }

    /** {@return the words that a file name has after its id, for a script without a message} */
    static String words(String name, String id) {
        var stem = name.substring(0, name.lastIndexOf('.'));
        var flyway = FLYWAY.matcher(stem);
        if (flyway.matches()) {
            return stem.substring(flyway.end(1)).replace('_', ' ').strip();
        }
        int own = stem.indexOf("_" + id);
        int end = own < 0 ? stem.indexOf('_') : own + 1 + id.length();
        return end < 0 ? "" : stem.substring(end).replace('_', ' ').strip();
    }

    /**
     * {@return what stands in a file name before its id, or the id itself where it comes first} A name that begins so
     * takes the same place among others.
     */
    static String before(String name, String id) {
        int own = name.indexOf("_" + id);
        if (own > 0) {
            return name.substring(0, own);
        }
        var flyway = FLYWAY.matcher(name);
        return flyway.matches() ? name.substring(0, flyway.end(1)) + "_" : id(name);
    }

    /** {@return a message made into the last part of a file name: lower case, at most forty characters} */
    public static String slug(String message) {
        var slug = message.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "_")
                .replaceAll("^_+|_+$", "");
        if (slug.length() <= 40) {
            return slug;
        }
        int cut = slug.lastIndexOf('_', 40);
        return slug.substring(0, cut > 20 ? cut : 40);
    }
}

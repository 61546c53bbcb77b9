package restrack.history;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names of our tables. The prefix is a setting, so that two projects can share a database.
 *
 * @param prefix what they begin with: letters, digits and underscores, so that they need no quotes
 */
record Tables(String prefix) {
    String revision() {
        return prefix + "revision";
    }

    String event() {
        return prefix + "event";
    }

    String repeatable() {
        return prefix + "repeatable";
    }

    String journal() {
        return prefix + "journal";
    }

    String layout() {
        return prefix + "layout";
    }

    /** {@return the register of what is kept; the names of side tables begin with it} It is made when it is needed. */
    String kept() {
        return prefix + "kept";
    }

    /** {@return the table of the lease, on servers} It is made when it is needed. */
    String lease() {
        return prefix + "lease";
    }

    /** {@return all of them, in small letters} */
    Set<String> all() {
        var all = new TreeSet<String>();
        for (var name : new String[] {revision(), event(), repeatable(), journal(), layout(), kept(),
            lease()}) {
            all.add(name.toLowerCase(Locale.ROOT));
        }
        return all;
    }
}

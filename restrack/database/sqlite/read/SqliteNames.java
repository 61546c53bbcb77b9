package restrack.database.sqlite.read;

import restrack.database.sqlite.catalog.Quoted;
import restrack.schema.Name;

/** Names as SQLite compares them: the letters of ASCII in any case. */
public final class SqliteNames {
    private SqliteNames() {
    }

    /** {@return a name, without quotes} */
    public static Name of(String text) {
        return new Name(text, key(text));
    }

    /** {@return a name as it stands in normal forms: in quotes, so that it is no keyword} */
    static String quoted(String text) {
        return Quoted.name(key(text));
    }

    /** {@return what is the same for two names that SQLite takes for one} É and é are two to it. */
    static String key(String text) {
        var key = new StringBuilder(text);
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                key.setCharAt(i, (char) (c + 'a' - 'A'));
            }
        }
        return key.toString();
    }
}

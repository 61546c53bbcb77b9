package restrack.database.mariadb.trace;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How things were before a statement, and which session was about to run it. As a text: a line for the session, a line
 * for each thing, and below it its definition with a tab before each line.
 *
 * @param session     the session
 * @param definitions what each thing is defined as, by the line that names it; empty for what is not there
 */
record Trace(String session, Map<String, String> definitions) {
    static Trace of(String session, Map<Thing, String> definitions) {
        var named = new LinkedHashMap<String, String>();
        definitions.forEach((thing, definition) -> named.put(key(thing), definition));
        return new Trace(session, named);
    }

    /** {@return what a text says that {@link #text} has made} */
    static Trace of(String text) {
        var lines = text.split("\n", -1);
        var definitions = new LinkedHashMap<String, String>();
        String thing = null;
        for (int i = 1; i < lines.length; i++) {
            if (!lines[i].startsWith("\t")) {
                thing = lines[i];
                definitions.put(thing, "");
            } else {
                var line = lines[i].substring(1);
                definitions.merge(thing, line, (before, more) -> before.isEmpty() ? more : before + "\n" + more);
            }
        }
        return new Trace(lines[0], definitions);
    }

    private static String key(Thing thing) {
        return thing.kind().words() + " " + thing.quoted().replace("\n", "\\n");
    }

    /** {@return what a thing was defined as; nothing known of it is null} */
    String definition(Thing thing) {
        return definitions.get(key(thing));
    }

    String text() {
        var text = new StringBuilder(session);
        definitions.forEach((thing, definition) -> {
            text.append('\n').append(thing);
            if (!definition.isEmpty()) {
                definition.lines().forEach(line -> text.append("\n\t").append(line));
            }
        });
        return text.toString();
    }
}

package restrack.database.mariadb.trace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How things were before a statement, and which session was about to run it. As a text: a line for the session, a line
 * for each thing, and below it its definition with a tab before each line; then the same for each statement that the
 * server was going to be given in place of that of the script.
 *
 * @param session     the session
 * @param definitions what each thing is defined as, by the line that names it; empty for what is not there
 * @param statements  what the server was going to be given; empty for the statement as it stands
 */
record Trace(String session, Map<String, String> definitions, List<String> statements) {
    /** The line above a statement. No thing is named so. */
    private static final String RUNS = "runs ";

    static Trace of(String session, Map<Thing, String> definitions, List<String> statements) {
        var named = new LinkedHashMap<String, String>();
        definitions.forEach((thing, definition) -> named.put(key(thing), definition));
        return new Trace(session, named, statements);
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
        var statements = definitions.keySet().stream().filter(it -> it.startsWith(RUNS)).toList();
        var texts = statements.stream().map(definitions::remove).toList();
        return new Trace(lines[0], definitions, texts);
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
        definitions.forEach((thing, definition) -> add(text, thing, definition));
        for (int i = 0; i < statements.size(); i++) {
            add(text, RUNS + (i + 1), statements.get(i));
        }
        return text.toString();
    }

    private static void add(StringBuilder text, String head, String lines) {
        text.append('\n').append(head);
        if (!lines.isEmpty()) {
            text.append("\n\t").append(lines.replace("\n", "\n\t"));
        }
    }
}

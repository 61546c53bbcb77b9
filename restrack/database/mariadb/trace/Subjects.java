package restrack.database.mariadb.trace;

import java.util.List;

/**
 * What a statement is about, as its words tell.
 *
 * @param verb     what it does
 * @param kind     the word behind it: {@code TABLE}, {@code VIEW}, {@code INDEX} …
 * @param targets  what it makes, changes or drops; empty for a statement that is not known
 * @param needed   what has to be there besides, for it to be tried
 * @param own      where in the statement's tokens a target is named: the tokens from and to it, in order
 * @param obstacle why it cannot be tried in an empty database, as the end of a sentence; empty if it can
 * @param restless whether it can do something although everything is defined afterwards as it was before
 */
record Subjects(Verb verb, String kind, List<Thing> targets, List<Thing> needed, List<Span> own, String obstacle,
                boolean restless) {
    /** What statements do. */
    enum Verb {
        CREATE, ALTER, DROP, RENAME, OTHER
    }

    /**
     * A name among the tokens of a statement.
     *
     * @param first the index of its first token
     * @param end   the index behind its last
     */
    record Span(int first, int end) {
    }

    /** Nothing is known of it. */
    static final Subjects UNKNOWN = new Subjects(Verb.OTHER, "", List.of(), List.of(), List.of(), "", true);

    /** {@return whether afterwards nothing is there of what it names} */
    boolean drops() {
        return verb == Verb.DROP && !kind.equals("INDEX");
    }

    /** {@return whether it makes or changes a view, which is made of tables that are somewhere else} */
    boolean isView() {
        return kind.equals("VIEW") && verb != Verb.DROP;
    }
}

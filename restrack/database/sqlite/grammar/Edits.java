package restrack.database.sqlite.grammar;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Changes of one text, collected by their places in the text as it was. Every character that no change names stays.
 * <pre>{@code Edits.on(text).replace(type, "TEXT").insert(column.end(), " NOT NULL").text()}</pre>
 */
public final class Edits {
    private final String text;
    private final List<Edit> edits = new ArrayList<>();

    private Edits(String text) {
        this.text = text;
    }

    /** {@return no changes yet of that text} */
    public static Edits on(String text) {
        return new Edits(text);
    }

    /**
     * Puts something else in the place of a piece.
     *
     * @throws IllegalArgumentException if the piece is not in the text, or another change is about a part of it
     */
    public Edits replace(Span span, String with) {
        if (span.end() > text.length()) {
            throw new IllegalArgumentException(span + " is not in a text of " + text.length() + " characters");
        }
        for (Edit other : edits) {
            if (other.collides(span)) {
                throw new IllegalArgumentException(span + " and " + other.span + " are in each other's way");
            }
        }
        edits.add(new Edit(span, with));
        return this;
    }

    /**
     * Puts something in before a character. What is put in at one place keeps the order of the calls.
     *
     * @throws IllegalArgumentException if the place is inside of a piece that is replaced or removed
     */
    public Edits insert(int at, String what) {
        return replace(new Span(at, at), what);
    }

    /** Takes a piece out, and nothing else. */
    public Edits remove(Span span) {
        return replace(span, "");
    }

    /** Takes out words that stand between others: a constraint of a column, say. The white space before them goes. */
    public Edits removeWords(Span span) {
        return remove(new Elements(text).words(span));
    }

    /**
     * Takes elements out of a list with commas between them, so that what stays is a list again. This is the rule:
     * with an element goes what stands behind it up to and with its comma; a comment behind that on the same line, if
     * nothing but comments follows there; and a comment before it on its own line. If the last one goes, so does the
     * comma before it. What stands on lines of its own above an element stays.
     *
     * @param siblings all elements in the order of the text; a comma may be missing between two
     * @param out      those of them that go; not all, where an empty list makes no sense
     */
    public Edits removeElements(List<Span> siblings, Collection<Span> out) {
        new Elements(text).without(siblings, out).forEach(this::remove);
        return this;
    }

    /**
     * Puts elements into a list behind one that stays, each on a line of its own if that one is. A comment behind it
     * on its line stays there. If other elements are removed from the list, that must be said before.
     *
     * @param after the element before them
     * @param added the new elements, without commas
     */
    public Edits addElements(Span after, List<String> added) {
        if (added.isEmpty()) {
            return this;
        }
        var place = new Elements(text).behind(after, this::isRemoved);
        String list = place.separator() + String.join("," + place.separator(), added);
        return place.comma() ? insert(place.at(), list + ",") : insert(after.end(), ",").insert(place.at(), list);
    }

    private boolean isRemoved(Span span) {
        return edits.stream().anyMatch(edit -> edit.span.contains(span));
    }

    /** {@return whether nothing is changed} */
    public boolean isEmpty() {
        return edits.isEmpty();
    }

    /** {@return the text with all changes made} */
    public String text() {
        var changed = new StringBuilder();
        int at = 0;
        for (Edit edit : edits.stream().sorted(Edit.ORDER).toList()) {
            changed.append(text, at, edit.span.start()).append(edit.with);
            at = edit.span.end();
        }
        return changed.append(text, at, text.length()).toString();
    }

    private record Edit(Span span, String with) {
        /** What is put in comes before what is replaced there. */
        private static final Comparator<Edit> ORDER =
                Comparator.<Edit>comparingInt(it -> it.span.start()).thenComparingInt(it -> it.span.end());

        private boolean collides(Span other) {
            return span.start() < other.end() && other.start() < span.end();
        }
    }
}

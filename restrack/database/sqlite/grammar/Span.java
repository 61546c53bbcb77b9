package restrack.database.sqlite.grammar;

/**
 * A piece of a text, by its place in it.
 *
 * @param start where it begins, counted in characters from 0
 * @param end   where what follows begins
 */
public record Span(int start, int end) {
    /** @throws IllegalArgumentException if it ends before it begins */
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("No span: " + start + " to " + end);
        }
    }

    /** {@return the characters of this piece} */
    public String in(String text) {
        return text.substring(start, end);
    }

    /** {@return whether all of the other piece is in this one} */
    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    /** {@return whether the two have a character in common} */
    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    /** {@return whether there are no characters in it} */
    public boolean isEmpty() {
        return start == end;
    }
}

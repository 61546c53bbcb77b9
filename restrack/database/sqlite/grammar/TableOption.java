package restrack.database.sqlite.grammar;

/**
 * An option behind the closing parenthesis of a table.
 *
 * @param kind which it is
 * @param span its words, without a comma
 */
public record TableOption(Kind kind, Span span) {
    /** What SQLite knows there. */
    public enum Kind {
        /** {@code WITHOUT ROWID}. */
        WITHOUT_ROWID,
        /** {@code STRICT}. */
        STRICT
    }
}

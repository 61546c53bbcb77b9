package restrack.database.sqlite.grammar;

import java.util.List;
import java.util.Optional;

/**
 * What is said about a column behind its type, or about a table behind its columns.
 *
 * <p>A name belongs to the one constraint that follows it. (To SQLite it is the name of every CHECK up to the next
 * comma, but only in the words of its errors.)
 */
public sealed interface Constraint {
    /** {@return its name; empty if it has none} */
    Optional<Name> name();

    /** {@return from CONSTRAINT, or from its first word if it has no name, to its last token} */
    Span span();

    /**
     * {@code PRIMARY KEY}.
     *
     * @param columns           what it is over; empty if it stands on a column
     * @param order             the word ASC or DESC, if it stands on a column
     * @param descending        whether that word is DESC
     * @param autoincrement     whether AUTOINCREMENT is said
     * @param autoincrementSpan that word
     * @param conflict          what ON CONFLICT says, in upper case
     */
    record PrimaryKey(Optional<Name> name, Span span, List<IndexedColumn> columns, Optional<Span> order,
            boolean descending, boolean autoincrement, Optional<Span> autoincrementSpan, Optional<String> conflict)
            implements Constraint {
    }

    /**
     * {@code UNIQUE}.
     *
     * @param columns  what it is over; empty if it stands on a column
     * @param conflict what ON CONFLICT says, in upper case
     */
    record Unique(Optional<Name> name, Span span, List<IndexedColumn> columns, Optional<String> conflict)
            implements Constraint {
    }

    /**
     * {@code NOT NULL}.
     *
     * @param conflict what ON CONFLICT says, in upper case
     */
    record NotNull(Optional<Name> name, Span span, Optional<String> conflict) implements Constraint {
    }

    /** The word {@code NULL}, which means nothing. */
    record Nullable(Optional<Name> name, Span span) implements Constraint {
    }

    /**
     * {@code CHECK (…)}.
     *
     * @param expression what stands in the parentheses, from its first to its last token
     * @param conflict   what ON CONFLICT says, in upper case; SQLite reads it behind a table's and does nothing
     */
    record Check(Optional<Name> name, Span span, Span expression, Optional<String> conflict) implements Constraint {
    }

    /**
     * {@code DEFAULT …}.
     *
     * @param value      the value with its sign, or with the parentheses if it is an expression
     * @param expression whether it stands in parentheses
     */
    record Default(Optional<Name> name, Span span, Span value, boolean expression) implements Constraint {
    }

    /** {@code COLLATE x}. */
    record Collate(Optional<Name> name, Span span, Name collation) implements Constraint {
    }

    /**
     * {@code REFERENCES …} or {@code FOREIGN KEY (…) REFERENCES …}.
     *
     * @param columns           its columns; empty if it stands on a column
     * @param parent            the table that it refers to
     * @param parentColumns     the columns there; empty if none are named, which means the primary key
     * @param onDelete          what happens on DELETE, in upper case: {@code SET NULL}; empty if nothing is said
     * @param onUpdate          what happens on UPDATE, likewise
     * @param match             what stands behind MATCH, as written; it means nothing to SQLite
     * @param deferrable        whether it says DEFERRABLE without NOT
     * @param initiallyDeferred whether it says DEFERRABLE INITIALLY DEFERRED; only then SQLite defers it. What a
     *                          {@link Deferral} apart from it says is not in here: {@link CreateTable#isDeferred}
     */
    record ForeignKey(Optional<Name> name, Span span, List<Name> columns, Name parent, List<Name> parentColumns,
            Optional<String> onDelete, Optional<String> onUpdate, Optional<String> match, boolean deferrable,
            boolean initiallyDeferred) implements Constraint {
    }

    /**
     * {@code [NOT] DEFERRABLE …} on a column, but not right behind a REFERENCES. It is about the last foreign key
     * before it, even if that one stands on another column; without any it means nothing.
     */
    record Deferral(Optional<Name> name, Span span, boolean deferrable, boolean initiallyDeferred)
            implements Constraint {
    }

    /**
     * {@code [GENERATED ALWAYS] AS (…)}.
     *
     * @param expression what stands in the parentheses, from its first to its last token
     * @param stored     whether it is STORED
     */
    record Generated(Optional<Name> name, Span span, Span expression, boolean stored) implements Constraint {
    }

    /** {@code CONSTRAINT name} with nothing behind it, which SQLite accepts. */
    record Dangling(Optional<Name> name, Span span) implements Constraint {
    }
}

package restrack.database;

import java.util.List;
import restrack.sql.Statement;

/**
 * The program that comes with a database and reads scripts ({@code sqlite3}): how a script has to be written so that
 * it does what the toolkit would have done. Everything is text that ends with its semicolon; the lines come without
 * the line end behind the last one.
 */
public interface Client {
    /**
     * {@return what a script begins with} It makes the program stop at the first error, and sets up the session as
     * {@link Dialect#open} does.
     *
     * @param foreignKeys whether scripts run with foreign keys enforced, where that is a choice
     */
    String prologue(boolean foreignKeys);

    /** {@return what begins a transaction as the only writer} */
    String begin();

    /** {@return what ends a transaction, keeping what it did} */
    String commit();

    /**
     * {@return what a script says once, on lines of its own, before statements of {@link TableChange#statements}} Newer
     * programs have to be told that such statements are meant.
     */
    List<String> beforeChanges();

    /** {@return a statement of a script, so that the program takes it for one statement and changes nothing in it} */
    String statement(Statement statement);

    /**
     * {@return what undoes what statements have set for the session} The counterpart of
     * {@link Database#renewSession}.
     *
     * @param said        the statements since the session began
     * @param foreignKeys whether scripts run with foreign keys enforced, where that is a choice
     */
    List<String> renewal(List<Statement> said, boolean foreignKeys);

    /** {@return an expression for a text, whatever characters are in it} */
    String literal(String text);

    /** {@return an expression for the present time in UTC, to the millisecond: {@code 2025-06-04T07:31:45.120Z}} */
    String now();
}

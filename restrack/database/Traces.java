package restrack.database;

import java.sql.SQLException;
import restrack.sql.Statement;

/**
 * Tells whether a statement that commits by itself has happened, when nobody was there to see it: from what it is
 * about, as that was before, as it is now, and as the statement would have made it.
 */
public interface Traces {
    /** What became of a statement. */
    enum Verdict {
        /** Everything is as it was before. */
        NOT_DONE,
        /** Everything is as the statement makes it. */
        DONE,
        /** Neither: something else has changed what it is about, or it was done in part. */
        UNCLEAR
    }

    /**
     * {@return what a statement is about, as it is now: tables with their indexes, keys and triggers, views, routines;
     * a text of any length that only {@link #verdict} has to understand}
     */
    String before(Statement statement) throws SQLException;

    /**
     * {@return what became of a statement}
     *
     * @param before what {@link #before} gave when it was about to run
     */
    Verdict verdict(Statement statement, String before) throws SQLException;

    /**
     * {@return what should be known of what a statement has left where the verdict is {@link Verdict#UNCLEAR}, and what
     * to do about it, in sentences; empty if there is nothing to say}
     */
    default String remark(Statement statement) throws SQLException {
        return "";
    }

    /**
     * {@return why nobody can tell, where {@link #verdict} was {@link Verdict#UNCLEAR}, as the end of a sentence
     * without its full stop}
     */
    default String difference(Statement statement, String before) throws SQLException {
        return "what it is about is neither as it was before nor as the statement makes it";
    }
}

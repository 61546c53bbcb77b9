package restrack.database.sqlite.alter;

import java.sql.SQLException;
import restrack.database.sqlite.grammar.Column;
import restrack.database.sqlite.grammar.CreateTable;

/**
 * Whether a table has rows that are older than one of its columns. SQLite's ADD COLUMN does not write the rows that are
 * there; in them the column is what its DEFAULT says at the time when they are read.
 */
@FunctionalInterface
interface OlderRows {
    /** Where no rows can be looked at. */
    OlderRows PERHAPS = (table, column) -> true;

    boolean mayBe(CreateTable table, Column column) throws SQLException;
}

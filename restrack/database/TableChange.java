package restrack.database;

import java.util.List;
import restrack.sql.TableName;

/**
 * What becomes of a statement that changes a table, where the database cannot simply be given it.
 *
 * @param table      the table, under the name that it has before
 * @param way        how it is changed
 * @param notes      what goes with it and what should be known, a phrase each: {@code drops the index user_email}
 * @param statements the statements that do it, without semicolons; the program that comes with the database comes to
 *                   the same end with them, refusals included
 * @param refilled   the indexes that are filled anew
 */
public record TableChange(TableName table, Way way, List<String> notes, List<String> statements,
        List<String> refilled) {
}

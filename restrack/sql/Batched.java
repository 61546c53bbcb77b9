package restrack.sql;

import java.util.List;
import java.util.Set;
import restrack.ErrorKind;
import restrack.MigrateException;

/**
 * A statement that can be done range by range of the keys of one table, and comes to the same end as when it is done
 * at once.
 *
 * @param statement the statement
 * @param table     the table whose rows it goes through
 * @param alias     what the statement calls that table, as it is written there
 * @param sets      the columns of it to which it gives values, as they are written
 * @param condition where its condition stands
 */
public record Batched(Statement statement, TableName table, String alias, Set<String> sets, Condition condition) {
    /**
     * Where in the text of a statement a condition stands or could stand.
     *
     * @param from where {@code WHERE} begins, or would begin
     * @param to   the offset behind the condition; the same if there is none
     */
    record Condition(int from, int to) {
    }

    /**
     * Finds out how a statement can be done in batches.
     *
     * @throws MigrateException {@code cannot_batch}, without its place, where it cannot, or only perhaps
     */
    public static Batched of(Statement statement) {
        return new BatchedReader(statement).read();
    }

    /**
     * {@return the statement for some of the rows}
     *
     * <p>The condition that was written is asked for its truth as a whole, so that the database cannot look for rows by
     * it: it would find the rows of all batches in each one, and leave most of them out again.
     *
     * @param range the condition for those rows
     */
    public String within(String range) {
        var text = statement.text();
        var written = text.substring(condition.from(), condition.to());
        var both = written.isEmpty() ? range : "(" + written.substring("WHERE".length()) + "\n) IS TRUE AND " + range;
        return text.substring(0, condition.from()) + (written.isEmpty() ? " " : "") + "WHERE " + both
                + text.substring(condition.to());
    }

    /**
     * Refuses a key to which the statement gives values: a row could come again, or never.
     *
     * @param names every name of the columns of the key
     * @throws MigrateException {@code cannot_batch}
     */
    public void refuseChangeOf(List<String> names) {
        for (var set : sets) {
            if (names.stream().anyMatch(set::equalsIgnoreCase)) {
                throw new MigrateException(ErrorKind.CANNOT_BATCH, "It changes " + set + ", by which its batches go, "
                        + "so a row could be changed twice.", "Take another unique key, or leave '-- migrate:batch' "
                        + "out.");
            }
        }
    }
}

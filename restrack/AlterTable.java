package restrack;

import java.util.List;

/**
 * Changes to one table, in words that mean the same on every database. What a database has no statement for, the
 * toolkit brings about with all rows, indexes, triggers and views kept; {@code docs/portable-alter.md} says how.
 *
 * <p>Each action is done when it is called:
 * {@snippet :
 * op.alterTable("user").alterColumn("email").type("VARCHAR(320)").setNotNull();
 * }
 * Several actions on a large table are quicker as one statement, which copies its rows once at most:
 * {@snippet :
 * op.alterTable("user", user -> user
 *         .alterColumn("email").type("VARCHAR(320)").setNotNull()
 *         .addUnique("user_email_key", "email")
 *         .dropColumn("nickname"));
 * }
 *
 * <p>Names are given as the database has them, without quotes. Types, definitions and expressions are SQL, and stand
 * in the statement as they are given. Where a change would lose or alter what is stored, or rows are in the way of a
 * constraint, it is refused with the rows shown, as in a SQL script.
 */
public interface AlterTable {
    /** {@return the column, to say what becomes of it} By itself this does nothing. */
    AlterColumn alterColumn(String name);

    /**
     * Adds a column.
     *
     * @param definition what follows its name in {@code CREATE TABLE}: {@code "INTEGER NOT NULL DEFAULT 0"}
     */
    AlterTable addColumn(String name, String definition);

    /** Drops a column. Refused while an index, a constraint, a view or a trigger needs it. */
    AlterTable dropColumn(String name);

    /** Drops a column with everything that needs it. The output of the command lists what went. */
    AlterTable dropColumnCascade(String name);

    /** Renames a column, also where indexes, views and triggers mention it. */
    AlterTable renameColumn(String from, String to);

    /** Renames the table. What follows is done to it under its new name. On its own only, not with other actions. */
    AlterTable renameTo(String name);

    /**
     * Adds a constraint that has to hold for the rows which are there.
     *
     * @param definition what follows its name: {@code "UNIQUE (email)"}
     */
    AlterTable addConstraint(String name, String definition);

    /** Adds a condition that every row has to meet: {@code addCheck("positive", "amount > 0")}. */
    AlterTable addCheck(String name, String condition);

    /** Adds a constraint by which no two rows have the same values in these columns. */
    AlterTable addUnique(String name, String... columns);

    /** Makes these columns the primary key of a table that has none. */
    AlterTable addPrimaryKey(String... columns);

    /** Adds a foreign key without rules: see {@link #addForeignKey(String, List, String, List, String)}. */
    AlterTable addForeignKey(String name, List<String> columns, String table, List<String> key);

    /**
     * Adds a foreign key.
     *
     * @param columns columns of this table
     * @param table   the table that they refer to
     * @param key     the columns there, in the same order
     * @param rules   what follows: {@code "ON DELETE CASCADE"}; may be empty
     */
    AlterTable addForeignKey(String name, List<String> columns, String table, List<String> key, String rules);

    /** Drops a constraint. {@code migrate show-table} tells the name of one that was given none. */
    AlterTable dropConstraint(String name);

    /** Drops a constraint with the foreign keys that refer to it. */
    AlterTable dropConstraintCascade(String name);

    /** Gives a constraint another name. */
    AlterTable renameConstraint(String from, String to);

    /** SQLite: makes the table STRICT. */
    AlterTable setStrict();

    /** SQLite: makes the table one that takes any value in any column. */
    AlterTable dropStrict();

    /** SQLite: stores the table by its primary key. */
    AlterTable setWithoutRowid();

    /** SQLite: stores the table by row numbers. */
    AlterTable dropWithoutRowid();

    /** SQLite: never gives the key of a deleted row to a new one. */
    AlterTable setAutoincrement();

    /** SQLite: lets keys of deleted rows be given again. */
    AlterTable dropAutoincrement();

    /** SQLite: puts the columns into this order; those that are not named stay behind them. */
    AlterTable reorderColumns(String... names);
}

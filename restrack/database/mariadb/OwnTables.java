package restrack.database.mariadb;

import java.util.regex.Pattern;

/**
 * The toolkit's own tables, whatever the database is set up for: TEXT ends at 64 KB here, collations take {@code a1}
 * and {@code A1} for the same id, and tables of other engines have no transactions.
 */
final class OwnTables {
    /** Each of several such statements commits by itself, so they have to bear being said once more. */
    private static final String ADD = " ADD COLUMN ";
    private static final Pattern TEXT = Pattern.compile("\\bTEXT\\b");
    static final String OPTIONS = " ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin";

    private OwnTables() {
    }

    /** {@return a statement as it has to be said here} */
    static String said(String statement) {
        return statement.startsWith("CREATE TABLE") || statement.startsWith("ALTER TABLE")
                ? TEXT.matcher(statement).replaceAll("LONGTEXT").replace(ADD, ADD + "/*M! IF NOT EXISTS */ ")
                + (statement.startsWith("CREATE") ? OPTIONS : "")
                : statement;
    }
}

package bench;

import java.util.List;

/**
 * A column of the table.
 *
 * @param name    its heading, and its word on our command line
 * @param version what it says of itself
 * @param command what is started, in the folder of its scripts
 * @param form    how its scripts are written
 * @param records whether it knows at its next start what it has applied
 */
record Tool(String name, String version, List<String> command, Form form, boolean records) {
    static final String DIRECT = "direct";
    static final String JBANG = "jbang";
    static final String ALEMBIC = "alembic";
    static final String DBMATE = "dbmate";
    static final String SQLITE3_ONE = "sqlite3-one";
    static final String SQLITE3_EACH = "sqlite3-each";

    /** All there are, in the table's order. */
    static final List<String> NAMES = List.of(DIRECT, JBANG, ALEMBIC, DBMATE, SQLITE3_ONE, SQLITE3_EACH);

    /** {@return whether a scenario means anything to it} */
    boolean knows(Scenario scenario) {
        return records || scenario.task() == Scenario.Task.APPLY;
    }
}

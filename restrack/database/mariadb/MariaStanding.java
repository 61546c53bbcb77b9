package restrack.database.mariadb;

import java.util.List;
import java.util.Set;
import restrack.database.ScriptRules.Standing;
import restrack.sql.Statement;
import restrack.sql.TokenCursor;

/**
 * What each statement of MariaDB is to a script that is resumed (MariaDB documentation, "SQL statements That Cause an
 * Implicit Commit"). What is not known here is taken for the worst: it commits, and leaves no trace.
 */
final class MariaStanding {
    private static final Set<String> TRANSACTIONAL = Set.of("SELECT", "INSERT", "UPDATE", "DELETE", "REPLACE", "WITH",
            "VALUES", "TABLE", "LOAD", "DO", "SHOW", "DESCRIBE", "DESC", "EXPLAIN", "HELP", "CHECKSUM", "GET",
            "SIGNAL", "RESIGNAL");
    private static final Set<String> SESSION = Set.of("SET", "USE", "PREPARE", "DEALLOCATE");
    /** What comes to the same when it is done twice. */
    private static final Set<String> REPEATABLE = Set.of("GRANT", "REVOKE", "ANALYZE", "OPTIMIZE", "CHECK", "REPAIR",
            "FLUSH", "CACHE", "RESET", "PURGE", "INSTALL", "UNINSTALL", "KILL", "CHANGE", "START", "STOP", "BACKUP");
    /** What the schema of a database consists of, so that what became of it can be seen. */
    private static final List<String> SEEN = List.of("TABLE", "TABLES", "INDEX", "VIEW", "TRIGGER", "PROCEDURE",
            "FUNCTION", "EVENT", "SEQUENCE", "PACKAGE");
    private static final Set<String> DEFINING = Set.of("CREATE", "ALTER", "DROP", "RENAME");

    private MariaStanding() {
    }

    static Standing of(Statement statement) {
        var control = Standing.ofControl(statement);
        if (control.isPresent()) {
            return control.get();
        }
        if (begins(statement, DEFINING)) {
            return definition(statement);
        }
        if (statement.starts("LOAD", "INDEX") || setsForAll(statement)) {
            return Standing.REPEATABLE;
        }
        if (statement.starts("ANALYZE") && !isOfTables(statement)) {
            return Standing.TRANSACTIONAL;
        }
        return begins(statement, TRANSACTIONAL) || statement.significant().get(0).isSymbol('(')
                ? Standing.TRANSACTIONAL
                : begins(statement, SESSION) ? setting(statement)
                : begins(statement, REPEATABLE) ? Standing.REPEATABLE
                : Standing.UNTRACED;
    }

    private static boolean begins(Statement statement, Set<String> words) {
        return words.stream().anyMatch(statement::starts);
    }

    /** ANALYZE of a statement runs it. */
    private static boolean isOfTables(Statement statement) {
        return statement.starts("ANALYZE", "TABLE") || statement.starts("ANALYZE", "LOCAL")
                || statement.starts("ANALYZE", "NO_WRITE_TO_BINLOG");
    }

    private static boolean setsForAll(Statement statement) {
        return statement.starts("SET") && (statement.starts("SET", "PASSWORD") || statement.starts("SET", "DEFAULT")
                || statement.significant().stream().anyMatch(it -> it.is("GLOBAL") || it.is("PERSIST")
                        || it.text().equalsIgnoreCase("@@global") || it.text().equalsIgnoreCase("@@persist")));
    }

    /** SET STATEMENT … FOR is what stands behind FOR. */
    private static Standing setting(Statement statement) {
        if (!statement.starts("SET", "STATEMENT")) {
            return Standing.SESSION;
        }
        var cursor = statement.cursor();
        return cursor.skipPast("FOR") && !cursor.atEnd() ? of(new Statement(statement.text(), statement.offset(),
                statement.line(), statement.tokens(), cursor.rest())) : Standing.UNTRACED;
    }

    private static Standing definition(Statement statement) {
        if (isOfTemporaryTable(statement)) {
            return Standing.UNTRACED;
        }
        var cursor = statement.cursor();
        boolean alters = cursor.accept("ALTER");
        for (int i = 0; i < 8 && !cursor.atEnd(); i++) {
            for (var kind : SEEN) {
                if (cursor.accept(kind)) {
                    return Standing.TRACED;
                }
            }
            if (acceptAny(cursor, "USER", "ROLE", "SERVER", "DATABASE", "SCHEMA")) {
                return alters || isConditional(statement) ? Standing.REPEATABLE : Standing.UNTRACED;
            }
            cursor.next();
        }
        // The kind stands behind a long DEFINER, or it is a way to write one that is not known here.
        return Standing.TRACED;
    }

    private static boolean acceptAny(TokenCursor cursor, String... words) {
        for (var word : words) {
            if (cursor.accept(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isConditional(Statement statement) {
        return statement.significant().stream().limit(5).anyMatch(it -> it.is("IF") || it.is("REPLACE"));
    }

    /** {@return whether a statement makes or drops a temporary table, which is the session's own} */
    static boolean isOfTemporaryTable(Statement statement) {
        return statement.starts("CREATE", "TEMPORARY") || statement.starts("DROP", "TEMPORARY")
                || statement.starts("CREATE", "OR", "REPLACE", "TEMPORARY");
    }
}

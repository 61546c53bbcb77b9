package restrack.database.postgres;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import restrack.sql.Statement;
import restrack.sql.TableName;
import restrack.sql.TokenCursor;

/**
 * Scripts that make tables, types, sequences, schemas and views, and what belongs to such a table. They are done in a
 * moment, call nothing, leave no gap in a sequence when they are undone, and keep nobody from reading what was there
 * before: a table that a foreign key refers to is kept from being written to, as long as the transaction lasts.
 */
final class NewThings {
    private static final List<String> KINDS = List.of("DOMAIN", "SEQUENCE", "TYPE", "VIEW");
    /** What takes rows from somewhere, or a table that is there already into another one. */
    private static final List<String> FROM_ELSEWHERE = List.of("SELECT", "VALUES", "EXECUTE", "LIKE", "INHERITS",
            "INHERIT", "ATTACH", "OF");

    private final Set<TableName> tables = new HashSet<>();

    private NewThings() {
    }

    /** {@return whether statements, run one after another, make new things only} */
    static boolean only(List<Statement> statements) {
        var things = new NewThings();
        return statements.stream().allMatch(things::makes);
    }

    private boolean makes(Statement statement) {
        if (statement.starts("COMMENT", "ON") || KINDS.stream().anyMatch(it -> statement.starts("CREATE", it))) {
            return true;
        }
        if (statement.starts("CREATE", "SCHEMA")) {
            return statement.significant().stream().filter(it -> it.is("CREATE")).count() == 1;
        }
        return table(statement) || index(statement) || part(statement);
    }

    private boolean table(Statement statement) {
        var cursor = statement.cursor();
        if (!cursor.accept("CREATE", "TABLE") || takesFromElsewhere(statement)
                || statement.significant().stream().filter(it -> it.is("TABLE")).count() > 1) {
            return false;
        }
        // One that is there already may be large.
        if (!cursor.accept("IF", "NOT", "EXISTS")) {
            cursor.tableName().ifPresent(tables::add);
        }
        return true;
    }

    private boolean index(Statement statement) {
        var cursor = statement.cursor();
        return (cursor.accept("CREATE", "INDEX") || cursor.accept("CREATE", "UNIQUE", "INDEX"))
                && !cursor.accept("CONCURRENTLY") && cursor.skipPast("ON") && isAboutNew(cursor);
    }

    private boolean part(Statement statement) {
        var cursor = statement.cursor();
        return cursor.accept("ALTER", "TABLE") && !takesFromElsewhere(statement) && isAboutNew(cursor);
    }

    private boolean isAboutNew(TokenCursor cursor) {
        cursor.accept("ONLY");
        return cursor.tableName().filter(tables::contains).isPresent();
    }

    private static boolean takesFromElsewhere(Statement statement) {
        return statement.significant().stream().anyMatch(it -> FROM_ELSEWHERE.stream().anyMatch(it::is));
    }
}

package restrack.apply;

import java.util.List;
import java.util.Set;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.Dialect;
import restrack.database.ScriptRules.Standing;
import restrack.script.SqlScript;
import restrack.sql.Excerpt;
import restrack.sql.RepeatableLine;
import restrack.sql.Statement;

/** What has to be so of a script that runs statement by statement, that it can be resumed wherever it stops. */
final class OneByOne {
    private final Dialect dialect;

    OneByOne(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * Refuses what could not be resumed.
     *
     * @param repeatable the statements that may be run twice, by their index
     * @throws MigrateException {@code forbidden_statement} for one that commits by itself and leaves no trace, unless
     *                          it may be repeated, and for one that commits by itself in a transaction of the script's
     */
    void refuse(SqlScript script, List<Statement> statements, Set<Integer> repeatable) {
        var own = new OwnTransaction();
        for (int i = 0; i < statements.size(); i++) {
            var statement = statements.get(i);
            var standing = dialect.rules().standing(statement);
            boolean commits = standing == Standing.TRACED || standing == Standing.UNTRACED;
            if (commits && own.isOpen()) {
                throw forbidden(script, statement, "it commits by itself, and would end the transaction that the "
                        + "script has begun", "Put it before the BEGIN or behind the COMMIT.");
            }
            if (standing == Standing.UNTRACED && !repeatable.contains(i)) {
                throw forbidden(script, statement, "it commits by itself and leaves nothing from which could be seen, "
                        + "after an interruption, whether it has happened", "If it does no harm to run it twice, "
                        + "say so on a line of its own above it: `-- " + RepeatableLine.MARKER + "`.");
            }
            own.said(standing);
        }
    }

    private static MigrateException forbidden(SqlScript script, Statement statement, String why, String hint) {
        return new MigrateException(ErrorKind.FORBIDDEN_STATEMENT, script.file() + ":" + statement.line() + ": `"
                + Excerpt.of(statement) + "` cannot stand here: " + why + ".", hint);
    }
}

package restrack.database.sqlite;

import java.util.List;
import java.util.Optional;
import restrack.database.ScriptRules;
import restrack.sql.Pragma;
import restrack.sql.Statement;

/** What a script may say, and how a script outside a transaction is cut into pieces that can be journalled. */
final class SqliteScriptRules implements ScriptRules {
    @Override
    public Optional<Refusal> refusal(Statement statement, boolean transactional) {
        return transactional ? Refusal.ofBoundary(statement).or(() -> inTransaction(statement)) : outside(statement);
    }

    private static Optional<Refusal> inTransaction(Statement statement) {
        var pragma = SqliteStatements.needsNoTransaction(statement);
        if (pragma.isPresent()) {
            var everywhere = pragma.get().is("foreign_keys")
                    ? " Or turn foreign keys off for all scripts: `foreign-keys = false` in migrate.properties." : "";
            var refusal = Refusal.inTransaction("inside a transaction `PRAGMA " + pragma.get().name()
                    + "` has no effect");
            return Optional.of(new Refusal(refusal.reason(), refusal.hint() + everywhere));
        }
        return SqliteStatements.failsInTransaction(statement)
                ? Optional.of(Refusal.inTransaction("SQLite does not run this statement inside a transaction"))
                : Optional.empty();
    }

    private static Optional<Refusal> outside(Statement statement) {
        return Refusal.ofSavepoint(statement).or(() -> statement.starts("CREATE", "TEMP")
                || statement.starts("CREATE", "TEMPORARY") ? Optional.of(Refusal.ofTemporary()) : Optional.empty());
    }

    @Override
    public boolean isUndoneAsAWhole(List<Statement> statements) {
        return true;
    }

    @Override
    public boolean mayShareTransaction(List<Statement> statements) {
        return SqliteStatements.standsAlone(statements).isEmpty();
    }

    @Override
    public Optional<String> outlasts(List<Statement> statements) {
        return SqliteStatements.outlasts(statements);
    }

    @Override
    public boolean namesAnotherFile(Statement statement) {
        return statement.starts("ATTACH") || statement.starts("VACUUM")
                && statement.significant().stream().anyMatch(it -> it.is("INTO"));
    }

    @Override
    public Standing standing(Statement statement) {
        var control = Standing.ofControl(statement);
        if (control.isPresent()) {
            return control.get();
        }
        if (Pragma.of(statement).isPresent() || statement.starts("ATTACH") || statement.starts("DETACH")) {
            return Standing.SESSION;
        }
        return statement.starts("VACUUM") ? Standing.REPEATABLE : Standing.TRANSACTIONAL;
    }
}

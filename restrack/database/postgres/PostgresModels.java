package restrack.database.postgres;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import restrack.database.ModelRules;
import restrack.sql.Statement;

/**
 * What may stand in a model, {@code pg_dump -s} among them: what makes a schema, and what is passed over because it is
 * not compared.
 */
final class PostgresModels implements ModelRules {
    /** Rights, owners, and what is not of this schema or not of any. */
    private static final List<String> BESIDE = List.of("SET", "GRANT", "REVOKE", "ALTER DEFAULT PRIVILEGES",
            "CREATE SCHEMA", "ALTER SCHEMA", "COMMENT ON SCHEMA", "COMMENT ON DATABASE", "SECURITY LABEL",
            "REFRESH MATERIALIZED VIEW", "CREATE PUBLICATION", "ALTER PUBLICATION", "CREATE SUBSCRIPTION",
            "ALTER SUBSCRIPTION", "CREATE EVENT TRIGGER", "ALTER EVENT TRIGGER", "COMMENT ON PUBLICATION",
            "COMMENT ON EVENT TRIGGER");

    /** What all databases of a server share. */
    private static final Set<String> SHARED = Set.of("ROLE", "USER", "GROUP", "DATABASE", "TABLESPACE", "SYSTEM");

    @Override
    public boolean namesTriggersByTable() {
        return true;
    }

    @Override
    public boolean checksViews() {
        return true;
    }

    @Override
    public Optional<InModel> inModel(Statement statement) {
        if (BESIDE.stream().anyMatch(it -> statement.starts(it.split(" "))) || setsPath(statement)
                || statement.starts("ALTER") && isOwner(statement)) {
            return Optional.of(InModel.BESIDE);
        }
        if (statement.significant().size() > 1 && (statement.starts("CREATE") || statement.starts("ALTER"))
                && SHARED.contains(statement.significant().get(1).text().toUpperCase(Locale.ROOT))) {
            return Optional.of(InModel.BEYOND);
        }
        return statement.starts("ALTER") || statement.starts("COMMENT", "ON") || statement.starts("DO")
                ? Optional.of(InModel.PART) : Optional.empty();
    }

    private static boolean setsPath(Statement statement) {
        var cursor = statement.cursor();
        return cursor.accept("SELECT") && cursor.accept("PG_CATALOG") && cursor.accept('.')
                && cursor.accept("SET_CONFIG");
    }

    private static boolean isOwner(Statement statement) {
        var words = statement.significant();
        int last = words.size();
        return last > 4 && words.get(last - 3).is("OWNER") && words.get(last - 2).is("TO");
    }
}

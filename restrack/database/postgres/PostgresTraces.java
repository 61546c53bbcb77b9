package restrack.database.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import restrack.database.Traces;
import restrack.sql.Statement;

/**
 * What {@code CREATE INDEX CONCURRENTLY} and {@code DROP INDEX CONCURRENTLY} leave: PostgreSQL documentation, "Building
 * Indexes Concurrently".
 *
 * @param connection the connection
 */
record PostgresTraces(Connection connection) implements Traces {
    private static final String VALID = "valid ";
    private static final String INVALID = "invalid ";
    private static final String INDEXES = """
            SELECT i.indisvalid, pg_get_indexdef(i.indexrelid), format('%I.%I', n.nspname, c.relname)
            FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            """;
    /** An index is in the schema of its table. */
    private static final String OF_NAME_AND_TABLE = INDEXES
            + "WHERE i.indrelid = to_regclass(?) AND c.relname = (parse_ident(?))[1] ORDER BY 2";
    private static final String OF_NAME = INDEXES + "WHERE i.indexrelid = to_regclass(?) ORDER BY 2";
    private static final String OF_TABLE = INDEXES + "WHERE i.indrelid = to_regclass(?) ORDER BY 2";

    /** {@return the indexes that it is about, a line each: whether it is valid, and its definition} */
    @Override
    public String before(Statement statement) throws SQLException {
        var about = IndexStatement.of(statement);
        return about.isPresent() ? indexes(about.get(), 2).collect(Collectors.joining("\n")) : "";
    }

    @Override
    public Verdict verdict(Statement statement, String before) throws SQLException {
        var now = before(statement);
        if (now.equals(before)) {
            return Verdict.NOT_DONE;
        }
        boolean creates = IndexStatement.of(statement).filter(IndexStatement::creates).isPresent();
        var gone = lines(before).filter(it -> lines(now).noneMatch(it::equals)).toList();
        var come = lines(now).filter(it -> lines(before).noneMatch(it::equals)).toList();
        if (creates) {
            return gone.isEmpty() && come.size() == 1 && come.get(0).startsWith(VALID) ? Verdict.DONE : Verdict.UNCLEAR;
        }
        if (come.isEmpty()) {
            return Verdict.DONE;
        }
        // A DROP that was interrupted has made the index invalid, and is to be said again.
        return come.get(0).startsWith(INVALID) && gone.get(0).startsWith(VALID)
                && come.get(0).endsWith(gone.get(0).substring(VALID.length())) ? Verdict.NOT_DONE : Verdict.UNCLEAR;
    }

    @Override
    public String remark(Statement statement) throws SQLException {
        return invalid(statement).map(PostgresHealth::halfDone).orElse("");
    }

    /** {@return the index that a statement has left invalid, as another one names it; nothing if it has not} */
    Optional<String> invalid(Statement statement) throws SQLException {
        var about = IndexStatement.of(statement);
        return about.isEmpty() ? Optional.empty()
                : indexes(about.get(), 3).filter(it -> it.startsWith(INVALID)).map(it -> it.substring(INVALID.length()))
                        .findFirst();
    }

    private Stream<String> indexes(IndexStatement about, int column) throws SQLException {
        var sql = !about.creates() ? OF_NAME : about.name().isEmpty() ? OF_TABLE : OF_NAME_AND_TABLE;
        var found = Stream.<String>builder();
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, about.creates() ? about.table() : about.name());
            if (sql.equals(OF_NAME_AND_TABLE)) {
                query.setString(2, about.name());
            }
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add((rows.getBoolean(1) ? VALID : INVALID) + rows.getString(column));
                }
            }
        }
        return found.build();
    }

    private static Stream<String> lines(String text) {
        return text.lines();
    }
}

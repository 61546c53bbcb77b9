package restrack.database.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import restrack.sql.Token;
import restrack.sql.TokenKind;
import restrack.sql.Tokens;

/**
 * Sees who is in the way of a transaction, from a second connection while the first one waits: once the server has
 * given up waiting, it does not know any more. The second connection is made only for a transaction that lasts.
 */
final class Blockers implements AutoCloseable {
    /** Makes the second connection. */
    @FunctionalInterface
    interface Connecting {
        /** {@return a new connection, in autocommit mode} */
        Connection connect() throws SQLException;
    }

    private static final long LOOK_MILLIS = 500;
    private static final int MOST_NAMED = 3;
    private static final int LONGEST_QUERY = 60;

    private final Connecting connecting;
    private ScheduledExecutorService thread;
    private ScheduledFuture<?> looking;
    private Connection connection;
    private volatile String seen = "";

    Blockers(Connecting connecting) {
        this.connecting = connecting;
    }

    /** {@return who was in the way last, as a phrase; empty if nobody was seen} */
    String seen() {
        return seen;
    }

    /**
     * Begins to look.
     *
     * @param process the number of the server's process that may have to wait
     * @param within  after so many milliseconds it does not wait any longer
     */
    void watch(int process, long within) {
        if (thread == null) {
            thread = Executors.newSingleThreadScheduledExecutor(task -> {
                var daemon = new Thread(task, "blockers");
                daemon.setDaemon(true);
                return daemon;
            });
        }
        looking = thread.scheduleWithFixedDelay(() -> look(process), Math.min(LOOK_MILLIS, within / 4), LOOK_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    /** Ends looking. */
    void rest() {
        if (looking != null) {
            looking.cancel(false);
            looking = null;
        }
    }

    /** Forgets who was in the way. */
    void forget() {
        seen = "";
    }

    /** Knowing who it is is a courtesy: where it cannot be known, nothing fails. */
    private void look(int process) {
        try {
            if (connection == null) {
                connection = connecting.connect();
            }
            var found = blockers(process);
            if (!found.isEmpty()) {
                seen = String.join(", ", found);
            }
        } catch (SQLException e) {
            connection = null;
        }
    }

    private List<String> blockers(int process) throws SQLException {
        var found = new ArrayList<String>();
        try (var query = connection.prepareStatement("""
                SELECT b.pid, a.usename, a.application_name, a.state,
                    extract(epoch FROM clock_timestamp() - coalesce(a.xact_start, a.backend_start)), a.query
                FROM (SELECT DISTINCT unnest(pg_blocking_pids(?)) AS pid) b LEFT JOIN pg_stat_activity a USING (pid)
                ORDER BY a.xact_start LIMIT ?""")) {
            query.setInt(1, process);
            query.setInt(2, MOST_NAMED);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getInt(1) == 0 ? "a prepared transaction (see pg_prepared_xacts)"
                            : phrase(rows.getInt(1), said(rows.getString(2)), said(rows.getString(3)),
                                    said(rows.getString(4)), rows.getLong(5), said(rows.getString(6))));
                }
            }
        }
        return found;
    }

    private static String said(String value) {
        return Objects.requireNonNullElse(value, "");
    }

    private static String phrase(int pid, String user, String application, String state, long seconds, String query) {
        var of = new StringBuilder("process ").append(pid).append(" (");
        if (!application.isEmpty()) {
            of.append(application).append(", ");
        }
        of.append("user ").append(user);
        if (!state.isEmpty()) {
            of.append(", ").append(state).append(" for ").append(age(seconds));
        }
        var shown = withoutValues(query);
        return of.append(shown.isEmpty() ? ")" : ": " + shown + ")").toString();
    }

    private static String age(long seconds) {
        var age = Duration.ofSeconds(seconds);
        if (age.toHours() > 0) {
            return age.toHours() + " h";
        }
        return age.toMinutes() > 0 ? age.toMinutes() + " min" : seconds + " s";
    }

    /** Other people's statements hold other people's data. */
    static String withoutValues(String query) {
        var shown = new StringBuilder();
        for (Token token : Tokens.of(query, PostgresSyntax.SYNTAX)) {
            if (token.kind() == TokenKind.BAD) {
                break;
            }
            boolean value = token.kind() == TokenKind.STRING || token.kind() == TokenKind.NUMBER
                    || token.kind() == TokenKind.BLOB;
            shown.append(token.isSpaceOrComment() ? " " : value ? "?" : token.text());
        }
        var line = shown.toString().replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_QUERY ? line : line.substring(0, LONGEST_QUERY - 1) + "…";
    }

    @Override
    public void close() {
        rest();
        if (thread == null) {
            return;
        }
        thread.execute(this::disconnect);
        thread.shutdown();
    }

    private void disconnect() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            // It ends with the process at the latest.
            return;
        }
    }
}

package restrack.database.mariadb.trace;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import restrack.database.Traces;
import restrack.database.mariadb.read.Grants;
import restrack.database.server.ScratchName;
import restrack.sql.Statement;
import restrack.sql.Statements;
import restrack.sql.Syntax;

/** Tells whether a statement that MariaDB commits by itself has happened. */
public final class MariaTraces implements Traces {
    /** Opens connections like the one of the script. */
    @FunctionalInterface
    public interface Opening {
        /** {@return a new connection, which the caller closes} */
        Connection open() throws SQLException;
    }

    /** Knows what becomes of a statement that the server has not. */
    @FunctionalInterface
    public interface Rendering {
        /** {@return what the server is given in its place; empty for one that it is given as it stands} */
        List<String> rendered(Statement statement);
    }

    private final Connection connection;
    private final Opening opening;
    private final Rendering rendering;
    private final Syntax syntax;
    private final Duration patience;
    private String database;
    private String session;

    /**
     * @param connection the connection of the script
     * @param opening    opens another one like it
     * @param rendering  knows what becomes of statements
     * @param syntax     how they are read
     * @param patience   how long to wait for a statement that a server goes on with although its client is gone
     */
    public MariaTraces(Connection connection, Opening opening, Rendering rendering, Syntax syntax, Duration patience) {
        this.connection = connection;
        this.opening = opening;
        this.rendering = rendering;
        this.syntax = syntax;
        this.patience = patience;
    }

    /** {@return whether this is for a connection} It is only for the one that it was made for. */
    public boolean isFor(Connection other) {
        return connection == other;
    }

    @Override
    public String before(Statement statement) throws SQLException {
        if (session == null) {
            session = OtherSession.of(connection).text();
        }
        return Trace.of(session, Definitions.of(subjects(statement).targets(), connection),
                rendering.rendered(statement)).text();
    }

    private Subjects subjects(Statement statement) throws SQLException {
        if (database == null) {
            database = connection.getCatalog();
        }
        return SubjectsReader.read(statement, database);
    }

    @Override
    public Verdict verdict(Statement statement, String before) throws SQLException {
        return find(statement, before).verdict();
    }

    @Override
    public String difference(Statement statement, String before) throws SQLException {
        return find(statement, before).why();
    }

    private Finding find(Statement statement, String text) throws SQLException {
        var before = Trace.of(text);
        var other = OtherSession.of(before.session());
        if (other != null) {
            other.awaitEnd(connection, patience);
        }
        var subjects = subjects(statement);
        if (other == null || subjects.targets().isEmpty()) {
            return Finding.unclear("it leaves nothing from which that could be seen");
        }
        var now = Definitions.of(subjects.targets(), connection);
        for (var target : subjects.targets()) {
            var was = before.definition(target);
            if (was == null || was.startsWith(Definitions.UNREADABLE)
                    || now.get(target).startsWith(Definitions.UNREADABLE)) {
                return Finding.unclear(target.spoken() + " cannot be read");
            }
        }
        boolean asBefore = subjects.targets().stream().allMatch(it -> now.get(it).equals(before.definition(it)));
        if (asBefore && !subjects.restless()) {
            return Finding.NOT_DONE;
        }
        if (subjects.drops()) {
            return dropped(subjects, before, now);
        }
        if (!subjects.obstacle().isEmpty()) {
            return Finding.unclear(subjects.obstacle());
        }
        return compare(statement, subjects, before, now, asBefore);
    }

    private static Finding dropped(Subjects subjects, Trace before, Map<Thing, String> now) {
        var left = subjects.targets().stream().filter(it -> !now.get(it).isEmpty()).toList();
        if (left.isEmpty()) {
            return Finding.DONE;
        }
        var changed = left.stream().filter(it -> !now.get(it).equals(before.definition(it))).findFirst();
        return Finding.unclear(changed.isPresent() ? changed.get().spoken() + " is not what it was before"
                : left.get(0).spoken() + " is still there, and others that it drops are not");
    }

    private Finding compare(Statement statement, Subjects subjects, Trace before, Map<Thing, String> now,
                            boolean asBefore) throws SQLException {
        Map<Thing, String> made;
        var needed = Definitions.of(subjects.needed(), connection);
        try (var trial = new Trial(opening.open(), connection, database)) {
            var said = before.statements().isEmpty() ? List.of(statement)
                    : Statements.of(String.join(";\n", before.statements()), syntax);
            made = trial.made(said, subjects, before, needed);
        } catch (SQLException e) {
            return Finding.unclear(Grants.isMissing(e) ? "this user may not make a database in which to try it. "
                    + Grants.databases(connection, ScratchName.prefix()) + " Then running the command again is enough"
                    : "it could not be tried in a database of its own (" + e.getMessage() + ")");
        }
        var other = subjects.targets().stream().filter(it -> !now.get(it).equals(made.get(it))).findFirst();
        if (asBefore) {
            return other.isPresent() ? Finding.NOT_DONE
                    : Finding.unclear(subjects.targets().get(0).spoken() + " is defined the same before and after it");
        }
        return other.map(it -> Finding.unclear(it.spoken() + (now.get(it).isEmpty() ? " is not there"
                : " is neither as it was before nor as the statement makes it"))).orElse(Finding.DONE);
    }
}

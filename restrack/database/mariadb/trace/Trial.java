package restrack.database.mariadb.trace;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import restrack.database.mariadb.alter.Alteration;
import restrack.database.mariadb.trace.Subjects.Span;
import restrack.database.server.ScratchName;
import restrack.sql.Statement;
import restrack.sql.Token;

/**
 * Runs a statement once more, in an empty database of its own, on what it was about before: what it makes of that is
 * what it would have made where it was interrupted.
 */
final class Trial implements AutoCloseable {
    /** What a script can have said for its session that counts for what its statements make. */
    private static final List<String> VARIABLES = List.of("sql_mode", "default_storage_engine",
            "character_set_client", "collation_connection", "explicit_defaults_for_timestamp");

    /** A name in the server's own quotes. */
    private static final String NAME = "`(?:[^`]|``)*`";

    private final Connection connection;
    private final String database;
    private final String scratch = ScratchName.next();

    /**
     * @param connection a connection that nobody else uses; it is closed with this
     * @param model      the session of the script
     * @param database   the database of the script
     * @throws SQLException where there is no right to create a database, among others
     */
    Trial(Connection connection, Connection model, String database) throws SQLException {
        this.connection = connection;
        this.database = database;
        for (var variable : VARIABLES) {
            copy(variable, model);
        }
        run("SET foreign_key_checks = 0");
        run("CREATE DATABASE " + Thing.quote(scratch) + defaults(model));
    }

    private void copy(String variable, Connection model) throws SQLException {
        try (var query = model.createStatement(); var rows = query.executeQuery("SELECT @@" + variable);
             var set = connection.prepareStatement("SET " + variable + " = ?")) {
            rows.next();
            set.setObject(1, rows.getObject(1));
            set.execute();
        }
    }

    private static String defaults(Connection model) throws SQLException {
        try (var query = model.createStatement();
             var rows = query.executeQuery("SELECT @@character_set_database, @@collation_database")) {
            rows.next();
            return " CHARACTER SET " + rows.getString(1) + " COLLATE " + rows.getString(2);
        }
    }

    /**
     * {@return what the targets are defined as once the statements have run}
     *
     * @param said    what the server was given
     * @param before  what the targets were defined as before
     * @param present what else it needs, as that is defined now
     * @throws SQLException where it cannot be run here
     */
    Map<Thing, String> made(List<Statement> said, Subjects subjects, Trace before, Map<Thing, String> present)
            throws SQLException {
        if (subjects.isView()) {
            return madeView(said.get(0), subjects, before);
        }
        run("USE " + Thing.quote(scratch));
        for (var needed : present.entrySet()) {
            create(needed.getKey(), needed.getValue());
        }
        for (var target : subjects.targets()) {
            create(target, before.definition(target));
        }
        for (var statement : said) {
            run(Alteration.spelled(withoutDatabase(statement.significant()), connection));
        }
        return Definitions.of(subjects.targets(), connection);
    }

    private void create(Thing thing, String definition) throws SQLException {
        if (definition != null && !definition.isEmpty()) {
            run(definition);
        }
    }

    /** A view is made beside what it selects from: the tables need not be there a second time. */
    private Map<Thing, String> madeView(Statement statement, Subjects subjects, Trace before) throws SQLException {
        var view = subjects.targets().get(0);
        var here = new Thing(view.kind(), scratch, view.name());
        run("USE " + Thing.quote(database));
        var earlier = before.definition(view);
        if (earlier != null && !earlier.isEmpty()) {
            run(earlier.replaceFirst(" VIEW " + NAME + " AS ",
                    Matcher.quoteReplacement(" VIEW " + here.quoted() + " AS ")));
        }
        run(named(statement, subjects.own().get(0), here.quoted()));
        // Whether the server writes the database before names depends on which one the session is in.
        var there = new Thing(view.kind(), database, view.name());
        var present = Definitions.of(List.of(view), connection).get(view);
        run("USE information_schema");
        var made = unnamed(here);
        return Map.of(view, made.equals(unnamed(there)) ? present : made);
    }

    /** {@return the definition of a view without its own name} */
    private String unnamed(Thing view) throws SQLException {
        return Definitions.of(List.of(view), connection).get(view)
                .replaceFirst(" VIEW " + NAME + "\\." + NAME + " AS ", " VIEW AS ");
    }

    private static String named(Statement statement, Span span, String name) {
        var tokens = statement.significant();
        var first = tokens.get(0);
        var last = tokens.get(tokens.size() - 1);
        return first.source().substring(first.offset(), tokens.get(span.first()).offset()) + name
                + first.source().substring(tokens.get(span.end() - 1).end(), last.end());
    }

    /** {@return a statement as it is about things in whatever database it is run in} */
    private String withoutDatabase(List<Token> tokens) {
        var source = tokens.get(0).source();
        var text = new StringBuilder();
        int from = tokens.get(0).offset();
        for (int i = 0; i + 2 < tokens.size(); i++) {
            boolean behindDot = i > 0 && tokens.get(i - 1).isSymbol('.');
            if (!behindDot && tokens.get(i).isName() && tokens.get(i).name().equals(database)
                    && tokens.get(i + 1).isSymbol('.')) {
                text.append(source, from, tokens.get(i).offset());
                from = tokens.get(i + 2).offset();
            }
        }
        return text.append(source, from, tokens.get(tokens.size() - 1).end()).toString();
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            run("DROP DATABASE IF EXISTS " + Thing.quote(scratch));
        }
    }
}

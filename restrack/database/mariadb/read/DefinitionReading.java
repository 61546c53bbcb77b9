package restrack.database.mariadb.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import restrack.schema.Definition;
import restrack.schema.Definition.Kind;
import restrack.schema.Sql;
import restrack.sql.TokenKind;

/**
 * Reads what is known by its statement. Who defined it does not count and is left out: whoever runs a script becomes
 * the definer of what it makes. The schema that a routine was made in is left out too.
 */
final class DefinitionReading {
    /** The zones of an event and of the session may differ: by quarters of an hour. */
    private static final long QUARTER = Duration.ofMinutes(15).toSeconds();

    private final Connection connection;
    private final List<String> databases;
    private final ShowCreate show;

    DefinitionReading(Connection connection, List<String> databases) {
        this.connection = connection;
        this.databases = databases;
        this.show = new ShowCreate(connection);
    }

    /** {@return the definitions, each behind what it may need} */
    List<Definition> definitions(List<String> sequences, List<String> views) throws SQLException {
        var definitions = new ArrayList<Definition>();
        show.statements("SEQUENCE", 2, sequences).forEach((name, text) -> definitions.add(of(Kind.SEQUENCE, name,
                text.replaceFirst(" ENGINE=\\w+$", ""))));
        routines(Kind.FUNCTION, definitions);
        routines(Kind.PROCEDURE, definitions);
        views(views, definitions);
        triggers(definitions);
        events(definitions);
        return definitions;
    }

    private void routines(Kind kind, List<Definition> definitions) throws SQLException {
        var names = new ArrayList<String>();
        try (var query = connection.prepareStatement("""
                SELECT routine_name FROM information_schema.routines
                WHERE routine_schema = database() AND routine_type = ? ORDER BY routine_name""")) {
            query.setString(1, kind.name());
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
        }
        show.statements(kind.name(), 3, names).forEach((name, text) -> definitions.add(of(kind, name,
                withoutDefiner(text))));
    }

    private void views(List<String> names, List<Definition> definitions) throws SQLException {
        var left = new LinkedHashMap<String, String>();
        show.statements("VIEW", 2, names).forEach((name, text) -> left.put(name, withoutDefiner(text)
                .replaceFirst(" ALGORITHM=UNDEFINED", "").replaceFirst(" SQL SECURITY DEFINER", "")));
        while (!left.isEmpty()) {
            var next = left.keySet().stream().filter(it -> left.keySet().stream()
                    .noneMatch(other -> !other.equals(it) && mentions(left.get(it), other))).findFirst()
                    .orElse(left.keySet().iterator().next());
            definitions.add(of(Kind.VIEW, next, left.remove(next)));
        }
    }

    private static boolean mentions(String text, String name) {
        return Printed.tokens(text).stream().anyMatch(it -> it.kind() == TokenKind.QUOTED_NAME
                && it.name().equalsIgnoreCase(name));
    }

    /** Those for the same event on the same table run one after the other. */
    private void triggers(List<Definition> definitions) throws SQLException {
        var before = new HashMap<String, String>();
        try (var query = connection.createStatement(); var rows = query.executeQuery("""
                SELECT trigger_name, action_timing, event_manipulation, event_object_table, action_statement
                FROM information_schema.triggers WHERE trigger_schema = database()
                ORDER BY event_object_table, action_timing DESC, event_manipulation, action_order, trigger_name""")) {
            while (rows.next()) {
                var name = rows.getString(1);
                var when = rows.getString(2) + " " + rows.getString(3) + " ON " + MariaNames.quoted(rows.getString(4));
                var last = before.put(when, name);
                var text = "CREATE TRIGGER " + MariaNames.quoted(name) + " " + when + " FOR EACH ROW "
                        + rows.getString(5);
                var normal = of(Kind.TRIGGER, name, text).sql().normal() + (last == null ? "" : " FOLLOWS " + last);
                definitions.add(new Definition(Kind.TRIGGER, MariaNames.of(name),
                        Optional.of(MariaNames.of(rows.getString(4))), new Sql(text, normal)));
            }
        }
    }

    private void events(List<Definition> definitions) throws SQLException {
        var begun = new LinkedHashMap<String, Boolean>();
        try (var query = connection.createStatement(); var rows = query.executeQuery("""
                SELECT event_name, starts, created FROM information_schema.events
                WHERE event_schema = database() ORDER BY event_name""")) {
            while (rows.next()) {
                begun.put(rows.getString(1), isImplied(rows.getObject(2, LocalDateTime.class),
                        rows.getObject(3, LocalDateTime.class)));
            }
        }
        Map<String, String> texts = show.statements("EVENT", 4, List.copyOf(begun.keySet()));
        texts.forEach((name, text) -> definitions.add(of(Kind.EVENT, name, begun.get(name)
                ? withoutDefiner(text).replaceFirst(" STARTS '[^']*'", "") : withoutDefiner(text))));
    }

    /** Whether an event starts when it was made, which is what happens when nobody says when. */
    private static boolean isImplied(LocalDateTime starts, LocalDateTime created) {
        if (starts == null || created == null) {
            return false;
        }
        long apart = Duration.between(created, starts).toSeconds();
        return Math.abs(apart) <= Duration.ofHours(15).toSeconds() && Math.floorMod(apart + 1, QUARTER) <= 2;
    }

    private Definition of(Kind kind, String name, String printed) {
        var text = Unqualified.text(printed, databases);
        return new Definition(kind, MariaNames.of(name), Optional.empty(),
                new Sql(text, Printed.normal(Printed.tokens(text))));
    }

    private static String withoutDefiner(String text) {
        var tokens = Printed.tokens(text);
        for (int i = 0; i + 4 < tokens.size(); i++) {
            if (tokens.get(i).is("DEFINER") && tokens.get(i + 1).isSymbol('=')) {
                // The server prints a role as one name, a user as a name and a host.
                int host = text.charAt(tokens.get(i + 2).end()) == '@' ? 2 : 0;
                return text.substring(0, tokens.get(i).offset()) + text.substring(tokens.get(i + 3 + host).offset());
            }
        }
        return text;
    }
}

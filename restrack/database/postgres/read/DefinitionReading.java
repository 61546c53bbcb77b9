package restrack.database.postgres.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import restrack.schema.Definition;
import restrack.schema.Name;

/**
 * Reads what is known by its statement: extensions, types, sequences, functions, views, triggers, policies, with what
 * comments say of them. Ten queries, however much there is. Rights and owners are not a part of it; aggregates,
 * operators, casts, range types, and rules on tables are not seen.
 */
public final class DefinitionReading {
    private DefinitionReading() {
    }

    /** {@return what the current schema has beside tables, in an order in which it can be made} */
    public static List<Definition> of(Connection connection) throws SQLException {
        var queries = Stream.of(TypeQueries.all(), RoutineQueries.all(), ViewQueries.all(), TriggerQueries.all())
                .flatMap(List::stream).toList();
        var found = new ArrayList<Found>();
        for (var query : queries) {
            found.addAll(Found.all(connection, query));
        }
        if (found.isEmpty()) {
            return List.of();
        }
        var needs = Needs.of(connection);
        return MakingOrder.of(found.stream().map(it -> it.definition(
                without(it.name(), needs.getOrDefault(it.key(), Set.of())))).toList());
    }

    /** A view and its own rule need each other. */
    private static Set<Name> without(Name own, Set<Name> needs) {
        var others = new HashSet<>(needs);
        others.removeIf(it -> it.text().equals(own.text()) || it.text().startsWith(own.text() + "."));
        return others;
    }
}

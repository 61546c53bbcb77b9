package restrack.database.postgres.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import restrack.schema.Constraint;
import restrack.schema.Constraint.Kind;
import restrack.schema.Index;
import restrack.schema.Name;
import restrack.schema.Sql;
import restrack.schema.Table;

/**
 * A table by what it does: names do not count, what is there twice is there once, and a unique index over columns is a
 * UNIQUE constraint.
 */
final class Equivalent {
    private static final String UNIQUE = "UNIQUE ON ";

    private Equivalent() {
    }

    static Table of(Table table) {
        return new Table(table.name(), table.columns(), constraints(table), indexes(table), table.options(), "");
    }

    private static List<Constraint> constraints(Table table) {
        var different = new LinkedHashMap<String, Constraint>();
        Stream.concat(table.constraints().stream(), table.indexes().stream().flatMap(it -> unique(it).stream()))
                .filter(it -> it.kind() != Kind.UNIQUE || !isPrimaryKey(table, it))
                .forEach(it -> different.putIfAbsent(it.definition().normal(), new Constraint(it.kind(), it.name(),
                        true, it.definition(), it.columns(), it.parent())));
        return List.copyOf(different.values());
    }

    /** Whether the primary key asks for that already. */
    private static boolean isPrimaryKey(Table table, Constraint unique) {
        return table.constraints(Kind.PRIMARY_KEY).stream().anyMatch(it -> it.definition().normal()
                .equals(unique.definition().normal().replaceFirst("^UNIQUE", "PRIMARY KEY")));
    }

    private static Optional<Constraint> unique(Index index) {
        if (!index.plain() || !index.definition().normal().startsWith(UNIQUE)) {
            return Optional.empty();
        }
        var parts = index.definition().text().substring(index.definition().text().indexOf(" USING btree (") + 13);
        var definition = "UNIQUE " + (parts.endsWith(" NULLS NOT DISTINCT")
                ? "NULLS NOT DISTINCT " + parts.replace(" NULLS NOT DISTINCT", "") : parts);
        return Optional.of(new Constraint(Kind.UNIQUE, index.name(), true, new Sql(definition, definition), List.of(),
                Optional.empty()));
    }

    /** An index is known by its name; here that is what it does. */
    private static List<Index> indexes(Table table) {
        var different = new ArrayList<Index>();
        for (var index : table.indexes()) {
            var name = new Name(index.name().text(), index.definition().normal());
            if (unique(index).isEmpty() && different.stream().noneMatch(it -> it.name().equals(name))) {
                different.add(new Index(name, index.definition(), index.plain(), index.text()));
            }
        }
        return different;
    }
}

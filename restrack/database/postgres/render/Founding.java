package restrack.database.postgres.render;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import restrack.database.postgres.read.Quoted;
import restrack.database.postgres.read.Words;
import restrack.schema.Change;
import restrack.schema.Constraint;
import restrack.schema.Definition;
import restrack.schema.Index;
import restrack.schema.Name;
import restrack.schema.Schema;
import restrack.schema.Sql;

/** Finds out what of all that comes has to be there before tables: types, sequences, the functions that they call. */
final class Founding {
    private final Set<Definition> made;
    private final Set<Definition> founding = new HashSet<>();
    private final Set<Name> later = new HashSet<>();

    private Founding(Collection<Definition> made, List<Change> changes) {
        this.made = new HashSet<>(made);
        for (var change : changes) {
            if (change instanceof Change.CreateTable) {
                later.add(change.table());
            } else if (change instanceof Change.AddColumn it) {
                later.add(Quoted.known(it.table().text() + "." + it.column().name().text()));
            }
        }
    }

    /** {@return those of the definitions that come which tables may need} What needs a new table comes after it. */
    static Set<Definition> of(Collection<Definition> made, Schema wanted, List<Change> changes) {
        var founding = new Founding(made, changes);
        var words = words(wanted);
        for (var definition : made) {
            if (Parts.isRoutine(definition) ? words.contains(Words.bare(definition.name().text()))
                    : !isOnTables(definition)) {
                founding.add(definition);
            }
        }
        return founding.founding;
    }

    private static boolean isOnTables(Definition definition) {
        return switch (definition.kind()) {
            case EXTENSION, ENUM, DOMAIN, COMPOSITE_TYPE, SEQUENCE -> false;
            default -> true;
        };
    }

    private static Set<String> words(Schema schema) {
        return schema.tables().stream().flatMap(table -> Stream.of(
                table.columns().stream().flatMap(it -> Stream.of(it.defaultValue(), it.generated()))
                        .flatMap(it -> it.stream()).map(Sql::text),
                table.constraints().stream().filter(it -> it.kind() != Constraint.Kind.FOREIGN_KEY)
                        .map(it -> it.definition().text()),
                table.indexes().stream().map(Index::text), table.options().stream()).flatMap(it -> it))
                .flatMap(it -> Words.of(it).stream()).collect(Collectors.toSet());
    }

    private void add(Definition definition) {
        if (isOnTables(definition) && !Parts.isRoutine(definition)
                || !Collections.disjoint(definition.detail().needs(), later) || !founding.add(definition)) {
            return;
        }
        var words = Parts.isRoutine(definition) ? Words.of(definition.sql().text()) : Set.<String>of();
        for (var other : new ArrayList<>(made)) {
            if (definition.detail().needs().contains(other.name())
                    || Parts.isRoutine(other) && words.contains(Words.bare(other.name().text()))) {
                add(other);
            }
        }
    }
}

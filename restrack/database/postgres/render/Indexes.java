package restrack.database.postgres.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import restrack.database.Rendered;
import restrack.database.postgres.read.Quoted;
import restrack.schema.Change;
import restrack.schema.Index;
import restrack.schema.Name;
import restrack.schema.Schema;

/** Indexes: they go before the tables change, and come afterwards. One that only gets another name stays. */
final class Indexes {
    private final Schema wanted;
    private final List<Change> changes;
    private final Map<Change.DropIndex, Change.CreateIndex> renamed = new LinkedHashMap<>();

    Indexes(Schema wanted, List<Change> changes) {
        this.wanted = wanted;
        this.changes = changes;
        for (var change : changes) {
            if (change instanceof Change.DropIndex gone) {
                changes.stream().filter(Change.CreateIndex.class::isInstance).map(Change.CreateIndex.class::cast)
                        .filter(it -> it.table().equals(gone.table()) && !renamed.containsValue(it)
                                && it.index().definition().equals(gone.index().definition()))
                        .findFirst().ifPresent(it -> renamed.put(gone, it));
            }
        }
    }

    List<Rendered> leaving() {
        var statements = new ArrayList<Rendered>();
        for (var change : changes) {
            if (change instanceof Change.DropIndex it && renamed.containsKey(it)) {
                var come = renamed.get(it);
                statements.add(Rendered.of("ALTER INDEX " + Quoted.name(it.index().name()) + " RENAME TO "
                        + Quoted.name(come.index().name()), List.of(it, come)));
            } else if (change instanceof Change.DropIndex it) {
                statements.add(Rendered.of(drop(it.index().name()), List.of(it)));
            } else if (change instanceof Change.AlterIndex it) {
                statements.add(Rendered.of(drop(it.from().name()), List.of()));
            }
        }
        return statements;
    }

    private static String drop(Name index) {
        return "DROP INDEX " + Quoted.name(index);
    }

    /** {@return the statements by which they come, table by table} */
    List<Rendered> coming() {
        var statements = new ArrayList<Rendered>();
        for (var table : wanted.tables()) {
            for (var change : changes) {
                if (change.table().equals(table.name())) {
                    if (change instanceof Change.CreateIndex it && !renamed.containsValue(it)) {
                        statements.add(Rendered.of(it.index().text(), List.of(it)));
                    } else if (change instanceof Change.AlterIndex it) {
                        statements.add(Rendered.of(it.to().text(), List.of(it)));
                    }
                }
            }
        }
        return statements;
    }

    /** {@return whether an index asks for different rows} */
    static boolean isUnique(Index index) {
        return index.text().startsWith("CREATE UNIQUE ");
    }
}

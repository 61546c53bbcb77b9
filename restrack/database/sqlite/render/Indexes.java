package restrack.database.sqlite.render;

import java.util.ArrayList;
import java.util.List;
import restrack.database.Rendered;
import restrack.schema.Change;
import restrack.schema.Name;
import restrack.schema.Schema;

/** Indexes: they go before the tables change, and come afterwards. */
final class Indexes {
    private final Schema wanted;
    private final List<Change> changes;

    Indexes(Schema wanted, List<Change> changes) {
        this.wanted = wanted;
        this.changes = changes;
    }

    List<Rendered> leaving() {
        var statements = new ArrayList<Rendered>();
        for (var change : changes) {
            if (change instanceof Change.DropIndex it) {
                statements.add(Rendered.of(drop(it.index().name()), List.of(it)));
            } else if (change instanceof Change.AlterIndex it) {
                statements.add(Rendered.of(drop(it.from().name()), List.of()));
            }
        }
        return statements;
    }

    private static String drop(Name index) {
        return "DROP INDEX " + Names.of(index);
    }

    /** {@return the statements by which they come, table by table} */
    List<Rendered> coming() {
        var statements = new ArrayList<Rendered>();
        for (var table : wanted.tables()) {
            for (var change : changes) {
                if (change instanceof Change.CreateIndex it && it.table().equals(table.name())) {
                    statements.add(Rendered.of(it.index().text(), List.of(it)));
                } else if (change instanceof Change.AlterIndex it && it.table().equals(table.name())) {
                    statements.add(Rendered.of(it.to().text(), List.of(it)));
                }
            }
        }
        return statements;
    }
}

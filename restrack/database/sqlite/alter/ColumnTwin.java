package restrack.database.sqlite.alter;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import restrack.database.sqlite.catalog.Catalog;
import restrack.database.sqlite.catalog.NewText;
import restrack.database.sqlite.catalog.SchemaObject;
import restrack.database.sqlite.catalog.SetAside;
import restrack.database.sqlite.catalog.Workbench;
import restrack.database.sqlite.draft.Action;
import restrack.database.sqlite.grammar.Constraint;
import restrack.database.sqlite.grammar.CreateTable;
import restrack.database.sqlite.grammar.Edits;
import restrack.database.sqlite.grammar.Name;

/**
 * RENAME COLUMN where SQLite fails: it overlooks an {@code INTEGER PRIMARY KEY} in a UNIQUE that stands before it, and
 * {@code WITHOUT ROWID} in one that stands behind it. It sees an {@code INT}. So that is renamed, in a twin of the
 * schema, and its texts say what the others become.
 */
final class ColumnTwin {
    private final Catalog catalog;
    private final CreateTable table;
    private final Action.RenameColumn action;

    ColumnTwin(Catalog catalog, String table, Action.RenameColumn action) {
        this.catalog = catalog;
        this.table = CreateTable.parse(catalog.table(table).orElseThrow().sql());
        this.action = action;
    }

    /**
     * {@return the texts of all that mentions the column, with its new name; nothing if it is another column}
     *
     * @param statement SQLite's own way
     * @param broken    what makes no sense anyway
     */
    Optional<List<NewText>> texts(String statement, Collection<SchemaObject> broken) throws SQLException {
        var type = table.column(action.from()).filter(it -> it.type().equalsIgnoreCase("INTEGER"))
                .flatMap(it -> it.typeSpan());
        if (type.isEmpty()) {
            return Optional.empty();
        }
        var edits = Edits.on(table.text()).replace(type.get(), "INT");
        // Only an INTEGER may count up. A comment in its place leaves as many tokens as there were.
        table.allConstraints().stream().filter(Constraint.PrimaryKey.class::isInstance)
                .flatMap(it -> ((Constraint.PrimaryKey) it).autoincrementSpan().stream())
                .forEach(it -> edits.replace(it, "/**/"));
        var twin = edits.text();
        var objects = catalog.objects().stream().map(it -> isTable(it) ? new SchemaObject(it.rowid(), it.type(),
                it.name(), it.table(), it.root(), twin) : it).toList();
        try (var workbench = Workbench.of(new Catalog(objects))) {
            workbench.run(SetAside.around(List.of(statement), broken));
            return Optional.of(texts(workbench.catalog()));
        }
    }

    private boolean isTable(SchemaObject object) {
        return object.isTable() && Name.same(object.name(), table.name().value());
    }

    private List<NewText> texts(Catalog renamed) {
        var texts = new ArrayList<NewText>();
        for (var old : catalog.objects()) {
            if (old.sql() != null) {
                renamed.objects().stream().filter(it -> it.type().equals(old.type()) && it.name().equals(old.name()))
                        .map(it -> Mended.renamed(old.sql(), it.sql(), action.from()))
                        .filter(it -> !it.equals(old.sql()))
                        .forEach(it -> texts.add(new NewText(old.type(), old.name(), it)));
            }
        }
        return texts;
    }
}

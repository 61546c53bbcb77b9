package restrack.database.sqlite.alter;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import restrack.database.Way;
import restrack.database.sqlite.catalog.Catalog;
import restrack.database.sqlite.catalog.Culprit;
import restrack.database.sqlite.catalog.NewText;
import restrack.database.sqlite.catalog.Quoted;
import restrack.database.sqlite.catalog.SchemaEdit;
import restrack.database.sqlite.catalog.SchemaObject;
import restrack.database.sqlite.catalog.SetAside;
import restrack.database.sqlite.catalog.Workbench;
import restrack.database.sqlite.draft.Action;
import restrack.database.sqlite.draft.CannotAlter;
import restrack.database.sqlite.draft.ExternalContent;
import restrack.database.sqlite.grammar.CreateTable;
import restrack.database.sqlite.grammar.Name;

/** RENAME, which SQLite does itself and everywhere: in indexes, triggers, views and foreign keys of other tables. */
final class Renaming {
    private final Workbench workbench;
    private final String table;

    Renaming(Workbench workbench, String table) {
        this.workbench = workbench;
        this.table = table;
    }

    /** @param renamed is told the table's new name */
    Step plan(Action action, Consumer<String> renamed) throws SQLException {
        var catalog = workbench.catalog();
        var broken = workbench.broken().keySet();
        var statements = new ArrayList<String>();
        var alter = "ALTER TABLE main." + Quoted.name(table) + " RENAME ";
        if (action instanceof Action.RenameColumn column) {
            ExternalContent.refuse(catalog, table, column.from());
            requireColumn(catalog, column.from());
            statements.add(alter + "COLUMN " + Quoted.name(column.from()) + " TO " + Quoted.word(column.to()));
        } else if (action instanceof Action.RenameTable to) {
            ExternalContent.refuse(catalog, table);
            broken.stream().filter(it -> Name.same(it.table(), table)).findFirst().ifPresent(it -> {
                throw CannotAlter.because("The trigger " + it.name() + " on " + table
                        + " is broken, and SQLite cannot rename the table in it.", "Drop or mend it first.");
            });
            statements.add(alter + "TO " + Quoted.name(to.to()));
            statements.addAll(statistics(catalog, to.to()));
            renamed.accept(to.to());
        }
        var all = new ArrayList<>(SetAside.around(statements, broken));
        workbench.run("SAVEPOINT migrate_rename");
        try {
            workbench.run(all);
            if (action instanceof Action.RenameColumn column) {
                var mend = Mended.afterRenaming(catalog, workbench.catalog(), column.from());
                workbench.run(mend);
                all.addAll(mend);
            }
        } catch (SQLException e) {
            workbench.undo("migrate_rename");
            return byText(action, statements.get(0), broken, e);
        }
        workbench.run("RELEASE migrate_rename");
        return step(Way.NATIVE, all, List.of());
    }

    private Step step(Way way, List<String> statements, List<NewText> texts) {
        return new Step(table, way, List.of(), statements, List.of(), Set.of(), false, List.of(), texts, List.of());
    }

    /** Where SQLite cannot: if that is not because of something else. */
    private Step byText(Action action, String statement, Collection<SchemaObject> broken, SQLException e)
            throws SQLException {
        var catalog = workbench.catalog();
        Culprit.of(e, catalog).ifPresent(it -> {
            throw CannotAlter.because("After the renaming, " + it.object().words()
                    + " would make no sense any more: " + it.message() + ".",
                    "Drop it first, and create it again afterwards.");
        });
        if (!(action instanceof Action.RenameColumn column)) {
            throw e;
        }
        var texts = new ColumnTwin(catalog, table, column).texts(statement, broken).orElseThrow(() -> e);
        // Any CREATE and DROP raise the schema's version, by which other connections notice.
        var view = "VIEW main." + Quoted.name(catalog.free("migrate_new"));
        var statements = new ArrayList<String>();
        statements.add("CREATE " + view + " AS SELECT 1");
        statements.add("PRAGMA writable_schema = ON");
        texts.forEach(it -> statements.add(it.statement()));
        statements.add("PRAGMA writable_schema = RESET");
        statements.add("DROP " + view);
        workbench.run(statements);
        return step(Way.IN_PLACE, statements, texts);
    }

    private void requireColumn(Catalog catalog, String column) {
        if (catalog.table(table).map(it -> CreateTable.parse(it.sql())).flatMap(it -> it.column(column)).isEmpty()) {
            throw CannotAlter.because("There is no column " + column + " in " + table + ".",
                    "`migrate show-table " + table + "` shows what there is.");
        }
    }

    /** SQLite leaves the statistics under the name that the table had. */
    private List<String> statistics(Catalog catalog, String to) {
        var statements = new ArrayList<String>();
        var indexes = catalog.indexesOf(table).stream().filter(SchemaObject::isAutomatic)
                .map(it -> new SchemaEdit.Renamed(it.name(), "sqlite_autoindex_" + to
                        + it.name().substring(it.name().lastIndexOf('_')))).toList();
        for (var statistics : List.of("sqlite_stat1", "sqlite_stat4")) {
            if (catalog.table(statistics).isPresent()) {
                if (!indexes.isEmpty()) {
                    statements.add(SchemaEdit.rename("main." + statistics, "idx", indexes));
                }
                statements.add("UPDATE main.%s SET tbl = %s WHERE tbl = %s".formatted(statistics, Quoted.text(to),
                        Quoted.text(catalog.table(table).orElseThrow().name())));
            }
        }
        return statements;
    }
}

package restrack.database.sqlite.alter;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.RowCheck;
import restrack.database.Way;
import restrack.database.sqlite.catalog.Catalog;
import restrack.database.sqlite.catalog.Layout;
import restrack.database.sqlite.catalog.Quoted;
import restrack.database.sqlite.catalog.Said;
import restrack.database.sqlite.catalog.SchemaObject;
import restrack.database.sqlite.catalog.SetAside;
import restrack.database.sqlite.catalog.StandIns;
import restrack.database.sqlite.catalog.Workbench;
import restrack.database.sqlite.draft.Action;
import restrack.database.sqlite.draft.Actions;
import restrack.database.sqlite.draft.CannotAlter;
import restrack.database.sqlite.draft.Consequences;
import restrack.database.sqlite.draft.ConstraintActions;
import restrack.database.sqlite.draft.Draft;
import restrack.database.sqlite.draft.ExternalContent;
import restrack.database.sqlite.draft.Fit;
import restrack.database.sqlite.draft.Positional;
import restrack.database.sqlite.draft.Schema;
import restrack.database.sqlite.draft.StarredOrder;
import restrack.database.sqlite.grammar.Constraint;
import restrack.database.sqlite.grammar.Name;

/**
 * Finds the way for each action of an ALTER TABLE: native, in place or rebuild. Whatever it decides it does to a copy
 * of the schema first, so that SQLite itself says whether the result is a schema, and whether views and triggers
 * still make sense.
 */
final class Planning implements AutoCloseable {
    private final Workbench workbench;
    private final OlderRows older;
    private String table;

    /**
     * @param catalog what is in the database
     * @param table   the table that is changed
     * @param older   whether rows are older than a column
     */
    Planning(Catalog catalog, String table, OlderRows older) throws SQLException {
        this.workbench = Workbench.of(catalog);
        this.table = table;
        this.older = older;
    }

    /** {@return the actions in groups that can be carried out at once} A renaming stands alone. */
    static List<List<Action>> groups(List<Action> actions) {
        var groups = new ArrayList<List<Action>>();
        boolean open = false;
        for (var action : actions) {
            if (!open || action.isRenaming()) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(action);
            open = !action.isRenaming();
        }
        return groups;
    }

    /**
     * {@return how to carry out the first of these actions, as many of them as go together; nothing if there is nothing
     * to do} It is done on the workbench.
     *
     * @param actions a group; those that are planned are taken out of it
     */
    Optional<Step> next(List<Action> actions) {
        try {
            return plan(actions);
        } catch (SQLException e) {
            throw new MigrateException(ErrorKind.CANNOT_ALTER,
                    "SQLite cannot have " + table + " so: " + Said.by(e) + ".", "", e);
        }
    }

    private Optional<Step> plan(List<Action> actions) throws SQLException {
        if (actions.get(0).isRenaming()) {
            return Optional.of(new Renaming(workbench, table).plan(actions.remove(0), renamed -> table = renamed));
        }
        var draft = draft(actions);
        // Asked once: it may have to read the whole table.
        boolean copy = mustCopy(draft);
        if (!copy && !draft.natives().isEmpty()) {
            return Optional.of(natives(actions));
        }
        actions.clear();
        return draft.isNothing() ? Optional.empty() : Optional.of(rewrite(draft, copy));
    }

    private Draft draft(List<Action> actions) throws SQLException {
        var schema = new Schema(workbench.catalog());
        var before = schema.table(table).orElseThrow();
        var draft = new Draft(before, Layout.of(workbench.connection(), "main", table, before.withoutRowid()),
                workbench.unknownCollations().isEmpty());
        for (var action : actions) {
            new Actions(draft, schema).apply(action);
        }
        new Consequences(draft, schema).check();
        new Positional(draft).mend(workbench.catalog());
        ExternalContent.refuse(workbench.catalog(), draft);
        StarredOrder.refuse(workbench.catalog(), draft);
        requireCollations(draft);
        return draft;
    }

    private void requireCollations(Draft draft) throws SQLException {
        for (var name : draft.table().collations()) {
            if (!draft.before().collations().contains(name) && !workbench.hasCollation(name)) {
                throw CannotAlter.because("There is no collation " + name + ".",
                        "SQLite has BINARY, NOCASE and RTRIM; others are there only when the application runs.");
            }
        }
    }

    private boolean mustCopy(Draft draft) throws SQLException {
        if (draft.isCopied()) {
            return true;
        }
        for (var name : draft.defaults()) {
            var column = draft.before().column(name);
            if (column.isPresent() && !isInEveryRow(draft, name) && older.mayBe(draft.before(), column.get())) {
                return true;
            }
        }
        return false;
    }

    /** SQLite adds no column NOT NULL without a default to a table with rows, and none that rows are found by. */
    private static boolean isInEveryRow(Draft draft, String name) {
        var column = draft.before().column(name).orElseThrow();
        return draft.layout().alias().filter(column.name()::is).isPresent()
                || draft.layout().withoutRowid() && draft.layout().primaryKey().stream().anyMatch(column.name()::is)
                || column.constraints(Constraint.NotNull.class).findAny().isPresent()
                && column.constraints(Constraint.Default.class).findAny().isEmpty();
    }

    /** The first actions, as far as SQLite has statements for them or none of them has one. */
    private Step natives(List<Action> actions) throws SQLException {
        int count = 1;
        boolean first = !draft(actions.subList(0, 1)).natives().isEmpty();
        while (count < actions.size()) {
            int natives = draft(actions.subList(0, count + 1)).natives().size();
            if (first ? natives != count + 1 : natives > 0) {
                break;
            }
            count++;
        }
        var draft = draft(actions.subList(0, count));
        actions.subList(0, count).clear();
        return first ? bySqlite(draft) : rewrite(draft, false);
    }

    /** A way that SQLite itself has. What it would not keep of the text is put right afterwards. */
    private Step bySqlite(Draft draft) throws SQLException {
        dropDependents(draft);
        var broken = workbench.broken().keySet();
        var before = workbench.catalog();
        var statements = new ArrayList<>(draft.drops());
        statements.addAll(SetAside.around(draft.natives(), broken));
        workbench.run(statements);
        var mend = Mended.after(before, workbench.catalog(), draft.texts(), draft.isTextWritten());
        workbench.run(mend);
        statements.addAll(mend);
        refuseNewlyBroken(broken);
        return new Step(table, Way.NATIVE, draft.checks(), statements, draft.notes(), Set.of(), false, draft.guards(),
                List.of(), List.of());
    }

    /** What the change broke without being told to. */
    private void refuseNewlyBroken(Set<SchemaObject> before) throws SQLException {
        for (var entry : workbench.broken().entrySet()) {
            if (before.stream().noneMatch(it -> it.name().equals(entry.getKey().name()))) {
                throw CannotAlter.because("With " + table + " so, " + entry.getKey().words()
                        + " would make no sense any more: " + entry.getValue() + ".",
                        "Drop it first, and create it again afterwards.");
            }
        }
    }

    private Step rewrite(Draft draft, boolean copy) throws SQLException {
        dropDependents(draft);
        var rewrite = rewriting(draft, copy);
        refuseUnknownCollations(rewrite);
        for (var expression : draft.computed()) {
            // Where rows are chosen no aggregate can stand: one would make a single row of all.
            workbench.run("EXPLAIN SELECT 1 FROM main." + Quoted.name(table) + " WHERE (" + expression + ") IS NULL");
        }
        requireRowids(draft);
        ExternalContent.refuseStale(workbench.catalog(), draft, rewrite.isRenumbered());
        var keys = ForeignKeys.checkable(workbench.connection(),
                new Schema(workbench.catalog()).concerned(draft));
        boolean insertable = canInsert();
        var statements = rewrite.statements();
        workbench.run(statements);
        if (insertable) {
            // A default is looked at when it is needed, which would be too late.
            insert();
        }
        return new Step(table, rewrite.way(), draft.checks(), statements, draft.notes(),
                keys, rewrite.isRenumbered(), draft.guards(), draft.texts(), rewrite.refilled());
    }

    private void insert() throws SQLException {
        workbench.run("EXPLAIN INSERT INTO main." + Quoted.name(table) + " DEFAULT VALUES");
    }

    private boolean canInsert() {
        try {
            insert();
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    /** A rowid that is NULL would become some number. */
    private void requireRowids(Draft draft) throws SQLException {
        var before = draft.layout().alias();
        var after = workbench.layout(draft.table()).alias();
        if (after.isPresent() && (!after.equals(before) || draft.isChanged(after.get()))) {
            draft.check(new RowCheck("", draft.name() + "." + after.get()
                    + " is to be the rowid, and it is NULL in some rows",
                    draft.rows().where(Quoted.name(after.get()) + " IS NULL", List.of()), "Fill it in first."));
            draft.check(new RowCheck("", draft.name() + "." + after.get()
                    + " is to be the rowid, and it is no whole number in some rows",
                    draft.rows().where("1", Fit.noWholeNumber(draft.stored(after.get())
                            .orElse(Quoted.name(after.get()))), List.of()),
                    "Say with USING which number each row gets."));
        }
        if (before.isPresent() && after.isEmpty() && !draft.table().withoutRowid()) {
            draft.note(before.get() + " is not the rowid any more: SQLite does not fill it in");
        }
    }

    private Rewrite rewriting(Draft draft, boolean copy) throws SQLException {
        return new Rewrite(draft, workbench.layout(draft.table()), workbench.catalog(), copy);
    }

    /** What would not make sense any more goes too, if the user has said so; otherwise it is refused. */
    private void dropDependents(Draft draft) throws SQLException {
        var all = new LinkedHashSet<>(draft.needs());
        try {
            for (var object : new Dependents(workbench, draft).find(() -> rewriting(draft, true).statements())) {
                if (!draft.isCascading()) {
                    all.add(object.words());
                }
            }
        } catch (SQLException e) {
            if (all.isEmpty()) {
                throw e;
            }
        }
        if (!all.isEmpty()) {
            throw ConstraintActions.dependents(Dependents.lost(draft), List.copyOf(all));
        }
    }

    private void refuseUnknownCollations(Rewrite rewrite) throws SQLException {
        Collection<String> unknown = workbench.unknownCollations();
        if (unknown.isEmpty()) {
            return;
        }
        var catalog = workbench.catalog();
        for (var index : rewrite.refilled()) {
            for (var collation : catalog.index(index).isEmpty() ? List.<String>of()
                    : Layout.collations(workbench.connection(), index)) {
                if (unknown.stream().anyMatch(it -> Name.same(it, collation))) {
                    throw CannotAlter.because("The index " + index + " is ordered by " + collation
                            + ", a collation that only the application has: it cannot be filled here.",
                            "Drop the index, and let the application create it again.");
                }
            }
        }
    }

    /** {@return what stands in, on another connection, for all that only the application has} */
    StandIns standIns(Connection connection) throws SQLException {
        return workbench.standIns(connection);
    }

    @Override
    public void close() throws SQLException {
        workbench.close();
    }
}

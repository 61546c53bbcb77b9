package restrack.database.sqlite.draft;

/** Carries actions out on a draft. */
public final class Actions {
    private final Draft draft;
    private final ColumnActions column;
    private final ColumnSetActions columns;
    private final ConstraintActions constraints;
    private final TableActions table;

    public Actions(Draft draft, Schema schema) {
        this.draft = draft;
        this.column = new ColumnActions(draft);
        this.columns = new ColumnSetActions(draft, schema);
        this.constraints = new ConstraintActions(draft, schema);
        this.table = new TableActions(draft);
    }

    /** @param action any action but a renaming of a column or of the table */
    public void apply(Action action) {
        if (action instanceof Action.Strict it && !it.on() && draft.table().column("strict").isPresent()) {
            // So SQLite means it.
            columns.drop(new Action.DropColumn("strict", false, false));
        } else if (action instanceof Action.SetType it) {
            column.setType(it);
        } else if (action instanceof Action.SetDefault it) {
            column.setDefault(it.column(), it.expression());
        } else if (action instanceof Action.DropDefault it) {
            column.dropDefault(it.column());
        } else if (action instanceof Action.SetNotNull it) {
            column.setNotNull(it);
        } else if (action instanceof Action.DropNotNull it) {
            column.dropNotNull(it.column());
        } else if (action instanceof Action.AddGenerated it) {
            column.addGenerated(it);
        } else if (action instanceof Action.SetExpression it) {
            column.setExpression(it);
        } else if (action instanceof Action.DropExpression it) {
            column.dropExpression(it);
        } else if (action instanceof Action.AddColumn it) {
            columns.add(it);
        } else if (action instanceof Action.DropColumn it) {
            columns.drop(it);
        } else if (action instanceof Action.AddConstraint it) {
            constraints.add(it);
        } else if (action instanceof Action.DropConstraint it) {
            constraints.drop(it);
        } else if (action instanceof Action.RenameConstraint it) {
            constraints.rename(it);
        } else if (action instanceof Action.Strict it) {
            table.strict(it.on());
        } else if (action instanceof Action.WithoutRowid it) {
            table.withoutRowid(it.on());
        } else if (action instanceof Action.Autoincrement it) {
            table.autoincrement(it);
        } else if (action instanceof Action.Reorder it) {
            new ReorderAction(draft).apply(it);
        } else {
            throw new IllegalArgumentException(action.toString());
        }
    }
}

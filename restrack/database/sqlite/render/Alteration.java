package restrack.database.sqlite.render;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import restrack.database.Rendered;
import restrack.database.Rendered.Part;
import restrack.database.sqlite.grammar.Constraint.PrimaryKey;
import restrack.database.sqlite.grammar.CreateTable;
import restrack.schema.Change;
import restrack.schema.Column;
import restrack.schema.Constraint;
import restrack.schema.Name;
import restrack.schema.Table;

/**
 * What changes about a table, as one ALTER TABLE; more of them where a person has to give a new column its values
 * before the rest can hold.
 */
final class Alteration {
    private static final String ROWID = "WITHOUT ROWID";
    private static final String AUTOINCREMENT = "AUTOINCREMENT";

    private final Table from;
    private final Table to;
    private final List<Change> changes;
    private final List<ConstraintPart> leaving;
    private final List<ConstraintPart> coming;
    private final CurrentNames names;
    private final Map<Name, Change.AddColumn> added = new LinkedHashMap<>();
    private final Map<Name, Change.DropColumn> dropped = new LinkedHashMap<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<Part> filled = new ArrayList<>();

    /**
     * @param changes all that changes about the table
     * @param leaving the constraints that go in this statement
     * @param coming  the constraints that come in it
     * @param names   what its constraints are called now
     */
    Alteration(Table from, Table to, List<Change> changes, List<ConstraintPart> leaving, List<ConstraintPart> coming,
            CurrentNames names) {
        this.from = from;
        this.to = to;
        this.changes = changes;
        this.leaving = leaving;
        this.coming = coming;
        this.names = names;
        for (var change : changes) {
            if (change instanceof Change.AddColumn it) {
                added.put(it.column().name(), it);
            } else if (change instanceof Change.DropColumn it) {
                dropped.put(it.column().name(), it);
            }
        }
    }

    List<Rendered> statements() {
        leave();
        parts.addAll(new ConstraintRenames(from, to, changes, leaving, coming, names).parts());
        leaveKey();
        option("STRICT", false);
        addColumns();
        parts.addAll(new ColumnParts(from, to, changes).all());
        dropColumns();
        come(Constraint.Kind.UNIQUE);
        come(Constraint.Kind.CHECK);
        comeKey();
        come(Constraint.Kind.FOREIGN_KEY);
        option("STRICT", true);
        reorder();
        var statements = new ArrayList<Rendered>();
        if (!parts.isEmpty()) {
            statements.add(Rendered.alter(Names.of(from.name()), parts));
        }
        statements.addAll(fill());
        return statements;
    }

    /** Foreign keys first, since they need the others. */
    private void leave() {
        leave(leaving.stream().filter(it -> it.is(Constraint.Kind.FOREIGN_KEY)).toList());
        leave(leaving.stream().filter(it -> it.is(Constraint.Kind.CHECK) || it.is(Constraint.Kind.UNIQUE)).toList());
    }

    private void leave(List<ConstraintPart> gone) {
        for (var constraint : names.inOrderOfDropping(gone.stream().map(ConstraintPart::constraint).toList())) {
            if (!goesAlong(constraint)) {
                gone.stream().filter(it -> it.constraint() == constraint).forEach(this::drop);
            }
        }
    }

    /** Whether it stands on a column that goes, which takes it along; not what needs another constraint until then. */
    private boolean goesAlong(Constraint constraint) {
        return (constraint.kind() == Constraint.Kind.CHECK || constraint.kind() == Constraint.Kind.FOREIGN_KEY
                && !ForeignKeyText.of(constraint).parent().equalsIgnoreCase(from.name().text()))
                && names.column(constraint.name()).filter(it -> dropped.keySet().stream()
                        .anyMatch(gone -> gone.text().equalsIgnoreCase(it))).isPresent();
    }

    private void drop(ConstraintPart part) {
        parts.add(new Part("DROP CONSTRAINT " + Names.of(names.of(part.constraint().name())), part.changes()));
        names.drop(part.constraint().name());
    }

    private boolean losesKey() {
        return leaving.stream().anyMatch(it -> it.is(Constraint.Kind.PRIMARY_KEY));
    }

    /** A table WITHOUT ROWID is never without a primary key. */
    private void leaveKey() {
        if (from.options().contains(ROWID) && (losesKey() || !to.options().contains(ROWID))) {
            parts.add(new Part("DROP " + ROWID, options(ROWID, false)));
        }
        if (from.options().contains(AUTOINCREMENT) && !to.options().contains(AUTOINCREMENT)) {
            parts.add(new Part("DROP " + AUTOINCREMENT, options(AUTOINCREMENT, false)));
        }
        leaving.stream().filter(it -> it.is(Constraint.Kind.PRIMARY_KEY)).forEach(this::drop);
    }

    private void option(String option, boolean on) {
        options(option, on).forEach(it -> parts.add(Part.of((on ? "SET " : "DROP ") + option, it)));
    }

    private List<Change> options(String option, boolean on) {
        return changes.stream().filter(it -> it instanceof Change.SetOption set && set.option().equals(option)
                && set.on() == on).toList();
    }

    private void addColumns() {
        for (var column : inOrder()) {
            var change = added.get(column.name());
            if (isNewRowid(column)) {
                var key = key().orElseThrow();
                var conflict = primaryKey(key).conflict().map(it -> " ON CONFLICT " + it).orElse("");
                var all = new ArrayList<Change>(List.of(change));
                all.addAll(key.changes());
                all.addAll(options(AUTOINCREMENT, true));
                parts.add(new Part("ADD COLUMN " + ColumnText.of(column) + " " + key.named() + "PRIMARY KEY" + conflict
                        + (counts() ? " " + AUTOINCREMENT : ""), all));
            } else if (column.notNull().isPresent() && isToFill(column)) {
                parts.add(Part.of("ADD COLUMN " + ColumnText.of(new Column(column.name(), column.type(),
                        Optional.empty(), column.defaultValue(), column.collation(), column.generated())),
                        change));
            } else {
                parts.add(Part.of("ADD COLUMN " + ColumnText.of(column), change));
            }
        }
    }

    private List<Column> inOrder() {
        return ColumnText.byDependency(added.values().stream().map(Change.AddColumn::column).toList());
    }

    /** Whether a column that comes is going to be the rowid, which every row has. */
    private boolean isNewRowid(Column column) {
        return column.type().text().equalsIgnoreCase("INTEGER") && !to.options().contains(ROWID)
                && !from.options().contains(ROWID)
                && key().filter(it -> it.constraint().columns().equals(List.of(column.name()))).isPresent();
    }

    private boolean counts() {
        return to.options().contains(AUTOINCREMENT);
    }

    /** Whether somebody has to say what the rows that are there have in a column that comes. */
    private boolean isToFill(Column column) {
        return column.generated().isEmpty() && column.defaultValue().isEmpty() && !isNewRowid(column)
                && (column.notNull().isPresent()
                        || key().filter(it -> it.constraint().columns().contains(column.name())).isPresent());
    }

    private List<Column> toFill() {
        return added.values().stream().map(Change.AddColumn::column).filter(this::isToFill).toList();
    }

    private void dropColumns() {
        var gone = new ArrayList<>(ColumnText.byDependency(dropped.values().stream().map(Change.DropColumn::column)
                .toList()));
        Collections.reverse(gone);
        for (var column : gone) {
            parts.add(Part.of("DROP COLUMN " + Names.of(column.name()), dropped.get(column.name())));
        }
    }

    private void come(Constraint.Kind kind) {
        for (var it : coming) {
            if (it.is(kind)) {
                boolean needsValues = kind == Constraint.Kind.CHECK
                        && toFill().stream().anyMatch(column -> it.constraint().columns().contains(column.name()));
                (needsValues ? filled : parts).add(it.addition());
            }
        }
    }

    private Optional<ConstraintPart> key() {
        return coming.stream().filter(it -> it.is(Constraint.Kind.PRIMARY_KEY)).findFirst();
    }

    private static PrimaryKey primaryKey(ConstraintPart key) {
        return (PrimaryKey) CreateTable.parse("CREATE TABLE t (c, " + key.constraint().definition().text() + "\n)")
                .constraints().get(0);
    }

    private void comeKey() {
        var key = key();
        boolean inline = added.values().stream().anyMatch(it -> isNewRowid(it.column()));
        boolean late = key.stream().flatMap(it -> it.constraint().columns().stream())
                .anyMatch(it -> toFill().stream().anyMatch(column -> column.name().equals(it)));
        var where = late ? filled : parts;
        if (key.isPresent() && !inline) {
            where.add(key.get().addition());
        }
        if (counts() && !inline && (losesKey() || !from.options().contains(AUTOINCREMENT))
                && key.filter(it -> primaryKey(it).autoincrement()).isEmpty()) {
            where.add(new Part("SET " + AUTOINCREMENT, options(AUTOINCREMENT, true)));
        }
        if (to.options().contains(ROWID) && (losesKey() || !from.options().contains(ROWID))) {
            where.add(new Part("SET " + ROWID, options(ROWID, true)));
        }
    }

    /** {@return the statement after each column that a person has to fill, and then what needed all of them} */
    private List<Rendered> fill() {
        var statements = new ArrayList<Rendered>();
        var inKey = new ArrayList<Column>();
        for (var column : toFill()) {
            if (column.notNull().isPresent()) {
                statements.add(new Fill(from.name(), List.of(column)).before(ColumnParts.notNull(to, column)));
            } else {
                inKey.add(column);
            }
        }
        if (!filled.isEmpty()) {
            statements.add(new Fill(from.name(), inKey).before(filled));
        }
        return statements;
    }

    /** Names as few columns as put all of them into the wanted order. */
    private void reorder() {
        var change = changes.stream().filter(Change.Reorder.class::isInstance).findFirst();
        if (change.isEmpty()) {
            return;
        }
        var now = new ArrayList<Name>();
        from.columns().stream().map(Column::name).filter(it -> !dropped.containsKey(it)).forEach(now::add);
        inOrder().forEach(it -> now.add(it.name()));
        var wanted = to.columns().stream().map(Column::name).filter(now::contains).collect(Collectors.toList());
        now.stream().filter(it -> !wanted.contains(it)).toList().forEach(wanted::add);
        for (int first = 0; first <= wanted.size(); first++) {
            var named = wanted.subList(0, first);
            var result = new ArrayList<>(named);
            now.stream().filter(it -> !named.contains(it)).forEach(result::add);
            if (result.equals(wanted)) {
                if (first > 0) {
                    parts.add(Part.of("REORDER COLUMNS (" + Names.of(named) + ")", change.get()));
                }
                return;
            }
        }
    }
}

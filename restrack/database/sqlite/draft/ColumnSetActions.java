package restrack.database.sqlite.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import restrack.database.RowCheck;
import restrack.database.sqlite.catalog.Mentioned;
import restrack.database.sqlite.catalog.Quoted;
import restrack.database.sqlite.catalog.SchemaObject;
import restrack.database.sqlite.grammar.Column;
import restrack.database.sqlite.grammar.Constraint;
import restrack.database.sqlite.grammar.CreateIndex;
import restrack.database.sqlite.grammar.CreateTable;
import restrack.database.sqlite.grammar.Edits;
import restrack.database.sqlite.grammar.IndexedColumn;
import restrack.database.sqlite.grammar.Mentions;
import restrack.database.sqlite.grammar.Name;
import restrack.database.sqlite.grammar.Span;
import restrack.database.sqlite.grammar.SqliteSyntax;
import restrack.sql.TokenKind;
import restrack.sql.Tokens;

/** What {@code ADD COLUMN} and {@code DROP COLUMN} do to a draft. */
public final class ColumnSetActions {
    private final Draft draft;
    private final Schema schema;
    private final ConstraintActions constraints;

    ColumnSetActions(Draft draft, Schema schema) {
        this.draft = draft;
        this.schema = schema;
        this.constraints = new ConstraintActions(draft, schema);
    }

    void add(Action.AddColumn action) {
        var name = action.column();
        if (draft.table().column(name).isPresent()) {
            if (action.ifNotExists()) {
                return;
            }
            throw CannotAlter.because("There is a column " + name + " in " + draft.name() + " already.",
                    "Give it another name, or say `ADD COLUMN IF NOT EXISTS`.");
        }
        var columns = draft.table().columns();
        draft.edit(edits -> edits.addElements(columns.get(columns.size() - 1).span(), List.of(action.definition())));
        var column = draft.column(name);
        if (column.type().matches("(?is).*\\s(AFTER\\s.+|FIRST)")) {
            throw CannotAlter.because("`" + column.type() + "` is more than a type.",
                    "Say where the column stands with `REORDER COLUMNS (…)` in the same statement.");
        }
        if (column.isGenerated()) {
            draft.rows().compute(name, "(" + column.constraints(Constraint.Generated.class).findFirst().orElseThrow()
                    .expression().in(draft.table().text()) + "\n)");
        } else {
            fill(column);
        }
        if (nativeAdds(column)) {
            draft.byItself("ALTER TABLE main." + Quoted.name(draft.name()) + " ADD COLUMN " + unchecked(action));
        } else {
            draft.copy();
        }
        draft.change(name);
        draft.later(() -> draft.table().column(name).ifPresent(it ->
                it.constraints().forEach(constraint -> constraints.check(constraint, Optional.of(it)))));
        if (column.isGenerated() && column.constraints(Constraint.NotNull.class).findAny().isPresent()) {
            draft.check(new RowCheck("", draft.name() + "." + name
                    + " cannot be NOT NULL, because its expression is NULL for some rows",
                    draft.rows().where(Quoted.name(name) + " IS NULL", List.of()),
                    "Say another expression."));
        }
    }

    /** Says what the rows that are there get: the default, or NULL. */
    private void fill(Column column) {
        var name = column.name().value();
        if (column.constraints(Constraint.PrimaryKey.class).findAny().isPresent()
                && column.type().equalsIgnoreCase("INTEGER") && draft.layout().rowidName().isPresent()) {
            var rowid = draft.layout().rowidName().get();
            draft.storeIfCopied(name, rowid);
            draft.rows().see(name, rowid);
            return;
        }
        var given = column.constraints(Constraint.Default.class).reduce((first, last) -> last)
                .map(it -> it.expression() ? it.value().in(draft.table().text())
                        : constant(it.value().in(draft.table().text())));
        var value = given.orElse("NULL");
        draft.rows().see(name, value);
        if (value.equalsIgnoreCase("NULL") && column.constraints(Constraint.NotNull.class).findAny().isPresent()) {
            draft.check(new RowCheck("", draft.name() + "." + name + " cannot be NOT NULL without a default, because "
                    + "there are rows", draft.rows().where("1", List.of()), "Say `DEFAULT …`."));
        }
        draft.storeIfCopied(name, value);
    }

    /** A word, or a name in double quotes, is a string where SQLite wants a default. */
    private static String constant(String written) {
        var tokens = Tokens.of(written, SqliteSyntax.SQLITE);
        boolean word = tokens.get(0).kind() == TokenKind.WORD && List.of("NULL", "TRUE", "FALSE", "CURRENT_TIME",
                "CURRENT_DATE", "CURRENT_TIMESTAMP").stream().noneMatch(tokens.get(0)::is);
        return word || tokens.get(0).kind() == TokenKind.QUOTED_NAME ? Quoted.text(tokens.get(0).name()) : written;
    }

    /**
     * What SQLite is told of a column: all but what it would look at the rows for. It looks at all that is said of them
     * then, and fails over a row that broke an older CHECK. What is left out is in the text that is written afterwards.
     */
    private String unchecked(Action.AddColumn action) {
        var text = "CREATE TABLE t (" + action.definition() + ")";
        var column = CreateTable.parse(text).columns().get(0);
        var checked = column.constraints().stream().filter(it -> it instanceof Constraint.Check
                || it instanceof Constraint.NotNull && column.isGenerated()).toList();
        if (checked.isEmpty()) {
            return action.definition();
        }
        draft.writeText();
        var edits = Edits.on(text);
        checked.forEach(it -> edits.removeWords(it.span()));
        return CreateTable.parse(edits.text()).columns().get(0).span().in(edits.text());
    }

    /** Whether SQLite's own statement does it (SQLite documentation, "ALTER TABLE ADD COLUMN"). */
    private boolean nativeAdds(Column column) {
        var value = column.constraints(Constraint.Default.class).reduce((first, last) -> last);
        var word = value.map(it -> it.value().in(draft.table().text())).orElse("NULL");
        boolean constant = value.isEmpty() || !value.get().expression()
                && !word.toUpperCase(Locale.ROOT).startsWith("CURRENT_");
        boolean none = word.equalsIgnoreCase("NULL");
        return constant && column.constraints().stream().noneMatch(it -> it instanceof Constraint.PrimaryKey
                || it instanceof Constraint.Unique
                || it instanceof Constraint.NotNull && none && !column.isGenerated()
                || it instanceof Constraint.ForeignKey && !none
                || it instanceof Constraint.Generated generated && generated.stored());
    }

    void drop(Action.DropColumn action) {
        if (draft.table().column(action.column()).isEmpty() && action.ifExists()) {
            return;
        }
        if (action.cascade()) {
            draft.cascade();
        }
        var column = draft.column(action.column());
        draft.lose(column.name().value());
        drop(column, action.cascade());
    }

    private void drop(Column column, boolean cascade) {
        if (draft.table().columns().size() == 1) {
            throw CannotAlter.because(draft.name() + " has no other column than " + column.name().value() + ".",
                    "Say `DROP TABLE " + draft.name() + "`.");
        }
        var name = column.name().value();
        var own = column.constraints().stream().filter(it -> it instanceof Constraint.PrimaryKey
                || it instanceof Constraint.Unique).toList();
        var others = needing(name);
        var indexes = schema.indexes(draft.name()).stream()
                .filter(it -> Mentioned.by(CreateIndex.parse(it.sql()), name)).toList();
        var references = schema.references(draft).stream()
                .filter(it -> schema.parents(draft, it).stream().anyMatch(column.name()::is)
                        && !(Name.same(it.table().name().value(), draft.name()) && isOn(it, name))).toList();
        if (!cascade) {
            need(own, others, indexes, references);
        }
        if (own.stream().anyMatch(Constraint.PrimaryKey.class::isInstance) && draft.table().withoutRowid()) {
            throw CannotAlter.because(
                    "A table WITHOUT ROWID needs its primary key.", "Say `DROP WITHOUT ROWID` first.");
        }
        boolean plain = own.isEmpty() && others.isEmpty()
                && List.of("rowid", "_rowid_", "oid").stream().noneMatch(column.name()::is);
        indexes.forEach(draft::drop);
        references.forEach(constraints::dropReference);
        for (var left = needing(name); !left.isEmpty(); left = needing(name)) {
            // One by one: without one of them, those that have no name of their own are called otherwise.
            remove(left.get(0));
        }
        var gone = draft.column(name);
        draft.edit(edits -> edits.removeElements(draft.table().elements(), List.of(gone.span())));
        draft.storeNothing(name);
        draft.rows().hide(name);
        if (plain) {
            draft.byItself("ALTER TABLE main." + Quoted.name(draft.name()) + " DROP COLUMN " + Quoted.name(name));
            draft.writeText();
        } else {
            draft.copy();
        }
    }

    private static boolean isOn(Schema.Reference reference, String column) {
        return reference.constraint().column().filter(it -> it.name().is(column)).isPresent();
    }

    private void remove(NamedConstraint other) {
        if (other.constraint() instanceof Constraint.Generated) {
            draft.note("drops the column " + other.column().orElseThrow().name().value());
            drop(other.column().orElseThrow(), true);
        } else {
            draft.note("drops the constraint " + other.name());
            constraints.remove(other.constraint());
        }
    }

    /** {@return the constraints elsewhere in the table, and the generated columns, that need a column} */
    private List<NamedConstraint> needing(String name) {
        var found = new ArrayList<NamedConstraint>();
        for (var named : named()) {
            if (named.column().filter(it -> it.name().is(name)).isEmpty() && needs(named.constraint(), name)) {
                found.add(named);
            }
        }
        return found;
    }

    private List<NamedConstraint> named() {
        var all = new ArrayList<>(ConstraintNames.of(draft.table()));
        for (var column : draft.table().columns()) {
            column.constraints(Constraint.Generated.class).filter(it -> it.name().isEmpty())
                    .forEach(it -> all.add(new NamedConstraint(column.name().value(), true, it, Optional.of(column))));
        }
        return all;
    }

    private boolean needs(Constraint constraint, String column) {
        if (constraint instanceof Constraint.Check check) {
            return mentions(check.expression(), column);
        }
        if (constraint instanceof Constraint.Generated generated) {
            return mentions(generated.expression(), column);
        }
        if (constraint instanceof Constraint.ForeignKey key) {
            return key.columns().stream().anyMatch(it -> it.is(column));
        }
        var columns = constraint instanceof Constraint.PrimaryKey key ? key.columns()
                : constraint instanceof Constraint.Unique unique ? unique.columns() : List.<IndexedColumn>of();
        return columns.stream().flatMap(it -> it.column().stream()).anyMatch(it -> it.is(column));
    }

    private boolean mentions(Span expression, String column) {
        return Mentions.of(draft.table().text(), expression).stream().anyMatch(it -> it.is(column));
    }

    private void need(List<Constraint> own, List<NamedConstraint> others,
            List<SchemaObject> indexes, List<Schema.Reference> references) {
        ConstraintNames.of(draft.table()).stream().filter(it -> own.contains(it.constraint()))
                .forEach(it -> draft.need("the constraint " + it.name()));
        others.forEach(it -> draft.need(it.constraint() instanceof Constraint.Generated
                ? "the generated column " + it.column().orElseThrow().name().value() : "the constraint " + it.name()));
        indexes.forEach(it -> draft.need(it.words()));
        references.forEach(it -> draft.need(it.words()));
    }
}

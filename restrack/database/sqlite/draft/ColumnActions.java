package restrack.database.sqlite.draft;

import java.util.List;
import java.util.Optional;
import restrack.database.RowCheck;
import restrack.database.sqlite.catalog.Mentioned;
import restrack.database.sqlite.catalog.Quoted;
import restrack.database.sqlite.grammar.Column;
import restrack.database.sqlite.grammar.Constraint;
import restrack.database.sqlite.grammar.CreateTable;
import restrack.database.sqlite.grammar.Span;
import restrack.database.sqlite.grammar.SqliteSyntax;
import restrack.sql.Token;
import restrack.sql.TokenKind;
import restrack.sql.Tokens;

/** What {@code ALTER COLUMN} does to a draft. */
public final class ColumnActions {
    private final Draft draft;

    public ColumnActions(Draft draft) {
        this.draft = draft;
    }

    void setType(Action.SetType action) {
        requireType(action.type());
        var column = draft.column(action.column());
        var name = column.name().value();
        boolean strict = draft.table().strict();
        boolean otherType = !action.type().equals(column.type());
        boolean otherAffinity = Affinity.of(action.type(), strict) != Affinity.of(column.type(), strict);
        if (otherType) {
            draft.edit(edits -> column.typeSpan().ifPresentOrElse(span -> {
                if (action.type().isEmpty()) {
                    edits.removeWords(span);
                } else {
                    edits.replace(span, action.type());
                }
            }, () -> edits.insert(column.name().span().end(), " " + action.type())));
        }
        action.collation().ifPresent(collation -> collate(draft.column(name), collation));
        if (column.isGenerated()) {
            if (action.using().isPresent()) {
                throw CannotAlter.because(
                        "The column " + name + " is generated: what is in it cannot be said with USING.",
                        "Say `ALTER COLUMN " + name + " SET EXPRESSION AS (…)`.");
            }
            recompute(column, otherType);
            return;
        }
        var fit = new Fit(action.type(), strict);
        if (action.using().isPresent()) {
            convert(name, action.using().get(), action.type());
            if (strict) {
                draft.later(() -> refuseOtherTypes(name, action.type()));
            }
            return;
        }
        // A type that says INTEGER may make a primary key the rowid; in a STRICT table types are enforced.
        if (otherAffinity || otherType && (strict || isInPrimaryKey(name))) {
            checkValues(name, fit.misfit(Quoted.name(name)), action.type());
            var value = draft.stored(name).orElseThrow();
            convert(name, value, action.type());
        } else if (otherType && !fit.tooLong("x").isEmpty()) {
            checkValues(name, fit.tooLong(Quoted.name(name)), action.type());
        }
    }

    /** A STRICT table stores nothing that is not of the type. */
    private void refuseOtherTypes(String column, String type) {
        var misfit = new Fit(type, true).misfit(Quoted.name(column));
        if (!misfit.equals("0") && draft.table().column(column).isPresent()) {
            draft.check(new RowCheck("", "What USING makes of " + draft.name() + "." + column + " is no " + type
                    + " in some rows", draft.rows().where(misfit, List.of(Quoted.name(column))),
                    "Say something else with USING."));
        }
    }

    /** What follows a type in CREATE TABLE would come into the table without a look at its rows. */
    private static void requireType(String type) {
        var columns = CreateTable.parse("CREATE TABLE t (c " + type + "\n)").columns();
        if (columns.size() != 1 || !columns.get(0).constraints().isEmpty() || !columns.get(0).type().equals(type)) {
            throw CannotAlter.because("`" + type + "` is more than a type.",
                    "Say each constraint in an action of its own: `ALTER COLUMN … SET NOT NULL`, `ADD CHECK (…)`.");
        }
    }

    private void checkValues(String column, String condition, String type) {
        if (!condition.equals("0")) {
            draft.check(new RowCheck(RowCheck.CHANGE_DATA, "Values of " + draft.name() + "." + column
                    + " would be lost or change their meaning as " + (type.isEmpty() ? "a column without type" : type),
                    draft.rows().where(condition, List.of(Quoted.name(column))),
                    "Say with USING what becomes of them, mend the rows first, or accept it with `--allow "
                            + RowCheck.CHANGE_DATA + "`."));
        }
    }

    private void convert(String column, String expression, String type) {
        draft.store(column, "(" + expression + "\n)");
        var affinity = Affinity.of(type, draft.table().strict());
        draft.rows().see(column, affinity == Affinity.BLOB || draft.table().strict() ? "(" + expression + "\n)"
                : "CAST((" + expression + "\n) AS " + affinity + ")");
    }

    private boolean isInPrimaryKey(String column) {
        return draft.layout().primaryKey().stream().anyMatch(column::equalsIgnoreCase);
    }

    private void collate(Column column, String collation) {
        var name = column.name().value();
        var there = column.constraints(Constraint.Collate.class).reduce((first, last) -> last);
        if (there.isPresent() && there.get().collation().is(collation)) {
            return;
        }
        var word = Quoted.word(collation);
        if (there.isPresent()) {
            draft.edit(edits -> edits.replace(there.get().collation().span(), word));
        } else {
            draft.insert(column.behindType(), "COLLATE " + word);
        }
        draft.change(name);
        draft.rows().see(name, draft.stored(name).orElse(Quoted.name(name)) + " COLLATE " + word);
        // What is stored may depend on how the column is compared.
        if (draft.table().columns().stream().flatMap(it -> it.constraints(Constraint.Generated.class))
                .anyMatch(it -> it.stored() && Mentioned.in(draft.table().text(), it.expression(), name))) {
            draft.copy();
        }
    }

    public void setDefault(String name, String expression) {
        var column = plain(name, "have a default");
        var value = isTerm(expression) ? expression : "(" + expression + ")";
        var there = column.constraints(Constraint.Default.class).reduce((first, last) -> last);
        if (there.isPresent()) {
            draft.edit(edits -> edits.replace(there.get().value(), value));
        } else {
            draft.insert(column.behindType(), "DEFAULT " + value);
        }
        draft.changeDefault(name);
    }

    /** Whether a default needs no parentheses (SQLite documentation, "CREATE TABLE", 3.2). */
    private static boolean isTerm(String expression) {
        var tokens = Tokens.of(expression, SqliteSyntax.SQLITE).stream().filter(it -> !it.isSpaceOrComment()).toList();
        int sign = tokens.get(0).isSymbol('-') || tokens.get(0).isSymbol('+') ? 1 : 0;
        if (tokens.size() == sign + 1) {
            var kind = tokens.get(sign).kind();
            return kind == TokenKind.NUMBER || sign == 0 && kind != TokenKind.QUOTED_NAME;
        }
        return tokens.get(0).isSymbol('(') && closes(tokens) == tokens.size() - 1;
    }

    private static int closes(List<Token> tokens) {
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            depth += tokens.get(i).isSymbol('(') ? 1 : tokens.get(i).isSymbol(')') ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    void dropDefault(String name) {
        var column = draft.column(name);
        for (var there = last(column); there.isPresent(); there = last(draft.column(name))) {
            remove(there.get().span());
            draft.changeDefault(name);
        }
    }

    private static Optional<Constraint.Default> last(Column column) {
        return column.constraints(Constraint.Default.class).reduce((first, last) -> last);
    }

    void setNotNull(Action.SetNotNull action) {
        var name = action.column();
        var column = draft.column(name);
        var words = "NOT NULL" + action.conflict().map(it -> " ON CONFLICT " + it).orElse("");
        var there = column.constraints(Constraint.NotNull.class).reduce((first, last) -> last);
        if (there.isPresent()) {
            if (action.conflict().isPresent() && !there.get().conflict().equals(action.conflict())) {
                draft.edit(edits -> edits.replace(there.get().span(), words));
            }
            return;
        }
        var allowed = column.constraints(Constraint.Nullable.class).findFirst();
        if (allowed.isPresent()) {
            draft.edit(edits -> edits.replace(allowed.get().span(), words));
        } else {
            draft.insert(column.behindType(), words);
        }
        draft.later(() -> refuseNull(name));
    }

    private void refuseNull(String name) {
        if (draft.table().column(name).filter(it -> it.constraints(Constraint.NotNull.class).findAny().isPresent())
                .isPresent()) {
            draft.check(new RowCheck("", draft.name() + "." + name
                    + " cannot be NOT NULL, because it is NULL in some rows",
                    draft.rows().where(Quoted.name(name) + " IS NULL", List.of()), "Fill it in first: `UPDATE "
                            + draft.name() + " SET " + name + " = … WHERE " + name + " IS NULL`."));
        }
    }

    void dropNotNull(String name) {
        var there = draft.column(name).constraints(Constraint.NotNull.class).reduce((first, last) -> last);
        if (there.isPresent()) {
            remove(there.get().span());
            dropNotNull(name);
        }
    }

    private void remove(Span span) {
        draft.edit(edits -> edits.removeWords(span));
    }

    void addGenerated(Action.AddGenerated action) {
        var name = plain(action.column(), "be generated again").name().value();
        if (last(draft.column(name)).filter(this::isNull).isPresent()) {
            dropDefault(name);
        }
        var column = draft.column(name);
        if (last(column).isPresent()) {
            throw CannotAlter.because("The column " + name + " has a default; a generated column cannot have one.",
                    "Drop it in the same statement: `ALTER COLUMN " + name + " DROP DEFAULT, ALTER COLUMN " + name
                            + " ADD GENERATED …`.");
        }
        draft.insert(column.behindType(), "GENERATED ALWAYS AS (" + action.expression() + ") "
                + (action.stored() ? "STORED" : "VIRTUAL"));
        draft.check(new RowCheck(RowCheck.CHANGE_DATA, "Values of " + draft.name() + "." + name
                + " are not what the expression gives, and would be lost",
                draft.rows().where(differs(column, action.expression()),
                        List.of(Quoted.name(name))),
                "Mend the rows first, or accept it with `--allow " + RowCheck.CHANGE_DATA + "`."));
        draft.storeNothing(name);
        draft.copy();
        draft.rows().compute(name, "(" + action.expression() + "\n)");
    }

    /** Whether a default is as good as none: NULL, with signs and parentheses as somebody likes. */
    private boolean isNull(Constraint.Default there) {
        var words = Tokens.of(there.value().in(draft.table().text()), SqliteSyntax.SQLITE).stream()
                .filter(it -> !it.isSpaceOrComment() && "()+-".indexOf(it.text().charAt(0)) < 0).toList();
        return words.size() == 1 && words.get(0).is("NULL");
    }

    /** By value, not as the column is compared: NOCASE takes 'ABC' for 'abc', and a column without type 1.0 for 1. */
    private String differs(Column column, String expression) {
        var name = Quoted.name(column.name().value());
        var value = "(" + expression + "\n)";
        return name + " IS NOT " + value + " COLLATE BINARY"
                + (Affinity.of(column.type(), draft.table().strict()) != Affinity.BLOB ? ""
                        : " OR typeof(" + name + ") <> typeof(" + value + ")");
    }

    void setExpression(Action.SetExpression action) {
        var column = draft.column(action.column());
        var there = column.constraints(Constraint.Generated.class).findFirst().orElseThrow(() -> CannotAlter.because(
                "The column " + action.column() + " is not generated.", "Say `ADD GENERATED ALWAYS AS (…)`."));
        draft.edit(edits -> edits.replace(there.expression(), action.expression()));
        recompute(column, true);
        draft.rows().compute(column.name().value(), "(" + action.expression() + "\n)");
    }

    private void recompute(Column column, boolean otherwise) {
        if (otherwise) {
            draft.change(column.name().value());
            if (column.constraints(Constraint.Generated.class).anyMatch(Constraint.Generated::stored)) {
                draft.copy();
            }
        }
    }

    void dropExpression(Action.DropExpression action) {
        var column = draft.column(action.column());
        var there = column.constraints(Constraint.Generated.class).findFirst();
        if (there.isEmpty()) {
            if (!action.ifExists()) {
                throw CannotAlter.because("The column " + action.column() + " is not generated.", "");
            }
            return;
        }
        remove(there.get().span());
        draft.store(column.name().value(), Quoted.name(column.name().value()));
    }

    private Column plain(String name, String what) {
        var column = draft.column(name);
        if (column.isGenerated()) {
            throw CannotAlter.because("The column " + name + " is generated, and cannot " + what + ".",
                    "`ALTER COLUMN " + name + " DROP EXPRESSION` makes it an ordinary one.");
        }
        return column;
    }
}

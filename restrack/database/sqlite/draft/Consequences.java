package restrack.database.sqlite.draft;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import restrack.database.RowCheck;
import restrack.database.sqlite.catalog.Mentioned;
import restrack.database.sqlite.catalog.Quoted;
import restrack.database.sqlite.grammar.Constraint;
import restrack.database.sqlite.grammar.CreateIndex;
import restrack.database.sqlite.grammar.Name;
import restrack.database.sqlite.grammar.SqliteSyntax;
import restrack.sql.Token;
import restrack.sql.TokenKind;
import restrack.sql.Tokens;

/** What other values in a column mean for the constraints that were there before: they are looked at again. */
public final class Consequences {
    private final Draft draft;
    private final Schema schema;

    public Consequences(Draft draft, Schema schema) {
        this.draft = draft;
        this.schema = schema;
    }

    public void check() {
        draft.lookNow();
        guardChecks();
        guardNulls();
        for (var name : draft.changed()) {
            if (draft.before().column(name).isPresent() && draft.table().column(name).isPresent()) {
                checkNull(name);
            }
        }
        draft.table().allConstraints().stream().filter(this::wasThere).forEach(this::check);
        for (var index : schema.indexes(draft.name())) {
            if (!draft.dropped().contains(index)) {
                check(CreateIndex.parse(index.sql()));
            }
        }
    }

    private boolean isChanged(String text) {
        return draft.table().names().stream().filter(it -> draft.before().column(it).isPresent())
                .anyMatch(it -> Mentioned.in(text, it) && draft.isChanged(it));
    }

    private void guardChecks() {
        var table = draft.table();
        for (var constraint : table.allConstraints()) {
            if (constraint instanceof Constraint.Check check) {
                var text = check.expression().in(table.text());
                if (table.names().stream().anyMatch(it -> Mentioned.in(text, it) && draft.isChanged(it))) {
                    guard("has rows that CHECK (" + text + ") does not hold for", "NOT (" + text + "\n)",
                            wasThere(constraint));
                }
            }
        }
    }

    private void guardNulls() {
        for (var column : draft.table().columns()) {
            var name = column.name().value();
            if (draft.isChanged(name) && column.constraints(Constraint.NotNull.class).findAny().isPresent()
                    && draft.stored(name).filter(it -> isLiteral(it) || isItself(it, name)).isEmpty()) {
                guard("has rows in which " + name + " is NULL, and it is NOT NULL",
                        "typeof(" + Quoted.name(name) + ") = 'null'",
                        draft.before().column(name).filter(it ->
                                it.constraints(Constraint.NotNull.class).findAny().isPresent()).isPresent());
            }
        }
    }

    /** A number, string or blob: it is not NULL. */
    private static boolean isLiteral(String expression) {
        var tokens = Tokens.of(expression, SqliteSyntax.SQLITE);
        var kind = tokens.get(tokens.size() - 1).kind();
        return tokens.size() <= 2 && (kind == TokenKind.NUMBER || kind == TokenKind.STRING || kind == TokenKind.BLOB);
    }

    /** What was stored before; only what it is stored as may be something else. */
    private static boolean isItself(String expression, String column) {
        var words = Tokens.of(expression, SqliteSyntax.SQLITE).stream().filter(it -> !it.isSpaceOrComment()
                && !it.isSymbol('(') && !it.isSymbol(')')).map(Token::text).toList();
        return words.equals(List.of(Quoted.name(column)));
    }

    private void guard(String sentence, String condition, boolean before) {
        var count = "(SELECT count(*) FROM main." + Quoted.name(draft.name()) + " NOT INDEXED WHERE " + condition + ")";
        draft.guard(new Guard(draft.name() + " " + sentence, before ? count : "0", count));
    }

    private boolean wasThere(Constraint constraint) {
        var text = constraint.span().in(draft.table().text());
        var before = draft.before();
        return before.allConstraints().stream().anyMatch(it -> it.span().in(before.text()).equals(text));
    }

    private void checkNull(String name) {
        boolean notNull = draft.table().column(name).orElseThrow().constraints(Constraint.NotNull.class)
                .anyMatch(this::wasThere);
        if (notNull && draft.stored(name).filter(it -> !it.equals(Quoted.name(name))).isPresent()) {
            draft.check(new RowCheck("", draft.name() + "." + name + " is NOT NULL, and would become NULL in some rows",
                    draft.rows().where(Quoted.name(name) + " IS NULL", List.of()), "Say something else with USING."));
        }
    }

    private void check(Constraint constraint) {
        if (constraint instanceof Constraint.Check check && isChanged(check.expression().in(draft.table().text()))) {
            new ConstraintActions(draft, schema).checkAgain(check);
            return;
        }
        var columns = constraint instanceof Constraint.PrimaryKey key ? key.columns()
                : constraint instanceof Constraint.Unique unique ? unique.columns() : null;
        if (columns == null) {
            return;
        }
        var keys = new LinkedHashMap<String, String>();
        if (columns.isEmpty()) {
            draft.table().columns().stream().filter(it -> it.constraints().contains(constraint)).findFirst()
                    .ifPresent(it -> keys.put(it.name().value(), Quoted.name(it.name().value())));
        }
        columns.forEach(it -> it.column().ifPresent(name -> keys.put(name.value(), Quoted.name(name.value())
                + it.collation().map(other -> " COLLATE " + Quoted.name(other.value())).orElse(""))));
        checkUnique(keys, Optional.empty());
    }

    private void check(CreateIndex index) {
        if (index.unique()) {
            var keys = new LinkedHashMap<String, String>();
            index.columns().forEach(it -> keys.put(it.column().map(Name::value)
                    .orElse(it.expression().in(index.text())), it.span().in(index.text())
                    .replaceAll("(?i)\\s+(ASC|DESC)\\s*$", "")));
            checkUnique(keys, index.where().map(it -> it.in(index.text()) + "\n"));
        }
    }

    private void checkUnique(Map<String, String> keys, Optional<String> where) {
        if (isChanged(String.join(", ", keys.values()) + " " + where.orElse(""))) {
            draft.check(new RowCheck("", draft.name() + " (" + String.join(", ", keys.keySet()) + ") is unique, and "
                    + "several rows would have the same values", draft.rows().duplicates(keys, where.orElse("1")),
                    "Say something else with USING, or merge the rows first."));
        }
    }
}

package restrack.database.sqlite.alter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import restrack.database.sqlite.draft.Action;
import restrack.sql.Items;
import restrack.sql.Statement;
import restrack.sql.Token;
import restrack.sql.TokenCursor;

/**
 * Reads {@code ALTER TABLE}. What it does not know it leaves to the database, whose message is then the one that the
 * user sees.
 */
final class AlterParser {
    private static final List<String> CONFLICTS = List.of("ROLLBACK", "ABORT", "FAIL", "IGNORE", "REPLACE");

    private final TokenCursor statement;

    AlterParser(Statement statement) {
        this.statement = statement.cursor();
    }

    Optional<AlterStatement> parse() {
        statement.accept("ALTER", "TABLE");
        boolean ifExists = statement.accept("IF", "EXISTS");
        statement.accept("ONLY");
        var table = statement.tableName();
        if (table.isEmpty()) {
            return Optional.empty();
        }
        var actions = new ArrayList<Action>();
        for (var tokens : Items.of(statement.rest())) {
            var action = action(tokens);
            if (action.isEmpty()) {
                return Optional.empty();
            }
            actions.add(action.get());
        }
        return Optional.of(new AlterStatement(ifExists, table.get(), List.copyOf(actions)));
    }

    private static Optional<Action> action(List<Token> tokens) {
        var cursor = new TokenCursor(tokens);
        if (cursor.accept("ADD")) {
            return add(cursor);
        }
        if (cursor.accept("DROP")) {
            return drop(cursor);
        }
        if (cursor.accept("ALTER")) {
            cursor.accept("COLUMN");
            return cursor.name().flatMap(column -> alterColumn(column, cursor));
        }
        if (cursor.accept("RENAME")) {
            return rename(cursor);
        }
        if (cursor.accept("SET")) {
            return option(cursor, true).filter(it -> cursor.atEnd());
        }
        if (cursor.accept("REORDER", "COLUMNS")) {
            return names(cursor).filter(it -> cursor.atEnd()).map(Action.Reorder::new);
        }
        return Optional.empty();
    }

    private static Optional<Action> add(TokenCursor cursor) {
        for (var word : List.of("CONSTRAINT", "CHECK", "UNIQUE", "PRIMARY", "FOREIGN")) {
            if (!cursor.atEnd() && cursor.rest().get(0).is(word)) {
                return Optional.of(new Action.AddConstraint(text(cursor.rest())));
            }
        }
        cursor.accept("COLUMN");
        boolean ifNotExists = cursor.accept("IF", "NOT", "EXISTS");
        var definition = text(cursor.rest());
        return cursor.name().map(column -> new Action.AddColumn(column, definition, ifNotExists));
    }

    private static Optional<Action> drop(TokenCursor cursor) {
        if (cursor.accept("CONSTRAINT")) {
            boolean ifExists = cursor.accept("IF", "EXISTS");
            return cursor.name().flatMap(name -> cascade(cursor)
                    .map(cascade -> new Action.DropConstraint(name, ifExists, cascade)));
        }
        var option = option(cursor, false);
        if (option.isPresent()) {
            return option.filter(it -> cursor.atEnd());
        }
        cursor.accept("COLUMN");
        boolean ifExists = cursor.accept("IF", "EXISTS");
        return cursor.name().flatMap(column -> cascade(cursor)
                .map(cascade -> new Action.DropColumn(column, ifExists, cascade)));
    }

    private static Optional<Action> option(TokenCursor cursor, boolean on) {
        if (cursor.accept("STRICT")) {
            return Optional.of(new Action.Strict(on));
        }
        if (cursor.accept("WITHOUT", "ROWID")) {
            return Optional.of(new Action.WithoutRowid(on));
        }
        return cursor.accept("AUTOINCREMENT") ? Optional.of(new Action.Autoincrement(on, Optional.empty()))
                : Optional.empty();
    }

    /** {@return whether CASCADE ends the action; nothing if it ends with something unknown} */
    private static Optional<Boolean> cascade(TokenCursor cursor) {
        boolean cascade = cursor.accept("CASCADE");
        if (!cascade) {
            cursor.accept("RESTRICT");
        }
        return cursor.atEnd() ? Optional.of(cascade) : Optional.empty();
    }

    private static Optional<Action> rename(TokenCursor cursor) {
        if (cursor.accept("TO")) {
            return cursor.name().filter(it -> cursor.atEnd()).map(Action.RenameTable::new);
        }
        boolean constraint = cursor.accept("CONSTRAINT");
        if (!constraint) {
            cursor.accept("COLUMN");
        }
        var from = cursor.name();
        var to = cursor.accept("TO") ? cursor.name().filter(it -> cursor.atEnd()) : Optional.<String>empty();
        return from.flatMap(a -> to.map(b -> constraint ? new Action.RenameConstraint(a, b)
                : new Action.RenameColumn(a, b)));
    }

    private static Optional<Action> alterColumn(String column, TokenCursor cursor) {
        if (cursor.accept("SET", "DATA", "TYPE") || cursor.accept("TYPE")) {
            return type(column, cursor.rest());
        }
        if (cursor.accept("SET", "DEFAULT")) {
            return cursor.atEnd() ? Optional.empty()
                    : Optional.of(new Action.SetDefault(column, text(cursor.rest())));
        }
        if (cursor.accept("SET", "EXPRESSION", "AS")) {
            return parenthesized(cursor).filter(it -> cursor.atEnd())
                    .map(expression -> new Action.SetExpression(column, expression));
        }
        if (cursor.accept("ADD", "GENERATED")) {
            return generated(column, cursor);
        }
        if (cursor.accept("DROP", "EXPRESSION")) {
            boolean ifExists = cursor.accept("IF", "EXISTS");
            return ended(cursor, new Action.DropExpression(column, ifExists));
        }
        if (cursor.accept("DROP", "IDENTITY")) {
            cursor.accept("IF", "EXISTS");
            return ended(cursor, new Action.Autoincrement(false, Optional.of(column)));
        }
        if (cursor.accept("DROP", "DEFAULT")) {
            return ended(cursor, new Action.DropDefault(column));
        }
        if (cursor.accept("DROP", "TYPE")) {
            return withoutType(column, cursor);
        }
        if (cursor.accept("SET", "NOT", "NULL")) {
            return notNull(column, cursor);
        }
        return cursor.accept("DROP", "NOT", "NULL") ? ended(cursor, new Action.DropNotNull(column))
                : Optional.empty();
    }

    private static Optional<Action> withoutType(String column, TokenCursor cursor) {
        var collation = cursor.accept("COLLATE") ? cursor.name() : Optional.<String>empty();
        return ended(cursor, new Action.SetType(column, "", collation, Optional.empty()));
    }

    private static Optional<Action> notNull(String column, TokenCursor cursor) {
        if (!cursor.accept("ON", "CONFLICT")) {
            return ended(cursor, new Action.SetNotNull(column, Optional.empty()));
        }
        return CONFLICTS.stream().filter(cursor::accept).findFirst()
                .flatMap(it -> ended(cursor, new Action.SetNotNull(column, Optional.of(it))));
    }

    private static Optional<Action> ended(TokenCursor cursor, Action action) {
        return cursor.atEnd() ? Optional.of(action) : Optional.empty();
    }

    private static Optional<Action> generated(String column, TokenCursor cursor) {
        if (!cursor.accept("ALWAYS")) {
            cursor.accept("BY", "DEFAULT");
        }
        if (!cursor.accept("AS")) {
            return Optional.empty();
        }
        if (cursor.accept("IDENTITY")) {
            return Optional.of(new Action.Autoincrement(true, Optional.of(column)));
        }
        return parenthesized(cursor).flatMap(expression -> {
            boolean stored = cursor.accept("STORED");
            if (!stored) {
                cursor.accept("VIRTUAL");
            }
            return ended(cursor, new Action.AddGenerated(column, expression, stored));
        });
    }

    private static Optional<Action> type(String column, List<Token> tokens) {
        int using = find(tokens, "USING");
        int collate = find(tokens.subList(0, using), "COLLATE");
        var type = tokens.subList(0, collate);
        var collation = collate < using ? tokens.subList(collate + 1, using) : List.<Token>of();
        var expression = using < tokens.size() ? tokens.subList(using + 1, tokens.size()) : List.<Token>of();
        if (type.isEmpty() || collate < using && collation.size() != 1
                || using < tokens.size() && expression.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Action.SetType(column, text(type), collation.stream().map(Token::name).findFirst(),
                expression.isEmpty() ? Optional.empty() : Optional.of(text(expression))));
    }

    /** The index of a word outside parentheses; the number of tokens if it is not there. */
    private static int find(List<Token> tokens, String word) {
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            depth += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
            if (depth == 0 && token.is(word)) {
                return i;
            }
        }
        return tokens.size();
    }

    /** {@return what is in the parentheses that come next, which are then passed} */
    private static Optional<String> parenthesized(TokenCursor cursor) {
        var tokens = cursor.rest();
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            depth += tokens.get(i).isSymbol('(') ? 1 : tokens.get(i).isSymbol(')') ? -1 : 0;
            if (depth == 0) {
                if (i < 2) {
                    return Optional.empty();
                }
                for (int passed = 0; passed <= i; passed++) {
                    cursor.next();
                }
                return Optional.of(text(tokens.subList(1, i)));
            }
        }
        return Optional.empty();
    }

    private static Optional<List<String>> names(TokenCursor cursor) {
        var names = new ArrayList<String>();
        if (!cursor.accept('(')) {
            return Optional.empty();
        }
        do {
            var name = cursor.name();
            if (name.isEmpty()) {
                return Optional.empty();
            }
            names.add(name.get());
        } while (cursor.accept(','));
        return cursor.accept(')') ? Optional.of(List.copyOf(names)) : Optional.empty();
    }

    /** {@return the text from the first to the last of these tokens, comments between them included} */
    private static String text(List<Token> tokens) {
        return tokens.isEmpty() ? ""
                : tokens.get(0).source().substring(tokens.get(0).offset(), tokens.get(tokens.size() - 1).end());
    }
}

package restrack.database.mariadb.alter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import restrack.sql.Items;
import restrack.sql.Statement;
import restrack.sql.Token;
import restrack.sql.TokenCursor;
import restrack.sql.TokenKind;

/** Reads {@code ALTER TABLE}. What it does not know it leaves to MariaDB, whose message is then what the user sees. */
final class AlterParser {
    private static final String SQLITE_ONLY = " is a property of SQLite's tables, and MariaDB has no such thing.";

    private static final List<String> BEHIND_DEFINITION = List.of("FIRST", "AFTER", "PRIMARY", "UNIQUE", "KEY");

    private final Statement statement;
    private final TokenCursor cursor;

    AlterParser(Statement statement) {
        this.statement = statement;
        this.cursor = statement.cursor();
    }

    Optional<AlterStatement> parse() {
        cursor.accept("ALTER");
        cursor.accept("ONLINE");
        boolean ignore = cursor.accept("IGNORE");
        if (!cursor.accept("TABLE") || statement.tokens().stream().anyMatch(it -> it.kind() == TokenKind.CONDITION)) {
            return Optional.empty();
        }
        boolean ifExists = cursor.accept("IF", "EXISTS");
        boolean only = cursor.accept("ONLY");
        var table = cursor.tableName();
        if (cursor.accept("WAIT")) {
            cursor.next();
        } else {
            cursor.accept("NOWAIT");
        }
        if (table.isEmpty() || cursor.atEnd()) {
            return Optional.empty();
        }
        int first = cursor.rest().get(0).offset() - statement.offset();
        var head = statement.text().substring(0, first).stripTrailing();
        var parts = Items.of(cursor.rest()).stream().map(AlterParser::part).toList();
        boolean nothingNew = parts.stream().allMatch(Part.Native.class::isInstance);
        return nothingNew ? Optional.empty() : Optional.of(new AlterStatement(
                only ? head.replaceFirst("(?i)\\bONLY\\s+", "") : head, statement.text().substring(first),
                table.get(), ifExists, ignore, parts));
    }

    private static Part part(List<Token> tokens) {
        var cursor = new TokenCursor(tokens);
        Optional<Part> part = Optional.empty();
        if (cursor.accept("ADD")) {
            part = List.of("CONSTRAINT", "CHECK", "UNIQUE", "PRIMARY", "FOREIGN").stream()
                    .anyMatch(it -> !cursor.atEnd() && cursor.rest().get(0).is(it))
                    ? Optional.of(new Part.AddConstraint(text(tokens), cursor.rest())) : Optional.empty();
        } else if (cursor.accept("DROP")) {
            part = drop(cursor);
        } else if (cursor.accept("ALTER")) {
            cursor.accept("COLUMN");
            part = cursor.name().flatMap(column -> alterColumn(column, cursor));
        } else if (cursor.accept("RENAME")) {
            part = rename(cursor);
        } else if (cursor.accept("SET")) {
            part = option(cursor, true);
        } else if (cursor.accept("MODIFY")) {
            part = define(tokens, cursor, false);
        } else if (cursor.accept("CHANGE")) {
            part = define(tokens, cursor, true);
        } else if (cursor.accept("REORDER", "COLUMNS")) {
            part = names(cursor).map(Part.Reorder::new);
        }
        return part.orElseGet(() -> new Part.Native(text(tokens)));
    }

    /** A place and a key behind the definition say nothing of the values. */
    private static Optional<Part> define(List<Token> tokens, TokenCursor cursor, boolean renames) {
        cursor.accept("COLUMN");
        cursor.accept("IF", "EXISTS");
        var column = cursor.name();
        if (column.isEmpty() || renames && cursor.name().isEmpty()) {
            return Optional.empty();
        }
        var rest = cursor.rest();
        int end = BEHIND_DEFINITION.stream().mapToInt(it -> find(rest, it)).min().orElse(rest.size());
        return end == 0 ? Optional.empty()
                : Optional.of(new Part.Define(text(tokens), column.get(), rest.subList(0, end)));
    }

    private static Optional<Part> drop(TokenCursor cursor) {
        if (!cursor.accept("CONSTRAINT")) {
            return option(cursor, false);
        }
        boolean ifExists = cursor.accept("IF", "EXISTS");
        var name = cursor.name();
        if (!cursor.accept("CASCADE")) {
            cursor.accept("RESTRICT");
        }
        return name.flatMap(it -> ended(cursor, new Part.DropConstraint(it, ifExists)));
    }

    private static Optional<Part> option(TokenCursor cursor, boolean on) {
        if (cursor.accept("STRICT")) {
            return Optional.of(new Part.Refused("STRICT" + SQLITE_ONLY, "Its tables take only values of their columns' "
                    + "types anyway: leave the action out."));
        }
        if (cursor.accept("WITHOUT", "ROWID")) {
            return Optional.of(new Part.Refused("WITHOUT ROWID" + SQLITE_ONLY, "InnoDB stores every table by its "
                    + "primary key anyway: leave the action out."));
        }
        return cursor.accept("AUTOINCREMENT") ? ended(cursor, new Part.Identity(Optional.empty(), on))
                : Optional.empty();
    }

    private static Optional<Part> rename(TokenCursor cursor) {
        boolean constraint = cursor.accept("CONSTRAINT");
        boolean other = cursor.accept("INDEX") || cursor.accept("KEY") || cursor.accept("TO") || cursor.accept("AS");
        if (!constraint) {
            cursor.accept("COLUMN");
        }
        var from = other ? Optional.<String>empty() : cursor.name();
        var to = cursor.accept("TO") ? cursor.name().filter(it -> cursor.atEnd()) : Optional.<String>empty();
        return from.flatMap(a -> to.map(b -> constraint ? new Part.RenameConstraint(a, b)
                : new Part.RenameColumn(a, b)));
    }

    private static Optional<Part> alterColumn(String column, TokenCursor cursor) {
        if (cursor.accept("SET", "DATA", "TYPE") || cursor.accept("TYPE")) {
            return type(column, cursor.rest());
        }
        if (cursor.accept("SET", "NOT", "NULL")) {
            return ended(cursor, new Part.NotNull(column, true));
        }
        if (cursor.accept("DROP", "NOT", "NULL")) {
            return ended(cursor, new Part.NotNull(column, false));
        }
        if (cursor.accept("SET", "DEFAULT")) {
            return cursor.atEnd() ? Optional.empty()
                    : Optional.of(new Part.Default(column, Optional.of(text(cursor.rest()))));
        }
        if (cursor.accept("DROP", "DEFAULT")) {
            return ended(cursor, new Part.Default(column, Optional.empty()));
        }
        if (cursor.accept("DROP", "IDENTITY")) {
            return Optional.of(new Part.Identity(Optional.of(column), false));
        }
        return generated(column, cursor);
    }

    private static Optional<Part> generated(String column, TokenCursor cursor) {
        if (cursor.accept("DROP", "EXPRESSION")) {
            cursor.accept("IF", "EXISTS");
            return ended(cursor, new Part.Generated(column, Optional.empty(), Optional.empty()));
        }
        boolean replaces = cursor.accept("SET", "EXPRESSION", "AS");
        if (!replaces && !cursor.accept("ADD", "GENERATED")) {
            return Optional.empty();
        }
        if (!replaces) {
            if (!cursor.accept("ALWAYS")) {
                cursor.accept("BY", "DEFAULT");
            }
            cursor.accept("AS");
            if (cursor.accept("IDENTITY")) {
                return Optional.of(new Part.Identity(Optional.of(column), true));
            }
        }
        var rest = cursor.rest();
        boolean stored = !rest.isEmpty() && rest.get(rest.size() - 1).is("STORED");
        boolean says = stored || !rest.isEmpty() && rest.get(rest.size() - 1).is("VIRTUAL");
        var expression = rest.subList(0, rest.size() - (says ? 1 : 0));
        return expression.size() < 3 || !expression.get(0).isSymbol('(') ? Optional.empty()
                : Optional.of(new Part.Generated(column, Optional.of(text(expression)),
                        replaces && !says ? Optional.empty() : Optional.of(stored)));
    }

    private static Optional<Part> type(String column, List<Token> tokens) {
        int using = find(tokens, "USING");
        if (using < tokens.size()) {
            return Optional.of(new Part.Refused("MariaDB cannot say with USING what becomes of the values of " + column
                    + ".", "Add a column of the new type, fill it with UPDATE, drop the old one, and give the new one "
                    + "its name: four statements, each of which can be resumed."));
        }
        for (var word : List.of("NOT", "NULL", "DEFAULT", "COMMENT", "ON", "CHECK", "AUTO_INCREMENT", "FIRST",
                "AFTER")) {
            if (find(tokens, word) < tokens.size()) {
                return Optional.of(new Part.Refused("Behind the new type of " + column + " stands " + word + ".",
                        "Give it an action of its own: `ALTER COLUMN " + column + " SET NOT NULL`, for instance."));
            }
        }
        int collate = find(tokens, "COLLATE");
        return tokens.isEmpty() || collate == 0 ? Optional.empty()
                : Optional.of(new Part.SetType(column, text(tokens.subList(0, collate)),
                        collate < tokens.size() ? text(tokens.subList(collate + 1, tokens.size())) : ""));
    }

    /** The index of a word outside parentheses; the number of tokens if it is not there. */
    private static int find(List<Token> tokens, String word) {
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            depth += tokens.get(i).isSymbol('(') ? 1 : tokens.get(i).isSymbol(')') ? -1 : 0;
            if (depth == 0 && tokens.get(i).is(word)) {
                return i;
            }
        }
        return tokens.size();
    }

    private static Optional<List<String>> names(TokenCursor cursor) {
        var names = new ArrayList<String>();
        cursor.accept('(');
        do {
            cursor.name().ifPresent(names::add);
        } while (cursor.accept(','));
        return cursor.accept(')') && cursor.atEnd() && !names.isEmpty() ? Optional.of(names) : Optional.empty();
    }

    private static Optional<Part> ended(TokenCursor cursor, Part part) {
        return cursor.atEnd() ? Optional.of(part) : Optional.empty();
    }

    /** {@return the text from the first to the last of these tokens, comments between them included} */
    static String text(List<Token> tokens) {
        return tokens.isEmpty() ? ""
                : tokens.get(0).source().substring(tokens.get(0).offset(), tokens.get(tokens.size() - 1).end());
    }
}

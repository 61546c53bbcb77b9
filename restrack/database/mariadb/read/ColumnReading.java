package restrack.database.mariadb.read;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import restrack.schema.Column;
import restrack.schema.Constraint;
import restrack.schema.Sql;
import restrack.sql.Token;
import restrack.sql.TokenKind;

/**
 * Reads one column. A type's text is followed by what else makes the column what it is and has no place of its own:
 * COMPRESSED, INVISIBLE, WITHOUT SYSTEM VERSIONING.
 */
final class ColumnReading {
    /** The words behind a type that belong to it. */
    private static final Set<String> OF_TYPE = Set.of("unsigned", "zerofill");
    /** What ends a default and the like. */
    private static final Set<String> CLAUSES = Set.of("CHARACTER", "COLLATE", "GENERATED", "INVISIBLE", "WITHOUT",
            "NOT", "NULL", "DEFAULT", "ON", "AUTO_INCREMENT", "COMMENT", "CHECK");

    private final List<Token> tokens;
    private int at = 1;
    private String type;
    private String suffix = "";
    private Optional<Sql> notNull = Optional.empty();
    private Optional<Sql> defaultValue = Optional.empty();
    private Optional<Sql> generated = Optional.empty();
    private Optional<Sql> identity = Optional.empty();
    private Optional<Sql> onUpdate = Optional.empty();
    private Optional<Sql> comment = Optional.empty();
    private Optional<Sql> check = Optional.empty();

    private ColumnReading(List<Token> tokens) {
        this.tokens = tokens;
        type();
        while (at < tokens.size()) {
            clause();
        }
    }

    static ColumnReading of(List<Token> tokens) {
        return new ColumnReading(tokens);
    }

    String name() {
        return tokens.get(0).name();
    }

    /** @param collation its collation, where it is not the one of the whole database */
    Column column(Optional<String> collation) {
        return new Column(MariaNames.of(name()), new Sql(type + suffix, type + suffix), notNull, defaultValue,
                collation.map(it -> new Sql(it, it)), generated, identity, onUpdate, comment);
    }

    /** {@return the condition that stands on the column itself} It goes by the column's name. */
    Optional<Constraint> check() {
        var name = MariaNames.of(name());
        return check.map(it -> new Constraint(Constraint.Kind.CHECK, name, true, it, List.of(name), Optional.empty()));
    }

    private void type() {
        int start = at++;
        if (at < tokens.size() && tokens.get(at).isSymbol('(')) {
            at = Printed.closing(tokens, at) + 1;
        }
        while (at < tokens.size() && OF_TYPE.contains(tokens.get(at).text())) {
            at++;
        }
        type = Printed.text(tokens.subList(start, at));
    }

    private void clause() {
        var token = tokens.get(at);
        if (token.kind() == TokenKind.BLOCK_COMMENT) {
            suffix += token.text().replaceFirst("^/\\*M?!\\d*", "").replaceFirst("\\*/$", "").stripTrailing();
            at++;
        } else if (sees("CHARACTER", "SET")) {
            at += 3;
        } else if (sees("COLLATE")) {
            at += 2;
        } else if (sees("GENERATED", "ALWAYS", "AS", "ROW")) {
            generated = Optional.of(Printed.sql(tokens.subList(at, at + 5)));
            at += 5;
        } else if (sees("GENERATED", "ALWAYS", "AS")) {
            int end = Printed.closing(tokens, at + 3) + 2;
            generated = Optional.of(Printed.sql(tokens.subList(at + 2, end)));
            at = end;
        } else if (sees("INVISIBLE")) {
            suffix += " INVISIBLE";
            at++;
        } else if (sees("WITHOUT", "SYSTEM", "VERSIONING")) {
            suffix += " WITHOUT SYSTEM VERSIONING";
            at += 3;
        } else if (sees("NOT", "NULL")) {
            notNull = Optional.of(Printed.sql(tokens.subList(at, at + 2)));
            at += 2;
        } else {
            value();
        }
    }

    private void value() {
        if (sees("DEFAULT", "NULL")) {
            at += 2;
        } else if (sees("DEFAULT")) {
            defaultValue = Optional.of(Printed.sql(behind(1)));
        } else if (sees("ON", "UPDATE")) {
            onUpdate = Optional.of(Printed.sql("ON UPDATE ", behind(2)));
        } else if (sees("AUTO_INCREMENT")) {
            identity = Optional.of(Printed.sql(behind(1, 0)));
        } else if (sees("COMMENT")) {
            comment = Optional.of(Printed.sql(behind(1, 1)));
        } else if (sees("CHECK")) {
            int start = at;
            at = Printed.closing(tokens, at + 1) + 1;
            check = Optional.of(Printed.sql(tokens.subList(start, at)));
        } else {
            // NULL, and what a newer server may say: of the type, so that it is seen when it changes.
            suffix += sees("NULL") ? "" : " " + tokens.get(at).text();
            at++;
        }
    }

    private boolean sees(String... words) {
        return Printed.sees(tokens, at, words);
    }

    /** The tokens behind so many words, up to the next clause. */
    private List<Token> behind(int words) {
        int end = at + words;
        while (end < tokens.size() && !(end > at + words && isClause(tokens.get(end)))) {
            end = tokens.get(end).isSymbol('(') ? Printed.closing(tokens, end) + 1 : end + 1;
        }
        return behind(words, end - at - words);
    }

    /** So many tokens behind so many words; where there are none, the words themselves. */
    private List<Token> behind(int words, int count) {
        int start = at + (count == 0 ? 0 : words);
        at += words + count;
        return tokens.subList(start, at);
    }

    private static boolean isClause(Token token) {
        return token.kind() == TokenKind.BLOCK_COMMENT || token.kind() == TokenKind.WORD
                && CLAUSES.contains(token.text());
    }
}

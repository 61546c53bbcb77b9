package restrack.database.sqlite.read;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import restrack.database.sqlite.catalog.Quoted;
import restrack.database.sqlite.draft.Affinity;
import restrack.database.sqlite.grammar.Column;
import restrack.database.sqlite.grammar.Constraint;
import restrack.database.sqlite.grammar.Span;
import restrack.schema.Level;
import restrack.schema.Sql;
import restrack.sql.Token;
import restrack.sql.TokenKind;

/** Reads the columns of a table. Of a clause that is said twice the last counts, as it does for SQLite. */
final class ColumnReading {
    private final ParsedTable table;
    private final Level level;

    ColumnReading(ParsedTable table, Level level) {
        this.table = table;
        this.level = level;
    }

    List<restrack.schema.Column> columns() {
        return table.create().columns().stream().map(this::column).toList();
    }

    private restrack.schema.Column column(Column column) {
        return new restrack.schema.Column(SqliteNames.of(column.name().value()), type(column), notNull(column),
                last(column, Constraint.Default.class).flatMap(this::defaultValue), collation(column),
                last(column, Constraint.Generated.class).map(this::generated));
    }

    /** That a column is the rowid is part of its type: {@code INT} and {@code INTEGER} are two things there. */
    private Sql type(Column column) {
        var form = level == Level.EXACT || table.create().strict() ? TypeForm.exact(column.type())
                : "affinity " + Affinity.of(column.declaredType(), false);
        return new Sql(column.type(), table.isRowid(column) ? form + " rowid" : form);
    }

    /**
     * A rowid never is NULL, and neither is a key column of a table without one: there NOT NULL is not read, because it
     * says nothing, unless it says what happens on a conflict.
     */
    private Optional<Sql> notNull(Column column) {
        return last(column, Constraint.NotNull.class).map(it -> "NOT NULL" + onConflict(it.conflict()))
                .filter(it -> !table.isRowid(column))
                .filter(it -> !it.equals("NOT NULL") || !table.create().withoutRowid() || !table.isInPrimaryKey(column))
                .map(it -> new Sql(it, it));
    }

    /** {@return what ON CONFLICT says, with a space before it; nothing where it says what happens anyway} */
    static String onConflict(Optional<String> conflict) {
        return conflict.filter(it -> !it.equals("ABORT")).map(it -> " ON CONFLICT " + it).orElse("");
    }

    private Optional<Sql> defaultValue(Constraint.Default said) {
        var tokens = table.spelling().tokens(said.value());
        var inside = tokens;
        while (inside.size() > 2 && inside.get(0).isSymbol('(') && inside.get(inside.size() - 1).isSymbol(')')) {
            inside = inside.subList(1, inside.size() - 1);
        }
        if (isLiteral(inside)) {
            return literal(inside);
        }
        if (!said.expression()) {
            // A word is a string here, with quotes or without.
            var string = Quoted.text(tokens.get(0).name());
            return Optional.of(new Sql(string, string));
        }
        return Optional.of(new Sql(said.value().in(table.create().text()),
                "(" + table.spelling().inside(said.value()) + ")"));
    }

    private static boolean isLiteral(List<Token> tokens) {
        boolean signed = tokens.size() == 2 && (tokens.get(0).isSymbol('+') || tokens.get(0).isSymbol('-'));
        return tokens.size() == 1 && Spelling.isLiteral(tokens.get(0))
                || signed && Spelling.isLiteral(tokens.get(1));
    }

    private static Optional<Sql> literal(List<Token> tokens) {
        if (tokens.get(tokens.size() - 1).is("NULL")) {
            return Optional.empty();
        }
        var text = tokens.stream().map(Token::text).collect(Collectors.joining());
        boolean string = tokens.get(tokens.size() - 1).kind() == TokenKind.STRING;
        return Optional.of(new Sql(text, string ? text : text.toLowerCase(Locale.ROOT)));
    }

    private static Optional<Sql> collation(Column column) {
        return last(column, Constraint.Collate.class).map(it -> it.collation().value())
                .filter(it -> !it.equalsIgnoreCase("BINARY"))
                .map(it -> new Sql(Quoted.word(it), it.toUpperCase(Locale.ROOT)));
    }

    private Sql generated(Constraint.Generated said) {
        var kind = said.stored() ? " STORED" : " VIRTUAL";
        Span expression = said.expression();
        return new Sql("AS (" + expression.in(table.create().text()) + ")" + kind,
                "as (" + table.spelling().inside(expression) + ")" + kind);
    }

    private static <T extends Constraint> Optional<T> last(Column column, Class<T> kind) {
        return column.constraints(kind).reduce((first, last) -> last);
    }
}

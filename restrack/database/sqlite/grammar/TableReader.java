package restrack.database.sqlite.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import restrack.sql.Token;
import restrack.sql.TokenKind;

/** Reads CREATE TABLE. */
final class TableReader {
    private final Reader in;
    private final ConstraintReader constraints;

    TableReader(String text) {
        in = Reader.of(text);
        constraints = new ConstraintReader(in);
    }

    CreateTable read() {
        in.expect("CREATE");
        boolean temporary = in.accept("TEMP") || in.accept("TEMPORARY");
        in.expect("TABLE");
        boolean ifNotExists = in.accept("IF", "NOT", "EXISTS");
        QualifiedName name = QualifiedName.read(in, "the name of a table");
        if (in.accept("AS")) {
            Span select = select();
            in.expectEnd();
            return new CreateTable(in.text(), temporary, ifNotExists, name.schema(), name.name(), select, List.of(),
                    List.of(), List.of());
        }
        int from = in.start();
        in.expect('(');
        var columns = new ArrayList<Column>();
        do {
            columns.add(column());
        } while (in.accept(',') && !seesConstraint());
        List<Constraint> ofTable = seesConstraint() ? ofTable() : List.of();
        in.expect(')');
        Span body = in.since(from);
        List<TableOption> options = options();
        in.expectEnd();
        return new CreateTable(in.text(), temporary, ifNotExists, name.schema(), name.name(), body, columns, ofTable,
                options);
    }

    private Span select() {
        if (!in.sees("SELECT") && !in.sees("WITH") && !in.sees("VALUES")) {
            throw in.expected("SELECT");
        }
        return Reader.span(in.pass(token -> token.isSymbol(';')));
    }

    private Column column() {
        int from = in.start();
        Name name = in.name("the name of a column");
        Optional<Span> type = type();
        List<Constraint> own = constraints.ofColumn();
        if (!in.peek().isSymbol(',') && !in.peek().isSymbol(')')) {
            throw in.expected((type.isEmpty() && own.isEmpty() ? "a type, " : "") + "a constraint, \",\" or \")\"");
        }
        return new Column(name, type, type.map(it -> it.in(in.text())).orElse(""), own, in.since(from));
    }

    /**
     * Reads the words of a type. GENERATED ALWAYS could be two of them; as SQLite does, they are taken off again if
     * they come last. With AS behind them they begin a constraint; without it they mean nothing.
     */
    private Optional<Span> type() {
        var words = new ArrayList<Token>();
        while (Keywords.isTypeWord(in.peek())) {
            words.add(in.next());
        }
        int count = words.size();
        if (count > 0 && in.accept('(')) {
            signedNumber();
            if (in.accept(',')) {
                signedNumber();
            }
            in.expect(')');
            return Optional.of(in.since(words.get(0).offset()));
        }
        if (count > 1 && words.get(count - 2).is("GENERATED") && words.get(count - 1).is("ALWAYS")) {
            in.back(in.sees("AS") ? 2 : 0);
            words.subList(count - 2, count).clear();
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(Reader.span(words));
    }

    private void signedNumber() {
        if (!in.accept('+')) {
            in.accept('-');
        }
        if (in.peek().kind() != TokenKind.NUMBER) {
            throw in.expected("a number");
        }
        in.next();
    }

    private boolean seesConstraint() {
        return in.sees("CONSTRAINT") || in.sees("PRIMARY") || in.sees("UNIQUE") || in.sees("CHECK")
                || in.sees("FOREIGN");
    }

    /** Reads the table's constraints, between which SQLite wants no commas. */
    private List<Constraint> ofTable() {
        var found = new ArrayList<Constraint>();
        do {
            found.add(constraints.ofTable().orElseThrow(() -> in.expected("a constraint of the table")));
        } while (in.accept(',') || seesConstraint());
        if (!in.peek().isSymbol(')')) {
            throw in.expected("a constraint of the table, \",\" or \")\"");
        }
        return found;
    }

    private List<TableOption> options() {
        var options = new ArrayList<TableOption>();
        if (in.atEnd() || in.peek().isSymbol(';')) {
            return options;
        }
        do {
            int from = in.start();
            if (in.accept("STRICT")) {
                options.add(new TableOption(TableOption.Kind.STRICT, in.since(from)));
            } else if (in.accept("WITHOUT", "ROWID")) {
                options.add(new TableOption(TableOption.Kind.WITHOUT_ROWID, in.since(from)));
            } else {
                throw in.expected("WITHOUT ROWID, STRICT or the end of the statement");
            }
        } while (in.accept(','));
        return options;
    }
}

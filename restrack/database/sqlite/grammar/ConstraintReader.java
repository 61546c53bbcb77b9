package restrack.database.sqlite.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import restrack.sql.Token;
import restrack.sql.TokenKind;

/** Reads constraints, as SQLite's grammar has them: those of columns in any order and number. */
final class ConstraintReader {
    private final Reader in;

    ConstraintReader(Reader in) {
        this.in = in;
    }

    /** {@return all constraints of a column that come next} */
    List<Constraint> ofColumn() {
        var constraints = new ArrayList<Constraint>();
        for (var next = read(this::ofColumn); next.isPresent(); next = read(this::ofColumn)) {
            constraints.add(next.get());
        }
        return constraints;
    }

    /** {@return the constraint of a table that comes next; none if something else comes} */
    Optional<Constraint> ofTable() {
        return read(this::ofTable);
    }

    private Optional<Constraint> read(Function<Start, Optional<Constraint>> kind) {
        int from = in.start();
        Optional<Name> name = in.accept("CONSTRAINT") ? Optional.of(in.name("the constraint's name"))
                : Optional.empty();
        var start = new Start(from, name);
        return kind.apply(start).or(() -> name.map(it -> new Constraint.Dangling(name, start.span())));
    }

    private Optional<Constraint> ofColumn(Start start) {
        Constraint found = null;
        if (in.accept("NOT", "NULL")) {
            var conflict = conflict();
            found = new Constraint.NotNull(start.name, start.span(), conflict);
        } else if (in.accept("NULL")) {
            conflict();
            found = new Constraint.Nullable(start.name, start.span());
        } else if (in.accept("PRIMARY")) {
            found = primaryKeyOfColumn(start);
        } else if (in.accept("UNIQUE")) {
            var conflict = conflict();
            found = new Constraint.Unique(start.name, start.span(), List.of(), conflict);
        } else if (in.accept("CHECK")) {
            found = check(start);
        } else if (in.accept("DEFAULT")) {
            found = defaultValue(start);
        } else if (in.accept("COLLATE")) {
            Name collation = in.name("the name of a collation");
            found = new Constraint.Collate(start.name, start.span(), collation);
        } else if (in.accept("REFERENCES")) {
            found = references(start, List.of());
        } else if (in.sees("DEFERRABLE") || in.sees("NOT")) {
            Deferred deferred = deferred();
            found = new Constraint.Deferral(start.name, start.span(), deferred.deferrable, deferred.initially);
        } else if (in.sees("GENERATED") || in.sees("AS")) {
            found = generated(start);
        }
        return Optional.ofNullable(found);
    }

    private Optional<Constraint> ofTable(Start start) {
        Constraint found = null;
        if (in.accept("PRIMARY")) {
            found = primaryKeyOfTable(start);
        } else if (in.accept("UNIQUE")) {
            var columns = in.list(IndexedColumnReader::read);
            var conflict = conflict();
            found = new Constraint.Unique(start.name, start.span(), columns, conflict);
        } else if (in.accept("CHECK")) {
            found = check(start);
        } else if (in.accept("FOREIGN")) {
            in.expect("KEY");
            var columns = in.list(ConstraintReader::columnName);
            in.expect("REFERENCES");
            found = references(start, columns);
        }
        return Optional.ofNullable(found);
    }

    private Constraint primaryKeyOfColumn(Start start) {
        in.expect("KEY");
        boolean descending = in.sees("DESC");
        Optional<Span> order = descending || in.sees("ASC") ? Optional.of(word()) : Optional.empty();
        var conflict = conflict();
        Optional<Span> autoincrement = in.sees("AUTOINCREMENT") ? Optional.of(word()) : Optional.empty();
        return new Constraint.PrimaryKey(start.name, start.span(), List.of(), order, descending,
                autoincrement.isPresent(), autoincrement, conflict);
    }

    private Constraint primaryKeyOfTable(Start start) {
        in.expect("KEY");
        in.expect('(');
        var columns = new ArrayList<IndexedColumn>();
        do {
            columns.add(IndexedColumnReader.read(in));
        } while (in.accept(','));
        Optional<Span> autoincrement = in.sees("AUTOINCREMENT") ? Optional.of(word()) : Optional.empty();
        in.expect(')');
        var conflict = conflict();
        return new Constraint.PrimaryKey(start.name, start.span(), List.copyOf(columns), Optional.empty(), false,
                autoincrement.isPresent(), autoincrement, conflict);
    }

    private Constraint check(Start start) {
        Span expression = in.inParentheses();
        var conflict = conflict();
        return new Constraint.Check(start.name, start.span(), expression, conflict);
    }

    private Constraint defaultValue(Start start) {
        int from = in.start();
        boolean expression = in.peek().isSymbol('(');
        if (expression) {
            in.inParentheses();
        } else {
            boolean signed = in.accept('+') || in.accept('-');
            Token value = in.peek();
            boolean fits = switch (value.kind()) {
                case NUMBER, STRING, BLOB -> true;
                // Behind a sign the grammar has no names, but what looks like one may be CURRENT_TIME.
                default -> value.is("NULL") || Keywords.isTime(value) || !signed && Keywords.isDefaultWord(value);
            };
            if (!fits) {
                throw in.expected("a default value");
            }
            in.next();
        }
        return new Constraint.Default(start.name, start.span(), in.since(from), expression);
    }

    private Constraint references(Start start, List<Name> columns) {
        Name parent = in.name("the name of a table");
        List<Name> parentColumns = in.peek().isSymbol('(') ? in.list(ConstraintReader::columnName) : List.of();
        Optional<String> onDelete = Optional.empty();
        Optional<String> onUpdate = Optional.empty();
        Optional<String> match = Optional.empty();
        while (in.sees("ON") || in.sees("MATCH")) {
            if (in.accept("MATCH")) {
                match = Optional.of(in.name("a name").value());
            } else if (in.accept("ON", "DELETE")) {
                onDelete = Optional.of(action());
            } else if (in.accept("ON", "UPDATE")) {
                onUpdate = Optional.of(action());
            } else if (in.accept("ON", "INSERT")) {
                action();
            } else {
                in.expect("ON");
                throw in.expected("DELETE or UPDATE");
            }
        }
        var deferred = new Deferred(false, false);
        while (in.sees("DEFERRABLE") || in.sees("NOT", "DEFERRABLE")) {
            deferred = deferred();
        }
        return new Constraint.ForeignKey(start.name, start.span(), columns, parent, parentColumns, onDelete, onUpdate,
                match, deferred.deferrable, deferred.initially);
    }

    private String action() {
        if (in.accept("SET")) {
            return "SET " + in.oneOf("NULL", "DEFAULT").orElseThrow(() -> in.expected("NULL or DEFAULT"));
        }
        if (in.accept("NO")) {
            in.expect("ACTION");
            return "NO ACTION";
        }
        return in.oneOf("CASCADE", "RESTRICT")
                .orElseThrow(() -> in.expected("CASCADE, RESTRICT, SET NULL, SET DEFAULT or NO ACTION"));
    }

    private Deferred deferred() {
        boolean not = in.accept("NOT");
        if (!in.accept("DEFERRABLE")) {
            throw in.expected("NULL or DEFERRABLE");
        }
        boolean initially = in.accept("INITIALLY") && in.oneOf("DEFERRED", "IMMEDIATE")
                .orElseThrow(() -> in.expected("DEFERRED or IMMEDIATE")).equals("DEFERRED");
        return new Deferred(!not, initially && !not);
    }

    private Constraint generated(Start start) {
        if (in.accept("GENERATED")) {
            in.expect("ALWAYS");
        }
        in.expect("AS");
        Span expression = in.inParentheses();
        boolean stored = in.sees("STORED");
        if (Keywords.isTypeWord(in.peek()) && in.peek().kind() != TokenKind.STRING) {
            in.next();
        }
        return new Constraint.Generated(start.name, start.span(), expression, stored);
    }

    /** {@return what ON CONFLICT says, in upper case; none if it is not there} */
    private Optional<String> conflict() {
        if (!in.accept("ON")) {
            return Optional.empty();
        }
        in.expect("CONFLICT");
        return Optional.of(in.oneOf("ROLLBACK", "ABORT", "FAIL", "IGNORE", "REPLACE")
                .orElseThrow(() -> in.expected("ROLLBACK, ABORT, FAIL, IGNORE or REPLACE")));
    }

    /** A column in a list of names; SQLite accepts and forgets the collation and the order that old files have. */
    private static Name columnName(Reader in) {
        Name name = in.name("the name of a column");
        if (in.accept("COLLATE")) {
            in.name("the name of a collation");
        }
        in.oneOf("ASC", "DESC");
        return name;
    }

    private Span word() {
        Token token = in.next();
        return new Span(token.offset(), token.end());
    }

    private record Deferred(boolean deferrable, boolean initially) {
    }

    /** Where a constraint begins, and its name. */
    private final class Start {
        private final int from;
        private final Optional<Name> name;

        private Start(int from, Optional<Name> name) {
            this.from = from;
            this.name = name;
        }

        /** {@return from there to the last token read so far} */
        private Span span() {
            return in.since(from);
        }
    }
}

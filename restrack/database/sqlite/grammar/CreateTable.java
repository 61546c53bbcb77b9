package restrack.database.sqlite.grammar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A {@code CREATE TABLE} as it was written. Nothing is copied out of the text but names; what a piece says, its span
 * tells, and between the spans stand the commas, comments and white space that belong to nobody.
 *
 * <p>Whatever SQLite 3.54 accepts is read, and some that it does not: whether expressions make sense, whether names
 * are there or are there twice, is not looked at.
 *
 * @param text        the whole text
 * @param temporary   whether TEMP is said
 * @param ifNotExists whether IF NOT EXISTS is said
 * @param schema      the schema before the dot
 * @param name        the name of the table
 * @param body        from the opening to behind the closing parenthesis; if the table {@link #isSelect}, the SELECT
 * @param columns     its columns, in order; empty if it is a SELECT
 * @param constraints its own constraints, without those of the columns, in order
 * @param options     what stands behind the closing parenthesis, in order
 */
public record CreateTable(String text, boolean temporary, boolean ifNotExists, Optional<Name> schema, Name name,
        Span body, List<Column> columns, List<Constraint> constraints, List<TableOption> options) {
    /** The lists are copied. */
    public CreateTable {
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
        options = List.copyOf(options);
    }

    /**
     * {@return the statement that the text is}
     *
     * @throws MalformedException if it is no CREATE TABLE, or more than one statement
     */
    public static CreateTable parse(String text) {
        return new TableReader(text).read();
    }

    /** {@return whether it is CREATE TABLE … AS SELECT, whose columns only the database knows} */
    public boolean isSelect() {
        return columns.isEmpty();
    }

    /** {@return the column of that name; none if there is none} */
    public Optional<Column> column(String column) {
        return columns.stream().filter(it -> it.name().is(column)).findFirst();
    }

    /** {@return the collations that its columns and constraints name, as they are written} */
    public List<String> collations() {
        var indexed = allConstraints().stream().flatMap(it -> it instanceof Constraint.PrimaryKey key
                ? key.columns().stream() : it instanceof Constraint.Unique unique ? unique.columns().stream()
                : Stream.<IndexedColumn>empty()).flatMap(it -> it.collation().stream());
        var own = allConstraints().stream().filter(Constraint.Collate.class::isInstance)
                .map(it -> ((Constraint.Collate) it).collation());
        return Stream.concat(own, indexed).map(Name::value).distinct().toList();
    }

    /** {@return the names of its columns, in order} */
    public List<String> names() {
        return columns.stream().map(it -> it.name().value()).toList();
    }

    /** {@return the columns that a row is inserted with if none are named: those that are not generated} */
    public List<String> written() {
        return columns.stream().filter(it -> !it.isGenerated()).map(it -> it.name().value()).toList();
    }

    /** {@return whether it is a STRICT table} */
    public boolean strict() {
        return has(TableOption.Kind.STRICT);
    }

    /** {@return whether it is a table WITHOUT ROWID} */
    public boolean withoutRowid() {
        return has(TableOption.Kind.WITHOUT_ROWID);
    }

    /** {@return the constraints of the columns and of the table, in the order of the text} */
    public List<Constraint> allConstraints() {
        return Stream.concat(columns.stream().flatMap(it -> it.constraints().stream()), constraints.stream()).toList();
    }

    /** {@return its columns and its own constraints: what stands between the parentheses, in the order of the text} */
    public List<Span> elements() {
        var spans = new ArrayList<Span>();
        columns.forEach(it -> spans.add(it.span()));
        constraints.forEach(it -> spans.add(it.span()));
        return spans;
    }

    /** {@return whether SQLite defers the key, as it says itself or the last {@link Constraint.Deferral} about it} */
    public boolean isDeferred(Constraint.ForeignKey key) {
        List<Constraint> behind = allConstraints().stream()
                .filter(it -> it.span().start() > key.span().start())
                .takeWhile(it -> !(it instanceof Constraint.ForeignKey))
                .toList();
        return behind.stream().filter(Constraint.Deferral.class::isInstance).map(Constraint.Deferral.class::cast)
                .max(Comparator.comparing(it -> it.span().start()))
                .map(Constraint.Deferral::initiallyDeferred)
                .orElse(key.initiallyDeferred());
    }

    private boolean has(TableOption.Kind kind) {
        return options.stream().anyMatch(it -> it.kind() == kind);
    }
}

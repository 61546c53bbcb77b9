package restrack.database.sqlite.read;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.sqlite.catalog.SchemaObject;
import restrack.database.sqlite.grammar.Column;
import restrack.database.sqlite.grammar.Constraint;
import restrack.database.sqlite.grammar.CreateTable;
import restrack.database.sqlite.grammar.IndexedColumn;
import restrack.database.sqlite.grammar.MalformedException;
import restrack.database.sqlite.grammar.Name;

/**
 * A table as its text says, and what follows from all of the text for its parts.
 *
 * @param create   the statement
 * @param names    what in double quotes is a name in its expressions, in small letters
 * @param spelling the text of the statement
 */
record ParsedTable(CreateTable create, Set<String> names, Spelling spelling) {
    /** What a table without columns of these names calls its rows by (SQLite documentation, "Rowid Tables"). */
    static final List<String> ROWID = List.of("rowid", "_rowid_", "oid");

    /**
     * {@return the table that a row of the catalog has}
     *
     * @throws MigrateException {@code database_error} if the text is not that of a table of this name
     */
    static ParsedTable of(SchemaObject object) {
        try {
            var create = CreateTable.parse(object.sql() == null ? "" : object.sql());
            if (create.isSelect() || !create.name().is(object.name())) {
                throw unreadable(object, "it makes another one");
            }
            return of(create);
        } catch (MalformedException e) {
            throw unreadable(object, e.getMessage().replaceAll("\\.$", ""));
        }
    }

    static MigrateException unreadable(SchemaObject object, String why) {
        return new MigrateException(ErrorKind.DATABASE_ERROR,
                "The text that the database keeps of " + object.words() + " cannot be read: " + why + ".",
                "`PRAGMA integrity_check` says whether the database is damaged; the text is in sqlite_schema.");
    }

    /** {@return the table that a statement makes} */
    static ParsedTable of(CreateTable create) {
        var names = Stream.concat(create.names().stream().map(SqliteNames::key), ROWID.stream())
                .collect(Collectors.toUnmodifiableSet());
        return new ParsedTable(create, names, new Spelling(create.text(), names::contains));
    }

    String name() {
        return create.name().value();
    }

    /** {@return another text that is about this table: an index of it} */
    Spelling spelling(String text) {
        return new Spelling(text, names::contains);
    }

    /** {@return the columns of the primary key, in its order} */
    List<String> primaryKey() {
        var onColumn = create.columns().stream().filter(it -> keyOf(it).isPresent()).map(it -> it.name().value());
        var onTable = keyOfTable().stream().flatMap(it -> it.columns().stream()).map(IndexedColumn::column)
                .flatMap(Optional::stream).map(Name::value);
        return Stream.concat(onColumn, onTable).toList();
    }

    boolean isInPrimaryKey(Column column) {
        return primaryKey().stream().anyMatch(column.name()::is);
    }

    /**
     * {@return whether a column is the rowid} {@code DESC} prevents that on the column and, for the sake of old files,
     * not on the table (SQLite documentation, "CREATE TABLE", 5).
     */
    boolean isRowid(Column column) {
        if (create.withoutRowid() || !column.declaredType().equalsIgnoreCase("INTEGER")) {
            return false;
        }
        var own = keyOf(column);
        return own.isPresent() ? !own.get().descending()
                : keyOfTable().filter(it -> it.columns().size() == 1).flatMap(it -> it.columns().get(0).column())
                        .filter(it -> it.is(column.name().value())).isPresent();
    }

    /** {@return the collation of a column, in upper case} */
    static String collation(Column column) {
        return column.constraints(Constraint.Collate.class).reduce((first, last) -> last)
                .map(it -> it.collation().value().toUpperCase(Locale.ROOT)).orElse("BINARY");
    }

    private static Optional<Constraint.PrimaryKey> keyOf(Column column) {
        return column.constraints(Constraint.PrimaryKey.class).findFirst();
    }

    private Optional<Constraint.PrimaryKey> keyOfTable() {
        return create.constraints().stream().filter(Constraint.PrimaryKey.class::isInstance)
                .map(Constraint.PrimaryKey.class::cast).findFirst();
    }
}

package restrack.database.sqlite.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import restrack.database.sqlite.draft.ConstraintNames;
import restrack.database.sqlite.draft.NamedConstraint;
import restrack.database.sqlite.grammar.Column;
import restrack.database.sqlite.grammar.Constraint;
import restrack.database.sqlite.grammar.IndexedColumn;
import restrack.database.sqlite.grammar.Mentions;
import restrack.database.sqlite.grammar.Span;
import restrack.schema.Constraint.Kind;
import restrack.schema.Name;
import restrack.schema.Sql;

/** Reads the constraints of a table, all as if they stood on the table. */
final class ConstraintReading {
    private final ParsedTable table;
    private final ForeignKeyReading foreignKeys;

    /**
     * @param table  the table
     * @param tables all tables, by their names in small letters: a foreign key means the primary key of its parent
     */
    ConstraintReading(ParsedTable table, Map<String, ParsedTable> tables) {
        this.table = table;
        this.foreignKeys = new ForeignKeyReading(table, tables);
    }

    List<restrack.schema.Constraint> constraints() {
        var found = new ArrayList<restrack.schema.Constraint>();
        ConstraintNames.of(table.create()).forEach(it -> constraint(it).ifPresent(found::add));
        return found;
    }

    private Optional<restrack.schema.Constraint> constraint(NamedConstraint named) {
        if (named.constraint() instanceof Constraint.PrimaryKey key) {
            return Optional.of(primaryKey(named, key));
        }
        if (named.constraint() instanceof Constraint.Unique unique) {
            return Optional.of(key(named, Kind.UNIQUE, "UNIQUE", parts(named, unique.columns(), false),
                    unique.conflict()));
        }
        if (named.constraint() instanceof Constraint.Check check) {
            return Optional.of(check(named, check));
        }
        return named.constraint() instanceof Constraint.ForeignKey key ? Optional.of(foreignKeys.of(named, key))
                : Optional.empty();
    }

    /** For the rowid there is no index: neither an order nor a collation of it means anything. */
    private restrack.schema.Constraint primaryKey(NamedConstraint named, Constraint.PrimaryKey key) {
        var parts = parts(named, key.columns(), key.descending());
        var rowid = parts.get(0).column().filter(table::isRowid);
        return key(named, Kind.PRIMARY_KEY, "PRIMARY KEY",
                rowid.map(it -> List.of(KeyPart.of(it, false))).orElse(parts), key.conflict());
    }

    private List<KeyPart> parts(NamedConstraint named, List<IndexedColumn> columns, boolean descending) {
        return named.column().map(it -> List.of(KeyPart.of(it, descending))).orElseGet(() -> columns.stream()
                .map(it -> KeyPart.of(table, it, table.create().text(), table.spelling())).toList());
    }

    private static restrack.schema.Constraint key(NamedConstraint named, Kind kind, String words, List<KeyPart> parts,
            Optional<String> conflict) {
        var list = KeyPart.list(parts);
        var onConflict = ColumnReading.onConflict(conflict);
        var columns = parts.stream().map(KeyPart::column).flatMap(Optional::stream).map(Column::name)
                .map(it -> SqliteNames.of(it.value())).toList();
        return new restrack.schema.Constraint(kind, SqliteNames.of(named.name()), named.implied(),
                new Sql(words + " (" + list.text() + ")" + onConflict, words + " (" + list.normal() + ")" + onConflict),
                columns, Optional.empty());
    }

    private restrack.schema.Constraint check(NamedConstraint named, Constraint.Check check) {
        var expression = check.expression().in(table.create().text());
        List<Name> columns = Mentions.of(expression, new Span(0, expression.length())).stream()
                .flatMap(it -> table.create().column(it.name().value()).stream())
                .map(it -> SqliteNames.of(it.name().value())).distinct().toList();
        var definition = new Sql("CHECK (" + expression + ")",
                "CHECK (" + table.spelling().inside(check.expression()) + ")");
        return new restrack.schema.Constraint(Kind.CHECK, SqliteNames.of(named.name()), named.implied(), definition,
                columns, Optional.empty());
    }
}

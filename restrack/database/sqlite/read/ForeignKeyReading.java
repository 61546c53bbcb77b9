package restrack.database.sqlite.read;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import restrack.database.sqlite.catalog.Quoted;
import restrack.database.sqlite.draft.NamedConstraint;
import restrack.database.sqlite.grammar.Constraint;
import restrack.database.sqlite.grammar.Name;
import restrack.schema.Sql;

/** Reads the foreign keys of a table. MATCH means nothing to SQLite, and is not read. */
final class ForeignKeyReading {
    private final ParsedTable table;
    private final Map<String, ParsedTable> tables;

    ForeignKeyReading(ParsedTable table, Map<String, ParsedTable> tables) {
        this.table = table;
        this.tables = tables;
    }

    restrack.schema.Constraint of(NamedConstraint named, Constraint.ForeignKey key) {
        var columns = named.column().map(it -> List.of(it.name().value())).orElseGet(() -> values(key.columns()));
        var parent = key.parent().value();
        var said = values(key.parentColumns());
        var behind = behind(key);
        var text = "FOREIGN KEY (" + words(columns) + ") REFERENCES " + Quoted.word(parent)
                + (said.isEmpty() ? "" : " (" + words(said) + ")") + behind;
        var normal = "FOREIGN KEY (" + keys(columns) + ") REFERENCES " + SqliteNames.quoted(parent) + " ("
                + keys(said.isEmpty() ? meant(parent) : said) + ")" + behind;
        return new restrack.schema.Constraint(restrack.schema.Constraint.Kind.FOREIGN_KEY,
                SqliteNames.of(named.name()), named.implied(), new Sql(text, normal),
                columns.stream().map(SqliteNames::of).toList(), Optional.of(SqliteNames.of(parent)));
    }

    /** The columns that a key means which names none: none either if the parent is not there or has no primary key. */
    private List<String> meant(String parent) {
        return Optional.ofNullable(tables.get(SqliteNames.key(parent))).map(ParsedTable::primaryKey).orElse(List.of());
    }

    private String behind(Constraint.ForeignKey key) {
        return action(" ON DELETE ", key.onDelete()) + action(" ON UPDATE ", key.onUpdate())
                + (table.create().isDeferred(key) ? " DEFERRABLE INITIALLY DEFERRED" : "");
    }

    private static String action(String event, Optional<String> action) {
        return action.filter(it -> !it.equals("NO ACTION")).map(it -> event + it).orElse("");
    }

    private static List<String> values(List<Name> names) {
        return names.stream().map(Name::value).toList();
    }

    private static String words(List<String> names) {
        return names.stream().map(Quoted::word).collect(Collectors.joining(", "));
    }

    private static String keys(List<String> names) {
        return names.stream().map(SqliteNames::quoted).collect(Collectors.joining(", "));
    }
}

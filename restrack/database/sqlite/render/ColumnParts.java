package restrack.database.sqlite.render;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import restrack.database.Rendered.Part;
import restrack.schema.Aspect;
import restrack.schema.Change;
import restrack.schema.Column;
import restrack.schema.Name;
import restrack.schema.Table;

/** The actions that change columns which stay. */
final class ColumnParts {
    private final Table to;
    private final boolean losesStrict;
    private final Map<Name, Map<Aspect, Change.AlterColumn>> changed = new LinkedHashMap<>();

    ColumnParts(Table from, Table to, List<Change> changes) {
        this.to = to;
        this.losesStrict = changes.contains(new Change.SetOption(from, "STRICT", false));
        for (var change : changes) {
            if (change instanceof Change.AlterColumn it) {
                changed.computeIfAbsent(it.to().name(), key -> new EnumMap<>(Aspect.class)).put(it.aspect(), it);
            }
        }
        if (losesStrict) {
            from.columns().stream().filter(it -> to.column(it.name()).isPresent())
                    .forEach(it -> changed.computeIfAbsent(it.name(), key -> new EnumMap<>(Aspect.class)));
        }
    }

    List<Part> all() {
        var parts = new ArrayList<Part>();
        changed.forEach((name, aspects) -> parts.addAll(of(to.column(name).orElseThrow(), aspects)));
        return parts;
    }

    private List<Part> of(Column column, Map<Aspect, Change.AlterColumn> aspects) {
        var parts = new ArrayList<Part>();
        var start = "ALTER COLUMN " + Names.of(column.name()) + " ";
        var generated = Optional.ofNullable(aspects.get(Aspect.GENERATED));
        var nullability = Optional.ofNullable(aspects.get(Aspect.NULLABILITY));
        var value = Optional.ofNullable(aspects.get(Aspect.DEFAULT));
        generated.ifPresent(it -> parts.addAll(expressionBefore(start, it)));
        value.filter(it -> it.to().defaultValue().isEmpty())
                .ifPresent(it -> parts.add(Part.of(start + "DROP DEFAULT", it)));
        nullability.filter(it -> it.from().notNull().isPresent()).ifPresent(it -> parts.add(new Part(start
                + "DROP NOT NULL", it.to().notNull().isPresent() ? List.of() : List.of(it))));
        parts.addAll(type(start, column, aspects));
        generated.ifPresent(it -> parts.addAll(expressionAfter(start, it)));
        value.flatMap(it -> it.to().defaultValue())
                .ifPresent(it -> parts.add(Part.of(start + "SET DEFAULT " + it.text(), value.get())));
        nullability.filter(it -> it.to().notNull().isPresent()).ifPresent(it -> parts.addAll(notNull(to, column, it)));
        return parts;
    }

    private List<Part> type(String start, Column column, Map<Aspect, Change.AlterColumn> aspects) {
        var changes = new ArrayList<Change>();
        Optional.ofNullable(aspects.get(Aspect.TYPE)).ifPresent(changes::add);
        var collation = Optional.ofNullable(aspects.get(Aspect.COLLATION));
        collation.ifPresent(changes::add);
        // Without STRICT it is a word like any other; DROP STRICT takes it away to leave the values as they are.
        boolean any = losesStrict && column.type().text().equalsIgnoreCase("ANY");
        if (changes.isEmpty() && !any) {
            return List.of();
        }
        var type = column.type().text();
        var order = collation.map(it -> " COLLATE "
                + it.to().collation().map(ColumnText::collation).orElse("BINARY")).orElse("");
        return List.of(new Part(start + (type.isEmpty() ? "DROP TYPE" : "TYPE " + type) + order, changes));
    }

    /** What was computed becomes an ordinary value, for good or to be computed otherwise. */
    private static List<Part> expressionBefore(String start, Change.AlterColumn change) {
        if (change.from().generated().isEmpty()) {
            return List.of();
        }
        if (change.to().generated().isEmpty()) {
            return List.of(Part.of(start + "DROP EXPRESSION", change));
        }
        var to = change.to().generated().get();
        var expression = ColumnText.expression(to);
        var parts = new ArrayList<Part>();
        boolean moved = ColumnText.isStored(change.from().generated().get()) != ColumnText.isStored(to);
        if (!expression.equals(ColumnText.expression(change.from().generated().get()))) {
            parts.add(new Part(start + "SET EXPRESSION AS (" + expression + ")", moved ? List.of() : List.of(change)));
        }
        if (moved) {
            parts.add(Part.of(start + "DROP EXPRESSION"));
        }
        return parts;
    }

    private static List<Part> expressionAfter(String start, Change.AlterColumn change) {
        var to = change.to().generated();
        boolean computed = change.from().generated().isPresent();
        if (to.isEmpty() || computed
                && ColumnText.isStored(change.from().generated().get()) == ColumnText.isStored(to.get())) {
            return List.of();
        }
        return List.of(Part.of(start + "ADD GENERATED ALWAYS AS (" + ColumnText.expression(to.get()) + ")"
                + (ColumnText.isStored(to.get()) ? " STORED" : ""), change));
    }

    /** {@return the actions that forbid NULL in a column} */
    static List<Part> notNull(Table table, Column column, Change... changes) {
        var parts = new ArrayList<Part>();
        var notNull = ColumnText.notNull(column.notNull().orElseThrow());
        parts.add(Part.of("ALTER COLUMN " + Names.of(column.name()) + " SET NOT NULL"
                + notNull.conflict().map(it -> " ON CONFLICT " + it).orElse(""), changes));
        notNull.name().ifPresent(it -> parts.add(Part.of("RENAME CONSTRAINT " + Names.of(table.name().text() + "_"
                + column.name().text() + "_not_null") + " TO " + Names.of(it.value()))));
        return parts;
    }
}

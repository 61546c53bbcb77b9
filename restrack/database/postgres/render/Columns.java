package restrack.database.postgres.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import restrack.database.Rendered;
import restrack.database.Rendered.Part;
import restrack.database.postgres.read.Counter;
import restrack.database.postgres.read.Quoted;
import restrack.database.postgres.read.TableText;
import restrack.schema.Aspect;
import restrack.schema.Change;
import restrack.schema.Column;
import restrack.schema.Name;
import restrack.schema.Sql;
import restrack.schema.Table;

/**
 * What changes about the columns of a table, as actions of one ALTER TABLE and as statements around it. The server
 * takes the actions in an order of its own: what goes, types, what comes, the rest.
 */
final class Columns {
    private final Table from;
    private final Table to;
    private final Map<Name, Change.AddColumn> added = new LinkedHashMap<>();
    private final Map<Name, Change.DropColumn> dropped = new LinkedHashMap<>();
    private final Map<Name, List<Change.AlterColumn>> altered = new LinkedHashMap<>();
    /** Statements that run before the ALTER TABLE. */
    final List<Rendered> before = new ArrayList<>();
    /** Its actions. */
    final List<Part> parts = new ArrayList<>();
    /** Actions that can run only when a person has filled in what new columns have. */
    final List<Part> filled = new ArrayList<>();
    /** What a person has to decide, as sentences. */
    final Set<String> todo = new LinkedHashSet<>();
    /** Statements that run afterwards. */
    final List<Rendered> after = new ArrayList<>();

    Columns(Table from, Table to, List<Change> changes) {
        this.from = from;
        this.to = to;
        for (var change : changes) {
            if (change instanceof Change.AddColumn it) {
                added.put(it.column().name(), it);
            } else if (change instanceof Change.DropColumn it) {
                dropped.put(it.column().name(), it);
            } else if (change instanceof Change.AlterColumn it) {
                altered.computeIfAbsent(it.from().name(), key -> new ArrayList<>()).add(it);
            }
        }
        var replaced = replaced();
        replaced.forEach(it -> drop(it, List.of()));
        inOrderOfDropping().forEach(it -> drop(it.column(), List.of(it)));
        altered.values().stream().filter(it -> !replaced.contains(it.get(0).from()))
                .forEach(this::alter);
        added.values().forEach(this::add);
        replaced.forEach(this::addAgain);
    }

    /** {@return the columns that cannot become what they should be, but lose nothing when they are made anew} */
    private Set<Column> replaced() {
        var replaced = new LinkedHashSet<Column>();
        for (var column : from.columns()) {
            var wanted = to.column(column.name());
            if (wanted.isPresent() && wanted.get().generated().isPresent() && (changes(column, Aspect.GENERATED)
                    || column.generated().isPresent() && needsOtherType(column))) {
                replaced.add(column);
            }
        }
        return replaced;
    }

    private boolean changes(Column column, Aspect aspect) {
        return altered.getOrDefault(column.name(), List.of()).stream().anyMatch(it -> it.aspect() == aspect);
    }

    /** Whether it is computed of a column that gets another type, or is a new one of that name. */
    private boolean needsOtherType(Column generated) {
        return from.columns().stream().anyMatch(it -> mentions(generated, it.name())
                && (changes(it, Aspect.TYPE) || changes(it, Aspect.COLLATION)
                        || changes(it, Aspect.GENERATED)));
    }

    private static boolean mentions(Column generated, Name column) {
        return generated.generated().map(Sql::text).filter(it -> Pattern.compile("(?<![\\w$\"])"
                + Pattern.quote(Quoted.name(column)) + "(?![\\w$\"])").matcher(it).find()).isPresent();
    }

    /** What is computed goes before what it is computed of. */
    private List<Change.DropColumn> inOrderOfDropping() {
        var order = new ArrayList<Change.DropColumn>();
        dropped.values().stream().filter(it -> it.column().generated().isPresent()).forEach(order::add);
        dropped.values().stream().filter(it -> it.column().generated().isEmpty()).forEach(order::add);
        return order;
    }

    private void drop(Column column, List<Change> changes) {
        parts.add(new Part("DROP COLUMN " + Quoted.name(column.name()), changes));
    }

    private void addAgain(Column column) {
        var wanted = to.column(column.name()).orElseThrow();
        parts.add(new Part("ADD COLUMN " + TableText.of(wanted, to.name().text()),
                List.copyOf(altered.getOrDefault(column.name(), List.of()))));
        comment(wanted, List.of());
    }

    private void add(Change.AddColumn change) {
        var column = change.column();
        boolean toFill = isToFill(column);
        var text = toFill ? new Column(column.name(), column.type(), Optional.empty(), Optional.empty(),
                column.collation(), Optional.empty()) : column;
        if (isCountedByHand(column)) {
            before.add(Rendered.of(CounterChange.creation(column), List.of()));
            after.add(Rendered.of(CounterChange.ownership(Quoted.name(to.name()), column), List.of()));
        }
        parts.add(Part.of("ADD COLUMN " + TableText.of(text, to.name().text()), change));
        if (toFill) {
            filled.add(Part.of("ALTER COLUMN " + Quoted.name(column.name()) + " SET NOT NULL"));
        }
        comment(column, List.of());
    }

    /** {@return whether a sequence has to be made for a column} */
    boolean isCountedByHand(Column column) {
        return column.identity().map(Counter::of).filter(it -> it.kind() == Counter.Kind.SERIAL).isPresent()
                && !TableText.isSerial(column, to.name().text());
    }

    /** {@return whether somebody has to say what the rows that are there have in a column that comes} */
    private boolean isToFill(Column column) {
        return column.notNull().isPresent() && column.defaultValue().isEmpty() && column.generated().isEmpty()
                && column.identity().isEmpty();
    }

    /** {@return the columns whose values somebody has to say} */
    List<Column> toFill() {
        return added.values().stream().map(Change.AddColumn::column).filter(this::isToFill).toList();
    }

    private void alter(List<Change.AlterColumn> changes) {
        var aspects = new LinkedHashMap<Aspect, Change.AlterColumn>();
        changes.forEach(it -> aspects.put(it.aspect(), it));
        var old = changes.get(0).from();
        var wanted = changes.get(0).to();
        var alter = "ALTER COLUMN " + Quoted.name(wanted.name()) + " ";
        if (aspects.containsKey(Aspect.GENERATED)) {
            parts.add(Part.of(alter + "DROP EXPRESSION", aspects.get(Aspect.GENERATED)));
        }
        var counter = Optional.ofNullable(aspects.get(Aspect.IDENTITY))
                .map(it -> new CounterChange(from.name(), old, wanted));
        counter.ifPresent(it -> {
            it.before.forEach(text -> before.add(Rendered.of(text, List.of())));
            it.leaving.forEach(text -> parts.add(Part.of(text, aspects.get(Aspect.IDENTITY))));
        });
        type(aspects, old, wanted, alter);
        if (aspects.containsKey(Aspect.NULLABILITY)) {
            parts.add(Part.of(alter + (wanted.notNull().isPresent() ? "SET NOT NULL" : "DROP NOT NULL"),
                    aspects.get(Aspect.NULLABILITY)));
        }
        counter.ifPresent(it -> {
            it.coming.forEach(text -> parts.add(Part.of(text, aspects.get(Aspect.IDENTITY))));
            it.after.forEach(text -> after.add(Rendered.of(text, List.of(aspects.get(Aspect.IDENTITY)))));
        });
        if (aspects.containsKey(Aspect.COMMENT)) {
            comment(wanted, List.of(aspects.get(Aspect.COMMENT)));
        }
    }

    /** A default is not cast along with the values: it goes before, and comes back. */
    private void type(Map<Aspect, Change.AlterColumn> aspects, Column old, Column wanted, String alter) {
        var changes = aspects.values().stream().filter(it -> it.aspect() == Aspect.TYPE
                || it.aspect() == Aspect.COLLATION).map(Change.class::cast).toList();
        var defaults = Optional.ofNullable(aspects.get(Aspect.DEFAULT)).<List<Change>>map(List::of).orElse(List.of());
        boolean again = !changes.isEmpty() && old.defaultValue().isPresent();
        if (again || !defaults.isEmpty() && wanted.defaultValue().isEmpty() && wanted.identity()
                .filter(it -> Counter.of(it).kind() == Counter.Kind.SERIAL).isEmpty()) {
            parts.add(new Part(alter + "DROP DEFAULT", wanted.defaultValue().isEmpty() ? defaults : List.of()));
        }
        if (!changes.isEmpty()) {
            var change = TypeChange.of(Quoted.name(wanted.name()), old.type().text(), wanted.type().text());
            boolean computed = old.generated().isPresent() && wanted.generated().isPresent();
            parts.add(new Part(alter + "TYPE " + wanted.type().text()
                    + wanted.collation().map(it -> " COLLATE " + it.text()).orElse("")
                    + change.using().filter(it -> !computed).map(it -> " USING " + it).orElse(""), changes));
            if (!change.todo().isEmpty() && !computed) {
                todo.add(from.name() + "." + wanted.name() + ": " + change.todo());
            }
        }
        if (wanted.defaultValue().isPresent() && (again || !defaults.isEmpty())) {
            parts.add(new Part(alter + "SET DEFAULT " + wanted.defaultValue().get().text(), defaults));
        }
    }

    private void comment(Column column, List<Change> changes) {
        if (!changes.isEmpty() || column.comment().isPresent()) {
            after.add(Rendered.of(commentOn(to.name(), column), changes));
        }
    }

    /** {@return the statement that says what is to be said of a column} */
    static String commentOn(Name table, Column column) {
        return "COMMENT ON COLUMN " + Quoted.name(table) + "." + Quoted.name(column.name()) + " IS "
                + column.comment().map(Sql::text).orElse("NULL");
    }
}

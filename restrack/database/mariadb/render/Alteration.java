package restrack.database.mariadb.render;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import restrack.database.Rendered;
import restrack.database.Rendered.Part;
import restrack.database.mariadb.read.ImpliedIndexes;
import restrack.database.mariadb.read.MariaNames;
import restrack.schema.Change;
import restrack.schema.Column;
import restrack.schema.Constraint;
import restrack.schema.Constraint.Kind;
import restrack.schema.Index;
import restrack.schema.Name;
import restrack.schema.Table;

/**
 * What changes about a table, but for its foreign keys, as one ALTER TABLE: the server does all of it or nothing. More
 * of them where a person has to give a new column its values before the rest can hold.
 */
final class Alteration {
    private final Table from;
    private final Table to;
    private final List<Change> changes;
    private final OptionParts options;
    private final Map<Name, Change.AddColumn> added = new LinkedHashMap<>();
    private final Map<Name, Change.DropColumn> dropped = new LinkedHashMap<>();
    private final Map<Name, List<Change>> modified = new LinkedHashMap<>();
    private final List<Part> going = new ArrayList<>();
    private final List<Part> coming = new ArrayList<>();
    private final List<Part> filled = new ArrayList<>();
    /** Names that are free again in this statement. */
    private final Set<Constraint> leftChecks = new HashSet<>();
    private final Map<Name, Constraint> newChecks = new LinkedHashMap<>();

    /** @param changes all that changes about the table */
    Alteration(Table from, Table to, List<Change> changes) {
        this.from = from;
        this.to = to;
        this.changes = Remade.of(from, to, changes);
        this.options = OptionParts.of(from.name(), changes);
        for (var change : this.changes) {
            if (change instanceof Change.AddColumn it) {
                added.put(it.column().name(), it);
            } else if (change instanceof Change.DropColumn it) {
                dropped.put(it.column().name(), it);
            } else if (change instanceof Change.AlterColumn it) {
                modified.computeIfAbsent(it.from().name(), key -> new ArrayList<>()).add(it);
            }
        }
    }

    List<Rendered> statements() {
        keys();
        var parts = new ArrayList<>(going);
        dropped.forEach((name, change) -> parts.add(Part.of("DROP COLUMN " + MariaNames.quoted(name), change)));
        parts.addAll(addedColumns());
        parts.addAll(modifiedColumns());
        parts.addAll(coming);
        parts.addAll(keysOfForeignKeys());
        parts.addAll(needlessKeys());
        parts.addAll(options.parts());
        var statements = new ArrayList<>(options.before());
        if (!parts.isEmpty()) {
            statements.add(Rendered.alter(MariaNames.quoted(from.name()), parts));
        }
        statements.addAll(fill());
        statements.addAll(options.after());
        return OptionParts.isVersioned(from.options()) || OptionParts.isVersioned(to.options())
                ? allowed(statements) : statements;
    }

    /** The server changes a table that keeps its history only when it is told that the history may change too. */
    private static List<Rendered> allowed(List<Rendered> statements) {
        if (statements.isEmpty()) {
            return statements;
        }
        var all = new ArrayList<Rendered>();
        all.add(Rendered.of("SET system_versioning_alter_history = KEEP", List.of()));
        all.addAll(statements);
        all.add(Rendered.of("SET system_versioning_alter_history = DEFAULT", List.of()));
        return all;
    }

    private void keys() {
        for (var change : changes) {
            if (change instanceof Change.DropConstraint it) {
                leave(it.constraint(), it);
            } else if (change instanceof Change.AddConstraint it) {
                come(it.constraint(), it);
            } else if (change instanceof Change.AlterConstraint it) {
                leave(it.from());
                come(it.to(), it);
            } else if (change instanceof Change.RenameConstraint it) {
                rename(it);
            } else if (change instanceof Change.DropIndex it) {
                going.add(Part.of("DROP KEY " + MariaNames.quoted(it.index().name()), it));
            } else if (change instanceof Change.CreateIndex it) {
                if (isOfForeignKey(it.index())) {
                    going.add(Part.of("DROP KEY " + MariaNames.quoted(it.index().name())));
                }
                coming.add(Part.of("ADD " + ConstraintText.of(it.index()), it));
            } else if (change instanceof Change.AlterIndex it) {
                alter(it);
            }
        }
    }

    /** Whether the server has made an index of that name for a foreign key that stays. */
    private boolean isOfForeignKey(Index index) {
        return from.constraints(Kind.FOREIGN_KEY).stream().filter(key -> changes.stream().noneMatch(
                it -> ForeignKeys.leaves(it).filter(key::equals).isPresent()))
                .anyMatch(key -> ImpliedIndexes.of(from.text(), key).filter(index.name()::equals).isPresent());
    }

    private void leave(Constraint constraint, Change... done) {
        if (ConstraintText.isOnColumn(constraint)) {
            leftChecks.add(constraint);
            if (!dropped.containsKey(constraint.name())) {
                modified.computeIfAbsent(constraint.name(), it -> new ArrayList<>()).addAll(List.of(done));
            }
        } else if (constraint.kind() != Kind.FOREIGN_KEY) {
            going.add(Part.of("DROP " + ConstraintText.dropped(constraint), done));
        }
    }

    private void come(Constraint constraint, Change... done) {
        if (ConstraintText.isOnColumn(constraint)) {
            newChecks.put(constraint.name(), constraint);
            if (!added.containsKey(constraint.name())) {
                modified.computeIfAbsent(constraint.name(), it -> new ArrayList<>()).addAll(List.of(done));
            }
        } else if (constraint.kind() != Kind.FOREIGN_KEY) {
            boolean late = constraint.kind() != Kind.UNIQUE && toFill().stream()
                    .anyMatch(it -> constraint.columns().contains(it.name()));
            (late ? filled : coming).add(Part.of("ADD " + ConstraintText.of(constraint), done));
        }
    }

    private void rename(Change.RenameConstraint change) {
        if (change.from().kind() == Kind.UNIQUE) {
            going.add(Part.of("RENAME KEY " + MariaNames.quoted(change.from().name()) + " TO "
                    + MariaNames.quoted(change.to().name()), change));
        } else {
            leave(change.from());
            come(change.to(), change);
        }
    }

    /** Whether an index is asked at all can be said without making it again. */
    private void alter(Change.AlterIndex change) {
        boolean ignored = change.to().definition().normal().endsWith(" IGNORED");
        if (asked(change.from()).equals(asked(change.to()))) {
            coming.add(Part.of("ALTER KEY " + MariaNames.quoted(change.to().name()) + (ignored ? "" : " NOT")
                    + " IGNORED", change));
        } else {
            going.add(Part.of("DROP KEY " + MariaNames.quoted(change.from().name())));
            coming.add(Part.of("ADD " + ConstraintText.of(change.to()), change));
        }
    }

    private static String asked(Index index) {
        return index.definition().normal().replaceFirst(" IGNORED$", "");
    }

    /** A foreign key that stays needs an index; the server made none as long as there was another one. */
    private List<Part> keysOfForeignKeys() {
        var parts = new ArrayList<Part>();
        var lost = changes.stream().anyMatch(it -> it instanceof Change.DropIndex || it instanceof Change.AlterIndex
                || it instanceof Change.DropConstraint || it instanceof Change.AlterConstraint);
        for (var key : lost ? from.constraints(Kind.FOREIGN_KEY) : List.<Constraint>of()) {
            boolean stays = changes.stream().noneMatch(it -> it instanceof Change.DropConstraint drop
                    && drop.constraint().equals(key));
            if (stays && ImpliedIndexes.of(from.text(), key).isEmpty() && !isServed(key)) {
                parts.add(Part.of("ADD KEY " + MariaNames.quoted(key.implied() ? key.columns().get(0) : key.name())
                        + " " + ConstraintText.list(key.columns())));
            }
        }
        return parts;
    }

    /** The server drops an index that it made itself when a better one comes, but not if somebody else made it. */
    private List<Part> needlessKeys() {
        boolean gained = changes.stream().anyMatch(it -> it instanceof Change.CreateIndex
                || it instanceof Change.AlterIndex || it instanceof Change.AddConstraint
                || it instanceof Change.AlterConstraint);
        return !gained ? List.of() : from.constraints(Kind.FOREIGN_KEY).stream().filter(this::isServed)
                .flatMap(it -> ImpliedIndexes.of(from.text(), it).stream()).distinct()
                .filter(it -> to.indexes().stream().noneMatch(index -> index.name().equals(it)))
                .map(it -> Part.of("DROP KEY IF EXISTS " + MariaNames.quoted(it))).toList();
    }

    private boolean isServed(Constraint key) {
        var start = key.columns().stream().map(it -> MariaNames.quoted(it.key())).collect(Collectors.joining(" , "));
        return Stream.concat(to.indexes().stream().map(it -> it.definition().normal()),
                to.constraints().stream().filter(it -> it.kind() == Kind.PRIMARY_KEY || it.kind() == Kind.UNIQUE)
                        .map(it -> it.definition().normal().replaceFirst("^[A-Z ]+\\(", "(")))
                .anyMatch(it -> it.startsWith("( " + start));
    }

    private List<Part> addedColumns() {
        var parts = new ArrayList<Part>();
        for (var column : to.columns()) {
            var change = added.get(column.name());
            if (change != null) {
                var shown = isToFill(column) ? ColumnText.nullable(column) : column;
                var done = new ArrayList<Change>(modified.getOrDefault(column.name(), List.of()));
                done.add(change);
                parts.add(new Part("ADD COLUMN " + ColumnText.of(shown, check(column.name())) + place(column), done));
            }
        }
        return parts;
    }

    /** {@return the place of a column that is not the last one, as the wanted table has it} */
    private String place(Column column) {
        int at = to.columns().indexOf(column);
        var before = to.columns().subList(0, at).stream().filter(it -> from.column(it.name()).isPresent()
                || added.containsKey(it.name())).toList();
        boolean last = to.columns().subList(at, to.columns().size()).stream()
                .allMatch(it -> added.containsKey(it.name()));
        return last ? "" : before.isEmpty() ? " FIRST"
                : " AFTER " + MariaNames.quoted(before.get(before.size() - 1).name());
    }

    private List<Part> modifiedColumns() {
        var moved = moved();
        var parts = new ArrayList<Part>();
        for (var column : to.columns()) {
            var reasons = modified.get(column.name());
            if (reasons == null && !moved.contains(column.name()) || added.containsKey(column.name())) {
                continue;
            }
            var done = new ArrayList<Change>(reasons == null ? List.of() : reasons);
            if (moved.contains(column.name())) {
                changes.stream().filter(Change.Reorder.class::isInstance).forEach(done::add);
            }
            parts.add(new Part("MODIFY COLUMN " + ColumnText.of(column, check(column.name()))
                    + (moved.contains(column.name()) ? place(column) : ""), done));
        }
        return parts;
    }

    /** {@return the condition that stands on a column in the end} */
    private Optional<Constraint> check(Name column) {
        return Optional.ofNullable(newChecks.get(column)).or(() -> from.constraints().stream()
                .filter(it -> ConstraintText.isOnColumn(it) && it.name().equals(column) && !leftChecks.contains(it))
                .findFirst());
    }

    /** {@return the columns that have to be named to put all of them into the wanted order} */
    private Set<Name> moved() {
        var moved = new HashSet<Name>();
        if (changes.stream().noneMatch(Change.Reorder.class::isInstance)) {
            return moved;
        }
        var now = new ArrayList<>(from.columns().stream().map(Column::name).filter(it -> to.column(it).isPresent())
                .toList());
        var wanted = to.columns().stream().map(Column::name).filter(now::contains).toList();
        for (int i = 0; i < wanted.size(); i++) {
            if (!now.get(i).equals(wanted.get(i))) {
                now.remove(wanted.get(i));
                now.add(i, wanted.get(i));
                moved.add(wanted.get(i));
            }
        }
        return moved;
    }

    /** Whether somebody has to say what the rows that are there have in a column that comes. */
    private static boolean isToFill(Column column) {
        return column.notNull().isPresent() && column.generated().isEmpty() && column.defaultValue().isEmpty()
                && column.identity().isEmpty();
    }

    private List<Column> toFill() {
        return to.columns().stream().filter(it -> added.containsKey(it.name()) && isToFill(it)).toList();
    }

    /** {@return the statement that forbids NULL, when a person has said what there is instead} */
    private List<Rendered> fill() {
        var columns = toFill();
        if (columns.isEmpty()) {
            return List.of();
        }
        var parts = new ArrayList<Part>();
        columns.forEach(it -> parts.add(Part.of("MODIFY COLUMN " + ColumnText.of(it, check(it.name())))));
        parts.addAll(filled);
        var names = columns.stream().map(it -> it.name().text()).collect(Collectors.joining(" and "));
        var sketch = "UPDATE " + MariaNames.quoted(from.name()) + " SET " + columns.stream()
                .map(it -> MariaNames.quoted(it.name()) + " = …").collect(Collectors.joining(", ")) + " WHERE "
                + columns.stream().map(it -> MariaNames.quoted(it.name()) + " IS NULL")
                        .collect(Collectors.joining(" OR "));
        return List.of(Rendered.alter(MariaNames.quoted(from.name()), parts, "Every row of " + from.name()
                + " needs a value for " + names
                + ".", sketch));
    }
}

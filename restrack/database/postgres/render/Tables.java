package restrack.database.postgres.render;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import restrack.database.Rendered;
import restrack.database.Rendered.Part;
import restrack.database.postgres.read.Quoted;
import restrack.database.postgres.read.TableText;
import restrack.schema.Change;
import restrack.schema.Column;
import restrack.schema.Constraint;
import restrack.schema.Constraint.Kind;
import restrack.schema.Name;
import restrack.schema.Schema;
import restrack.schema.Table;

/** Tables that come, change and go, in an order that their foreign keys allow. */
final class Tables {
    private final Schema present;
    private final Schema wanted;
    private final ChangesByTable changes;
    private final List<Table> dropped;
    private final ForeignKeys keys;
    private final List<Rendered> statements = new ArrayList<>();
    private final List<Rendered> late = new ArrayList<>();

    Tables(Schema present, Schema wanted, List<Change> all) {
        this.present = present;
        this.wanted = wanted;
        this.changes = new ChangesByTable(all);
        this.dropped = new ArrayList<>(Order.of(present.tables().stream()
                .filter(it -> changes.dropped.containsKey(it.name())).toList()));
        Collections.reverse(dropped);
        this.keys = new ForeignKeys(present, wanted, changes, dropped);
        var there = keys.there();
        Order.of(wanted.tables().stream().filter(it -> changes.created.containsKey(it.name())).toList())
                .forEach(it -> create(it, there));
        present.tables().forEach(it -> change(it, there));
        dropped.forEach(it -> statements.add(Rendered.of("DROP TABLE " + Quoted.name(it.name()),
                List.of(changes.dropped.get(it.name())))));
    }

    /** {@return the foreign keys that have to go before anything else does} */
    List<Rendered> leaving() {
        return keys.leaving();
    }

    /** {@return tables that come, tables that change, tables that go} */
    List<Rendered> statements() {
        return List.copyOf(statements);
    }

    /** {@return what can be said only when all indexes are there} */
    List<Rendered> late() {
        var all = new ArrayList<>(keys.coming());
        all.addAll(late);
        return all;
    }

    private void create(Table table, Set<Name> there) {
        var outside = new HashSet<Constraint>();
        for (var constraint : table.constraints()) {
            if (constraint.definition().text().endsWith(" NOT VALID")) {
                outside.add(constraint);
                late.add(Rendered.alter(Quoted.name(table.name()),
                        List.of(Part.of("ADD " + TableText.of(constraint)))));
            } else if (constraint.kind() == Kind.FOREIGN_KEY
                    && keys.comesLate(table, constraint, there, List.of()) || isTaken(constraint)) {
                outside.add(constraint);
            }
        }
        var counted = table.columns().stream().filter(it -> isCountedByHand(table, it)).toList();
        counted.forEach(it -> statements.add(Rendered.of(CounterChange.creation(it), List.of())));
        statements.add(Rendered.of(TableText.of(table, it -> !outside.contains(it)),
                List.of(changes.created.get(table.name()))));
        counted.forEach(it -> statements.add(Rendered.of(CounterChange.ownership(Quoted.name(table.name()), it),
                List.of())));
        table.columns().stream().filter(it -> it.comment().isPresent()).forEach(it -> statements.add(Rendered.of(
                Columns.commentOn(table.name(), it), List.of())));
        outside.stream().filter(this::isTaken).forEach(it -> late.add(Rendered.alter(Quoted.name(table.name()),
                List.of(Part.of("ADD " + TableText.of(it))))));
        options(table);
        there.add(table.name());
    }

    private static boolean isCountedByHand(Table table, Column column) {
        return new Columns(table, table, List.of()).isCountedByHand(column);
    }

    /** Whether a table that goes still has the name: those of indexes are the schema's, not the table's. */
    private boolean isTaken(Constraint constraint) {
        return constraint.kind() != Kind.FOREIGN_KEY && constraint.kind() != Kind.CHECK && dropped.stream().anyMatch(
                table -> table.constraints().stream().anyMatch(it -> it.name().equals(constraint.name()))
                        || table.indexes().stream().anyMatch(it -> it.name().equals(constraint.name())));
    }

    private void options(Table table) {
        for (var option : table.options().stream().sorted().toList()) {
            if (!OptionChange.isInCreation(option)) {
                OptionChange.late(table.name(), option, true).ifPresentOrElse(
                        it -> late.add(Rendered.of(it, List.of())),
                        () -> statements.add(Rendered.alter(Quoted.name(table.name()), List.of(Part.of(
                                OptionChange.action(table.name(), option, true))))));
            }
        }
    }

    private void change(Table table, Set<Name> there) {
        var to = wanted.table(table.name());
        if (to.isPresent() && !changes.of(table.name()).isEmpty()) {
            var alteration = new Alteration(table, to.get(), changes.of(table.name()), keys, there);
            statements.addAll(alteration.statements());
            late.addAll(alteration.late());
        }
    }
}

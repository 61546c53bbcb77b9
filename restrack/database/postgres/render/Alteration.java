package restrack.database.postgres.render;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import restrack.database.Rendered;
import restrack.database.Rendered.Part;
import restrack.database.postgres.read.Quoted;
import restrack.database.postgres.read.TableOptions;
import restrack.database.postgres.read.TableText;
import restrack.schema.Change;
import restrack.schema.Column;
import restrack.schema.Constraint;
import restrack.schema.Constraint.Kind;
import restrack.schema.Name;
import restrack.schema.Table;

/**
 * What changes about a table, as one ALTER TABLE, so that it is locked and rewritten once; more of them where a person
 * has to give a new column its values before the rest can hold, and for what an ALTER TABLE cannot do beside others.
 */
final class Alteration {
    private static final String NOT_VALID = " NOT VALID";
    private static final String DEFERRABLE = "( NOT DEFERRABLE| DEFERRABLE)?( INITIALLY DEFERRED)?$";

    private final Table from;
    private final Table to;
    private final List<Change> changes;
    private final ForeignKeys keys;
    private final Set<Name> there;
    private final List<Rendered> before = new ArrayList<>();
    private final List<Part> leaving = new ArrayList<>();
    private final List<Part> coming = new ArrayList<>();
    private final List<Part> filled = new ArrayList<>();

    /**
     * @param changes all that changes about the table
     * @param there   the tables that are there by then
     */
    Alteration(Table from, Table to, List<Change> changes, ForeignKeys keys, Set<Name> there) {
        this.from = from;
        this.to = to;
        this.changes = changes;
        this.keys = keys;
        this.there = there;
    }

    List<Rendered> statements() {
        var attachment = attachment();
        if (!attachment.isEmpty()) {
            // Which columns are its own then only the server knows: the rest is seen when it is done.
            return attachment;
        }
        var columns = new Columns(from, to, changes);
        constraints(columns.toFill());
        options();
        var parts = new ArrayList<>(leaving);
        parts.addAll(columns.parts);
        parts.addAll(coming);
        var rest = new ArrayList<>(columns.filled);
        rest.addAll(filled);
        var statements = new ArrayList<>(before);
        statements.addAll(columns.before);
        if (!parts.isEmpty()) {
            statements.add(Rendered.alter(Quoted.name(from.name()), parts, String.join(" ", columns.todo), ""));
        }
        if (!rest.isEmpty()) {
            statements.add(Rendered.alter(Quoted.name(from.name()), rest, "Every row of " + from.name()
                    + " needs a value for "
                    + columns.toFill().stream().map(it -> it.name().text()).collect(Collectors.joining(" and ")) + ".",
                    sketch(columns.toFill())));
        }
        statements.addAll(columns.after);
        return statements;
    }

    private String sketch(List<Column> columns) {
        return "UPDATE " + Quoted.name(from.name()) + " SET " + columns.stream()
                .map(it -> Quoted.name(it.name()) + " = …").collect(Collectors.joining(", ")) + " WHERE "
                + columns.stream().map(it -> Quoted.name(it.name()) + " IS NULL").collect(Collectors.joining(" OR "));
    }

    private List<Rendered> attachment() {
        var statements = new ArrayList<Rendered>();
        for (boolean on : new boolean[] {false, true}) {
            for (var change : changes) {
                if (change instanceof Change.SetOption it && it.on() == on) {
                    OptionChange.attachment(from.name(), it.option(), on)
                            .ifPresent(text -> statements.add(Rendered.of(text, List.of(it))));
                    if (it.option().startsWith(TableOptions.INHERITS)) {
                        statements.add(Rendered.alter(Quoted.name(from.name()), List.of(Part.of(
                                OptionChange.action(from.name(), it.option(), on), it))));
                    }
                }
            }
        }
        return statements;
    }

    private void constraints(List<Column> toFill) {
        var renamed = new HashSet<Change>();
        for (var change : changes) {
            if (change instanceof Change.RenameConstraint it) {
                rename(it.from(), it.to(), List.of(it));
            } else if (change instanceof Change.DropConstraint gone) {
                var twin = twin(gone.constraint(), renamed);
                if (twin.isPresent()) {
                    renamed.add(twin.get());
                    rename(gone.constraint(), twin.get().constraint(), List.of(gone, twin.get()));
                } else if (!keys.goesEarly(gone.constraint())) {
                    drop(gone.constraint(), List.of(gone));
                }
            }
        }
        for (var change : changes) {
            if (change instanceof Change.AlterConstraint it) {
                alter(it, toFill);
            } else if (change instanceof Change.AddConstraint it && !renamed.contains(it)) {
                add(it.constraint(), it, toFill);
            }
        }
    }

    /** The one that comes and asks for the same: it only gets another name. */
    private Optional<Change.AddConstraint> twin(Constraint gone, Set<Change> taken) {
        return changes.stream().filter(Change.AddConstraint.class::isInstance).map(Change.AddConstraint.class::cast)
                .filter(it -> !taken.contains(it) && it.constraint().kind() == gone.kind()
                        && it.constraint().definition().equals(gone.definition()) && !keys.goesEarly(gone)).findFirst();
    }

    private void rename(Constraint old, Constraint wanted, List<Change> all) {
        before.add(Rendered.alter(Quoted.name(from.name()), List.of(new Part("RENAME CONSTRAINT "
                + Quoted.name(old.name()) + " TO " + Quoted.name(wanted.name()), all))));
    }

    /** What other constraints need goes after them; the server takes these in the order of the statement. */
    private void drop(Constraint constraint, List<Change> all) {
        leaving.add(constraint.kind() == Kind.FOREIGN_KEY ? 0 : leaving.size(),
                new Part("DROP CONSTRAINT " + Quoted.name(constraint.name()), all));
    }

    private void alter(Change.AlterConstraint change, List<Column> toFill) {
        var old = change.from().definition().text();
        var wanted = change.to().definition().text();
        var name = Quoted.name(change.to().name());
        boolean early = keys.goesEarly(change.from());
        if (old.equals(wanted + NOT_VALID) && change.from().name().equals(change.to().name()) && !early) {
            coming.add(Part.of("VALIDATE CONSTRAINT " + name, change));
        } else if (change.to().kind() == Kind.FOREIGN_KEY && change.from().name().equals(change.to().name()) && !early
                && old.replaceFirst(DEFERRABLE, "").equals(wanted.replaceFirst(DEFERRABLE, ""))) {
            var how = wanted.substring(wanted.replaceFirst(DEFERRABLE, "").length());
            coming.add(Part.of("ALTER CONSTRAINT " + name + (how.isEmpty() ? " NOT DEFERRABLE" : how), change));
        } else {
            if (!early) {
                drop(change.from(), List.of());
            }
            add(change.to(), change, toFill);
        }
    }

    private void add(Constraint constraint, Change change, List<Column> toFill) {
        if (constraint.kind() == Kind.FOREIGN_KEY && keys.comesLate(to, constraint, there, List.of(change))) {
            return;
        }
        boolean needsValues = (constraint.kind() == Kind.CHECK || constraint.kind() == Kind.PRIMARY_KEY)
                && toFill.stream().anyMatch(it -> constraint.columns().contains(it.name()));
        (needsValues ? filled : coming).add(Part.of("ADD " + TableText.of(constraint), change));
    }

    private void options() {
        for (var change : changes) {
            if (change instanceof Change.SetOption it && OptionChange.late(from.name(), it.option(), it.on()).isEmpty()
                    && (it.on() || !isSetAnew(it))) {
                coming.add(Part.of(OptionChange.action(from.name(), it.option(), it.on()), it));
            }
        }
    }

    private boolean isSetAnew(Change.SetOption gone) {
        return changes.stream().anyMatch(it -> it instanceof Change.SetOption come && come.on()
                && OptionChange.key(come.option()).equals(OptionChange.key(gone.option())));
    }

    /** {@return the statements that have to run when everything else is there} */
    List<Rendered> late() {
        var statements = new ArrayList<Rendered>();
        for (var change : changes) {
            if (change instanceof Change.SetOption it && (it.on() || !isSetAnew(it) && !isGone(it.option()))) {
                OptionChange.late(from.name(), it.option(), it.on())
                        .ifPresent(text -> statements.add(Rendered.of(text, List.of(it))));
            }
        }
        return statements;
    }

    /** Whether a comment went with what it was on. */
    private boolean isGone(String option) {
        var key = OptionChange.key(option);
        return key.startsWith(TableOptions.COMMENT + "INDEX ") && to.indexes().stream().noneMatch(it ->
                        key.equals(TableOptions.COMMENT + "INDEX " + Quoted.name(it.name())))
                && to.constraints().stream().noneMatch(it ->
                        key.equals(TableOptions.COMMENT + "INDEX " + Quoted.name(it.name())))
                || key.startsWith(TableOptions.COMMENT + "CONSTRAINT ") && to.constraints().stream().noneMatch(it ->
                        key.startsWith(TableOptions.COMMENT + "CONSTRAINT " + Quoted.name(it.name()) + " ON "));
    }
}

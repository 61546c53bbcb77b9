package restrack.database.sqlite.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.RowCheck;
import restrack.database.sqlite.catalog.Mentioned;
import restrack.database.sqlite.catalog.Quoted;
import restrack.database.sqlite.grammar.Column;
import restrack.database.sqlite.grammar.Constraint;
import restrack.database.sqlite.grammar.CreateTable;
import restrack.database.sqlite.grammar.IndexedColumn;
import restrack.database.sqlite.grammar.Name;

/** What {@code ADD}, {@code DROP} and {@code RENAME CONSTRAINT} do to a draft. */
public final class ConstraintActions {
    private final Draft draft;
    private final Schema schema;

    ConstraintActions(Draft draft, Schema schema) {
        this.draft = draft;
        this.schema = schema;
    }

    void add(Action.AddConstraint action) {
        var elements = draft.table().elements();
        int there = draft.table().constraints().size();
        var names = ConstraintNames.of(draft.table());
        draft.edit(edits -> edits.addElements(elements.get(elements.size() - 1), List.of(action.definition())));
        var added = draft.table().constraints().subList(there, draft.table().constraints().size());
        var constraint = added.get(0);
        if (added.size() > 1 || constraint instanceof Constraint.Dangling) {
            throw CannotAlter.because("`ADD " + action.definition() + "` is not one constraint.",
                    "Say `ADD` before each: `ADD CHECK (…), ADD UNIQUE (…)`.");
        }
        // A name that is only implied gives way: the constraint without one is called otherwise then.
        constraint.name().filter(name -> names.stream().anyMatch(it -> !it.implied() && name.is(it.name())))
                .ifPresent(name -> {
            throw CannotAlter.because("There is a constraint " + name.value() + " on " + draft.name() + " already.",
                    "Give it another name, or drop that one first.");
        });
        if (constraint instanceof Constraint.PrimaryKey
                && names.stream().anyMatch(it -> it.constraint() instanceof Constraint.PrimaryKey)) {
            var old = names.stream().filter(it -> it.constraint() instanceof Constraint.PrimaryKey)
                    .map(NamedConstraint::name).findFirst().orElseThrow();
            throw CannotAlter.because(draft.name() + " has a primary key already.",
                    "Drop it in the same statement: `DROP CONSTRAINT " + old + ", ADD PRIMARY KEY …`.");
        }
        draft.later(() -> draft.table().constraints().stream().filter(it -> said(it).equals(action.definition()))
                .reduce((first, last) -> last).ifPresent(it -> check(it, Optional.empty())));
    }

    private String said(Constraint constraint) {
        return constraint.span().in(draft.table().text());
    }

    /** Looks whether the rows can bear a constraint. */
    void check(Constraint constraint, Optional<Column> on) {
        if (constraint instanceof Constraint.Check check) {
            checkCondition(check);
        } else if (constraint instanceof Constraint.ForeignKey key) {
            checkKey(key, on);
        } else if (constraint instanceof Constraint.PrimaryKey key) {
            checkUnique("be the primary key", columns(key.columns(), on), on);
            for (var column : columns(key.columns(), on)) {
                var name = column.column().map(Name::value).orElseThrow();
                draft.check(new RowCheck("", draft.name() + "." + name + " cannot be in the primary key, because it is "
                        + "NULL in some rows", draft.rows().where(Quoted.name(name) + " IS NULL", List.of()),
                        "Fill it in first."));
            }
        } else if (constraint instanceof Constraint.Unique unique) {
            checkUnique("be UNIQUE", columns(unique.columns(), on), on);
        }
    }

    private static List<IndexedColumn> columns(List<IndexedColumn> columns, Optional<Column> on) {
        return columns.isEmpty() ? on.map(it -> new IndexedColumn(it.name().span(), it.name().span(),
                Optional.of(it.name()), Optional.empty(), false)).stream().toList() : columns;
    }

    private void checkCondition(Constraint.Check check) {
        var text = check.expression().in(draft.table().text());
        broken(text, draft.rows().where("NOT (" + text + "\n)", mentioned(text)));
    }

    /** Says which rows a CHECK that was there before does not hold for any more. */
    void checkAgain(Constraint.Check check) {
        var text = check.expression().in(draft.table().text());
        broken(text, draft.rows().where("NOT (" + text + "\n)", text, mentioned(text)));
    }

    /** A CHECK whose value is NULL holds. */
    private void broken(String text, String rows) {
        draft.check(new RowCheck("", draft.name() + " has rows that CHECK (" + text + ") does not hold for", rows,
                "Mend the rows first."));
    }

    private List<String> mentioned(String text) {
        return draft.table().columns().stream().map(it -> it.name().value()).filter(it -> Mentioned.in(text, it))
                .limit(3).map(Quoted::name).toList();
    }

    private void checkUnique(String what, List<IndexedColumn> columns, Optional<Column> on) {
        var expressions = new LinkedHashMap<String, String>();
        var names = new ArrayList<String>();
        for (var column : columns) {
            var name = column.column().map(Name::value).orElseThrow(() -> CannotAlter.because(
                    "A constraint is over columns, not over expressions.", "Create a unique index."));
            draft.column(name);
            names.add(name);
            expressions.put(name, Quoted.name(name)
                    + column.collation().map(it -> " COLLATE " + Quoted.name(it.value())).orElse(""));
        }
        draft.check(new RowCheck("", draft.name() + " (" + String.join(", ", names) + ") cannot " + what
                + ", because several rows have the same values", draft.rows().duplicates(expressions, "1"),
                "Merge or mend the rows first."));
    }

    private void checkKey(Constraint.ForeignKey key, Optional<Column> on) {
        var columns = key.columns().isEmpty() ? on.map(Column::name).stream().toList() : key.columns();
        columns.forEach(it -> draft.column(it.value()));
        boolean self = key.parent().is(draft.name());
        var parent = self ? Optional.of(draft.table()) : schema.table(key.parent().value());
        if (parent.isEmpty()) {
            checkNone(key, columns, "there is no table " + key.parent().value());
            return;
        }
        var parents = key.parentColumns().isEmpty() ? schema.primaryKey(parent.get())
                : key.parentColumns().stream().map(Name::value).toList();
        if (parents.size() != columns.size()) {
            throw CannotAlter.because(
                    "The key has " + columns.size() + " columns, and refers to " + parents.size() + " of "
                    + key.parent().value() + ".", "Name the columns: `REFERENCES " + key.parent().value() + " (…)`.");
        }
        if (!schema.isUnique(parent.get(), parents)) {
            throw CannotAlter.because(
                    "A foreign key can refer to " + key.parent().value() + " (" + String.join(", ", parents)
                    + ") only if that is its primary key, or is UNIQUE.", "Add `UNIQUE (" + String.join(", ", parents)
                    + ")` to " + key.parent().value() + " first.");
        }
        var there = new ArrayList<String>();
        var known = new ArrayList<String>();
        for (int i = 0; i < columns.size(); i++) {
            var child = Quoted.name(draft.name()) + "." + Quoted.name(columns.get(i).value());
            // The parent's column is on the left: its collation and its affinity are those that count.
            there.add("migrate_parent." + Quoted.name(parents.get(i)) + " = " + child);
            known.add(child + " IS NOT NULL");
        }
        draft.check(new RowCheck("", draft.name() + " has rows that refer to no row of " + key.parent().value(),
                draft.rows().where(String.join(" AND ", known) + " AND NOT EXISTS (SELECT 1 FROM main."
                        + Quoted.name(key.parent().value()) + " AS migrate_parent WHERE " + String.join(" AND ", there)
                        + ")", columns.stream().map(it -> Quoted.name(it.value())).toList()), "Mend the rows first."));
    }

    private void checkNone(Constraint.ForeignKey key, List<Name> columns, String why) {
        var known = columns.stream().map(it -> Quoted.name(it.value()) + " IS NOT NULL").toList();
        draft.check(new RowCheck("", draft.name() + " has rows that would refer to " + key.parent().value() + ", and "
                + why, draft.rows().where(String.join(" AND ", known), List.of()), "Create it first."));
    }

    void drop(Action.DropConstraint action) {
        var found = ConstraintNames.find(draft.table(), action.name());
        if (found.isEmpty()) {
            if (action.ifExists()) {
                return;
            }
            throw unknown(action.name());
        }
        if (action.cascade()) {
            draft.cascade();
        }
        var named = found.get();
        if (named.constraint() instanceof Constraint.PrimaryKey && draft.table().withoutRowid()) {
            throw CannotAlter.because(
                    "A table WITHOUT ROWID needs its primary key.", "Say `DROP WITHOUT ROWID` first.");
        }
        if (named.constraint() instanceof Constraint.PrimaryKey || named.constraint() instanceof Constraint.Unique) {
            dropReferences(named, action.cascade());
        }
        ConstraintNames.find(draft.table(), action.name()).ifPresent(it -> remove(it.constraint()));
    }

    /** Takes a constraint out of the text, with what belongs to it. */
    void remove(Constraint constraint) {
        var table = draft.table();
        var deferrals = constraint instanceof Constraint.ForeignKey key ? deferrals(table, key)
                : List.<Constraint>of();
        boolean ofTable = table.constraints().contains(constraint);
        if (constraint instanceof Constraint.Generated || constraint instanceof Constraint.Collate
                || constraint instanceof Constraint.Default) {
            throw CannotAlter.because(
                    "The name is that of a default, a collation or an expression, which is no constraint.",
                    "Say what is to become of the column: `ALTER COLUMN … DROP DEFAULT`, `DROP EXPRESSION` or "
                    + "`TYPE … COLLATE …`.");
        }
        draft.edit(edits -> {
            if (ofTable) {
                edits.removeElements(table.elements(), List.of(constraint.span()));
            } else {
                edits.removeWords(constraint.span());
            }
            deferrals.forEach(it -> edits.removeWords(it.span()));
        });
    }

    /** What says apart from a foreign key that it is deferred. */
    private static List<Constraint> deferrals(CreateTable table, Constraint.ForeignKey key) {
        return table.allConstraints().stream().filter(it -> it.span().start() > key.span().start())
                .takeWhile(it -> !(it instanceof Constraint.ForeignKey))
                .filter(Constraint.Deferral.class::isInstance).toList();
    }

    /** Foreign keys that refer to what goes would be broken. */
    private void dropReferences(NamedConstraint named, boolean cascade) {
        var columns = named.constraint() instanceof Constraint.PrimaryKey key ? columns(key.columns(), named.column())
                : columns(((Constraint.Unique) named.constraint()).columns(), named.column());
        var names = columns.stream().map(it -> it.column().map(Name::value).orElse("")).toList();
        var references = schema.references(draft, names);
        if (references.isEmpty()) {
            return;
        }
        if (!cascade) {
            throw dependents("The constraint " + named.name() + " of " + draft.name(), references.stream()
                    .map(Schema.Reference::words).toList());
        }
        references.forEach(it -> dropReference(it));
    }

    /** Takes a foreign key out of the table that has it. */
    void dropReference(Schema.Reference reference) {
        draft.note("drops " + reference.words());
        if (Name.same(reference.table().name().value(), draft.name())) {
            ConstraintNames.find(draft.table(), reference.constraint().name())
                    .ifPresent(it -> remove(it.constraint()));
        } else {
            schema.withoutKey(draft, reference);
        }
    }

    public static MigrateException dependents(String what, List<String> dependents) {
        return new MigrateException(ErrorKind.DEPENDENTS, what + " is needed by "
                + String.join(", ", dependents.subList(0, dependents.size() - 1))
                + (dependents.size() > 1 ? " and " : "") + dependents.get(dependents.size() - 1) + ".",
                "Drop or change them first, or say CASCADE, and they go too.");
    }

    void rename(Action.RenameConstraint action) {
        var named = ConstraintNames.find(draft.table(), action.from()).orElseThrow(() -> unknown(action.from()));
        if (ConstraintNames.find(draft.table(), action.to()).filter(it -> !it.implied()).isPresent()) {
            throw CannotAlter.because("There is a constraint " + action.to() + " on " + draft.name() + " already.", "");
        }
        var name = Quoted.word(action.to());
        named.constraint().name().ifPresentOrElse(
                it -> draft.edit(edits -> edits.replace(it.span(), name)),
                () -> draft.insert(named.constraint().span().start(), "CONSTRAINT " + name));
    }

    private MigrateException unknown(String name) {
        return CannotAlter.because("There is no constraint " + name + " on " + draft.name() + ".",
                "`migrate show-table " + draft.name() + "` lists them, also those without a name of their own.");
    }
}

package restrack.database.sqlite.draft;

import java.util.List;
import java.util.Optional;
import restrack.database.RowCheck;
import restrack.database.sqlite.catalog.Quoted;
import restrack.database.sqlite.grammar.Column;
import restrack.database.sqlite.grammar.Constraint;
import restrack.database.sqlite.grammar.Span;
import restrack.database.sqlite.grammar.TableOption;

/** What the options of a table do to a draft: STRICT, WITHOUT ROWID, AUTOINCREMENT. */
public final class TableActions {
    private final Draft draft;

    TableActions(Draft draft) {
        this.draft = draft;
    }

    void strict(boolean on) {
        if (draft.table().strict() == on) {
            return;
        }
        if (on) {
            setStrict();
        } else {
            draft.table().columns().stream().filter(it -> it.type().equalsIgnoreCase("ANY"))
                    .map(it -> it.name().value()).toList().forEach(name ->
                            draft.edit(edits -> edits.removeWords(draft.column(name).typeSpan().orElseThrow())));
            removeOption(TableOption.Kind.STRICT);
        }
    }

    private void setStrict() {
        var key = draft.layout().primaryKey();
        for (var name : draft.table().columns().stream().map(it -> it.name().value()).toList()) {
            var column = draft.column(name);
            boolean inKey = key.stream().anyMatch(name::equalsIgnoreCase);
            var type = StrictTypes.of(column.type(), inKey && key.size() == 1);
            if (!type.equals(column.type())) {
                draft.edit(edits -> column.typeSpan().ifPresentOrElse(span -> edits.replace(span, type),
                        () -> edits.insert(column.name().span().end(), " " + type)));
                draft.change(name);
                if (!column.type().isEmpty()) {
                    draft.note(name + " becomes " + type + ", because STRICT knows no " + column.type());
                }
                    }
            var misfit = new Fit(type, true).misfit(Quoted.name(name));
            if (!misfit.equals("0")) {
                draft.check(new RowCheck("", draft.name() + " cannot be STRICT, because there are values in " + name
                        + " that are no " + type, draft.rows().where(misfit, List.of(Quoted.name(name))),
                        "Mend the rows first, or give the column another type."));
            }
            if (inKey && draft.layout().alias().isEmpty()) {
                refuseNull(name, "be STRICT");
            }
        }
        addOption("STRICT");
        draft.copy();
    }

    private void refuseNull(String column, String what) {
        draft.check(new RowCheck("", draft.name() + " cannot " + what + ", because " + column
                + " is NULL in some rows, and is in the primary key",
                draft.rows().where(Quoted.name(column) + " IS NULL", List.of()), "Fill it in first."));
    }

    void withoutRowid(boolean on) {
        if (draft.table().withoutRowid() == on) {
            return;
        }
        draft.copy();
        if (!on) {
            removeOption(TableOption.Kind.WITHOUT_ROWID);
            var key = draft.layout().primaryKey();
            if (key.size() == 1 && draft.column(key.get(0)).type().equalsIgnoreCase("INTEGER")) {
                draft.check(new RowCheck("", draft.name() + "." + key.get(0)
                        + " is to be the rowid, and there are values that are no integers",
                        draft.rows().where("typeof(" + Quoted.name(key.get(0)) + ") <> 'integer'", List.of()),
                        "Mend the rows first."));
            }
            return;
        }
        var key = primaryKey().orElseThrow(() -> CannotAlter.because("A table WITHOUT ROWID needs a primary key, and "
                + draft.name() + " has none.",
                "Add one in the same statement: `ADD PRIMARY KEY (…), SET WITHOUT ROWID`."));
        if (key.autoincrement()) {
            throw CannotAlter.because("AUTOINCREMENT counts rowids, which a table WITHOUT ROWID has not.",
                    "Say `DROP AUTOINCREMENT, SET WITHOUT ROWID`.");
        }
        draft.layout().primaryKey().forEach(it -> refuseNull(it, "be WITHOUT ROWID"));
        addOption("WITHOUT ROWID");
    }

    private Optional<Constraint.PrimaryKey> primaryKey() {
        return draft.table().allConstraints().stream().filter(Constraint.PrimaryKey.class::isInstance)
                .map(Constraint.PrimaryKey.class::cast).findFirst();
    }

    private void addOption(String words) {
        var options = draft.table().options();
        if (options.isEmpty()) {
            draft.insert(draft.table().body().end(), words);
        } else {
            draft.edit(edits -> edits.insert(options.get(options.size() - 1).span().end(), ", " + words));
        }
    }

    private void removeOption(TableOption.Kind kind) {
        var options = draft.table().options();
        var gone = options.stream().filter(it -> it.kind() == kind).map(TableOption::span).toList();
        draft.edit(edits -> {
            if (gone.size() == options.size()) {
                edits.remove(new Span(draft.table().body().end(), options.get(options.size() - 1).span().end()));
            } else {
                edits.removeElements(options.stream().map(TableOption::span).toList(), gone);
            }
        });
    }

    void autoincrement(Action.Autoincrement action) {
        var key = primaryKey();
        boolean there = key.filter(Constraint.PrimaryKey::autoincrement).isPresent();
        action.column().ifPresent(draft::column);
        boolean meant = action.column().isEmpty()
                || key.flatMap(this::alias).filter(it -> it.name().is(action.column().get())).isPresent();
        if (there && !meant) {
            throw CannotAlter.because("The column " + action.column().get() + " is not the one that counts up in "
                    + draft.name() + ".", "Name the column that is INTEGER PRIMARY KEY AUTOINCREMENT.");
        }
        if (there == action.on()) {
            return;
        }
        if (!action.on()) {
            draft.edit(edits -> edits.removeWords(key.orElseThrow().autoincrementSpan().orElseThrow()));
            return;
        }
        var column = key.flatMap(this::alias)
                .filter(it -> action.column().filter(name -> !it.name().is(name)).isEmpty())
                .orElseThrow(() -> CannotAlter.because("AUTOINCREMENT is for a column that is INTEGER PRIMARY KEY, and "
                        + action.column().orElse("nothing") + " is that in " + draft.name() + ".",
                        "Make it so first: `ADD PRIMARY KEY (…)` on an INTEGER column."));
        int at = column.constraints().contains(key.get()) ? key.get().span().end()
                : key.get().columns().get(0).span().end();
        draft.insert(at, "AUTOINCREMENT");
    }

    /** {@return the column that is the rowid by this key} */
    private Optional<Column> alias(Constraint.PrimaryKey key) {
        if (draft.table().withoutRowid() || key.descending() || key.columns().size() > 1) {
            return Optional.empty();
        }
        return (key.columns().isEmpty()
                ? draft.table().columns().stream().filter(it -> it.constraints().contains(key)).findFirst()
                : key.columns().get(0).column().flatMap(it -> draft.table().column(it.value())))
                .filter(it -> it.type().equalsIgnoreCase("INTEGER"));
    }
}

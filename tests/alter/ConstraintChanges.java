package tests.alter;

import static restrack.ErrorKind.CANNOT_ALTER;
import static restrack.ErrorKind.DEPENDENTS;
import static restrack.ErrorKind.ROWS_IN_THE_WAY;
import static tests.alter.Connections.name;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import tests.alter.Change.Option;
import tests.alter.Fact.Kind;
import tests.alter.TableText.Clause;

/** The changes of constraints. */
final class ConstraintChanges {
    private final TableFacts facts;
    private final Values values;
    private final String alter;
    private final List<Change> changes = new ArrayList<>();

    private ConstraintChanges(TableFacts facts, Values values) {
        this.facts = facts;
        this.values = values;
        this.alter = "ALTER TABLE " + name(facts.table()) + " ";
    }

    static List<Change> of(TableFacts facts, Values values) throws SQLException {
        var all = new ConstraintChanges(facts, values);
        for (var column : ColumnChanges.chosen(facts, 2)) {
            all.checks(column.name());
            all.uniques(column.name());
            all.keys(column);
        }
        all.drop();
        return all.changes;
    }

    /** A constraint stands behind all others, or behind the last column. */
    static String added(TableText text, String constraint) {
        var tokens = text.tokens();
        return text.inserted(tokens.get(tokens.indexOf(text.close()) - 1), ", " + constraint);
    }

    private Change add(String constraint) {
        return Change.of(alter + "ADD " + constraint, added(facts.text(), constraint));
    }

    private void checks(String column) {
        changes.add(add("CHECK (" + name(column) + " IS NOT 'zz')"));
        changes.add(add("CONSTRAINT zz_check CHECK (typeof(" + name(column) + ") <> 'text' /* none */)"));
        changes.add(add("CONSTRAINT \"zz check\" CHECK (" + name(column) + " IS NULL)"));
    }

    private void uniques(String column) {
        changes.add(add("UNIQUE (" + name(column) + ")"));
        var other = facts.columns().get(0).name();
        if (!other.equals(column)) {
            changes.add(add("CONSTRAINT zz_unique UNIQUE (" + name(column) + ", " + name(other) + ")"));
        }
        boolean nulls = facts.before().lines(Kind.ROWS, facts.table()).stream().anyMatch(it -> it.contains("NULL"));
        var key = add("PRIMARY KEY (" + name(column) + ")").may(nulls, ROWS_IN_THE_WAY);
        changes.add(key.more(Seen.values(facts)));
    }

    private void keys(TableFacts.Column column) throws SQLException {
        var parent = facts.before().names("table").stream().filter(it -> !it.startsWith("sqlite_"))
                .filter(it -> facts.before().lines(Kind.TABLE, it).get(0).startsWith("table"))
                .map(it -> new TableFacts(facts.before(), it)).filter(it -> it.keyColumns().size() == 1)
                .filter(it -> !it.needsApplication()).findFirst();
        if (parent.isEmpty() || column.generated()) {
            return;
        }
        var p = name(parent.get().table());
        var k = name(parent.get().keyColumns().get(0));
        var c = name(column.name());
        boolean broken = !values.ask("SELECT 1 FROM " + name(facts.table()) + " AS t WHERE t." + c + " IS NOT NULL AND "
                + "NOT EXISTS (SELECT 1 FROM " + p + " AS p WHERE p." + k + " = t." + c + ")").isEmpty();
        for (var more : List.of("", " ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED")) {
            changes.add(add((more.isEmpty() ? "" : "CONSTRAINT zz_key ") + "FOREIGN KEY (" + c + ") REFERENCES " + p
                    + " (" + k + ")" + more).may(broken, ROWS_IN_THE_WAY).option(broken, Option.REFUSED));
        }
    }

    private void drop() {
        Constraints.of(facts).forEach((named, clause) -> {
            var change = Change.of(alter + "DROP CONSTRAINT " + name(named),
                    facts.text().removed(clause.first(), clause.last()))
                    .option(true, Option.COMMENTS_MAY_GO);
            changes.add(switch (clause.word()) {
                case "UNIQUE", "PRIMARY" -> change.may(needed(clause), DEPENDENTS)
                        .more(Seen.values(facts).with(Kind.ROWS, "sqlite_sequence", Seen.NOTHING_NEW));
                case "REFERENCES", "FOREIGN" -> change.more(Expectation.NOTHING
                        .with(it -> it.kind() == Kind.WRITING, Seen.STILL_COMPILED)
                        .with(Kind.VIOLATIONS, facts.table(), Seen.NOTHING_NEW));
                default -> change;
            });
            changes.add(Change.of(alter + "RENAME CONSTRAINT " + name(named) + " TO zz_named",
                    clause.name() != null ? facts.text().replaced(clause.name(), clause.name(), "zz_named")
                            : before(clause)));
        });
        changes.add(Change.of(alter + "DROP CONSTRAINT IF EXISTS zz_no_such", facts.text().toString()));
        changes.add(Change.of(alter + "DROP CONSTRAINT zz_no_such", facts.text().toString())
                .may(true, CANNOT_ALTER).option(true, Option.REFUSED));
    }

    private String before(Clause clause) {
        return facts.text().replaced(clause.first(), clause.first(), "CONSTRAINT zz_named " + clause.first().text());
    }

    /** Whether a foreign key or an upsert may need the uniqueness. */
    private boolean needed(Clause clause) {
        return Constraints.columns(facts, clause).stream().anyMatch(facts::referredTo)
                || facts.before().names("trigger").stream()
                        .anyMatch(it -> facts.before().text("trigger", it).contains("ON CONFLICT ("));
    }
}

package tests.alter;

import static restrack.ErrorKind.CANNOT_ALTER;
import static restrack.ErrorKind.DEPENDENTS;
import static restrack.ErrorKind.ROWS_IN_THE_WAY;
import static tests.alter.Connections.name;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tests.alter.Change.Hazard;
import tests.alter.Change.Option;
import tests.alter.TableFacts.Column;

/** The changes of where a column's values come from: an expression, or a number that the database gives. */
final class GeneratedChanges {
    private final TableFacts facts;
    private final Values values;
    private final Column column;
    private final TableText.Column words;
    private final String alter;
    private final List<Change> changes = new ArrayList<>();

    private GeneratedChanges(TableFacts facts, Values values, Column column) {
        this.facts = facts;
        this.values = values;
        this.column = column;
        this.words = facts.text().column(column.name());
        this.alter = alter(facts, column);
    }

    private static String alter(TableFacts facts, Column column) {
        return "ALTER TABLE " + name(facts.table()) + " ALTER COLUMN " + name(column.name());
    }

    static List<Change> of(TableFacts facts, Values values) throws SQLException {
        var changes = new ArrayList<Change>();
        for (var column : facts.columns()) {
            if (column.generated() || ColumnChanges.chosen(facts, 2).contains(column)) {
                var all = new GeneratedChanges(facts, values, column);
                if (column.generated()) {
                    all.generated();
                } else {
                    all.plain();
                }
                changes.addAll(all.changes);
            }
        }
        changes.addAll(identity(facts));
        return changes;
    }

    private void generated() {
        var clause = words.clause("AS") != null ? words.clause("AS") : words.clause("GENERATED");
        add(Change.of(alter + " DROP EXPRESSION", facts.text().removed(clause.first(), clause.last())));
        var tokens = facts.text().tokens(clause.first(), clause.last());
        int open = tokens.indexOf(tokens.stream().filter(it -> it.isSymbol('(')).findFirst().orElseThrow());
        int close = tokens.size() - 1;
        while (!tokens.get(close).isSymbol(')')) {
            close--;
        }
        add(Change.of(alter + " SET EXPRESSION AS ('zz' /* new */ || 4)", facts.text()
                .replaced(tokens.get(open + 1), tokens.get(close - 1), "'zz' /* new */ || 4")));
        changes.add(Change.of(alter + " ADD GENERATED ALWAYS AS (1) STORED", facts.text().toString())
                .may(true, CANNOT_ALTER).option(true, Option.REFUSED));
    }

    private void plain() throws SQLException {
        var other = facts.columns().stream().filter(it -> !it.name().equals(column.name()) && !it.generated())
                .findFirst().map(it -> "lower(" + name(it.name()) + ")").orElse("'abc'");
        boolean has = words.clause("DEFAULT") != null;
        for (var kind : List.of(" STORED", " VIRTUAL", "")) {
            var expression = kind.isEmpty() ? "7" : other;
            var hazard = values.becomes(facts.table(), column, expression) ? Hazard.YES : Hazard.NO;
            add(Change.of(alter + " ADD GENERATED ALWAYS AS (" + expression + ")" + kind,
                    facts.text().inserted(words.last(), "GENERATED ALWAYS AS (" + expression + ")"
                            + (kind.isEmpty() ? " VIRTUAL" : kind)))
                    .hazard(hazard).may(has, CANNOT_ALTER).option(has, Option.REFUSED));
        }
        changes.add(Change.of(alter + " DROP EXPRESSION IF EXISTS", facts.text().toString()));
        changes.add(refused(alter + " DROP EXPRESSION"));
        changes.add(refused(alter + " SET EXPRESSION AS (1)"));
    }

    private void add(Change change) {
        boolean named = !facts.mentioning(column.name()).isEmpty() || facts.anyStar()
                || facts.before().names("trigger").stream().map(it -> facts.before().text("trigger", it))
                        .anyMatch(it -> it.toUpperCase(Locale.ROOT).matches("(?s).*INTO\\s+\\S+\\s+(VALUES|SELECT).*"));
        boolean related = facts.refers(column.name()) || facts.referredTo(column.name());
        var more = Seen.columns(facts).with(Fact.Kind.VIOLATIONS, facts.table(), Seen.NOTHING_NEW);
        // Who updates what a key is made of updates the key.
        changes.add(change.more(facts.referredTo(column.name())
                ? more.with(Fact.Kind.WRITING, facts.table(), Expectation.Check.ANYTHING) : more)
                .may(named, DEPENDENTS).may(related, ROWS_IN_THE_WAY).may(related, DEPENDENTS));
    }

    private Change refused(String statement) {
        return Change.of(statement, facts.text().toString()).may(true, CANNOT_ALTER).option(true, Option.REFUSED);
    }

    /** What the standard has for AUTOINCREMENT. */
    private static List<Change> identity(TableFacts facts) {
        var changes = new ArrayList<Change>();
        for (var change : TableChanges.of(facts)) {
            boolean on = change.statement().endsWith(" SET AUTOINCREMENT");
            if (on || change.statement().endsWith(" DROP AUTOINCREMENT")) {
                var keys = facts.keyColumns();
                for (var column : ColumnChanges.chosen(facts, 2)) {
                    boolean key = keys.equals(List.of(column.name()));
                    var said = change.saying(alter(facts, column) + (on ? " ADD GENERATED BY DEFAULT AS IDENTITY"
                            : " DROP IDENTITY"));
                    changes.add(said.may(!key, CANNOT_ALTER).option(!key, Option.REFUSED));
                }
            }
        }
        return changes;
    }
}

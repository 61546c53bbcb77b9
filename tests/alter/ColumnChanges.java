package tests.alter;

import static restrack.ErrorKind.CANNOT_ALTER;
import static restrack.ErrorKind.DEPENDENTS;
import static restrack.ErrorKind.ROWS_IN_THE_WAY;
import static tests.alter.Connections.name;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tests.alter.Change.Hazard;
import tests.alter.TableFacts.Column;

/** The changes of one column. */
final class ColumnChanges {
    private static final Map<String, String> RELATED = Map.of("INTEGER", "BIGINT", "TEXT", "VARCHAR(5000)",
            "REAL", "DOUBLE PRECISION", "NUMERIC", "DECIMAL", "BLOB", "BLOB");

    private final TableFacts facts;
    private final Values values;
    private final Column column;
    private final TableText.Column words;
    private final String alter;
    private final List<Change> changes = new ArrayList<>();

    private ColumnChanges(TableFacts facts, Values values, Column column) {
        this.facts = facts;
        this.values = values;
        this.column = column;
        this.words = facts.text().column(column.name());
        this.alter = "ALTER TABLE " + name(facts.table()) + " ALTER COLUMN " + name(column.name());
    }

    static List<Change> of(TableFacts facts, Values values, Column column) throws SQLException {
        var all = new ColumnChanges(facts, values, column);
        all.types();
        all.defaults();
        all.nulls();
        return all.changes;
    }

    private void types() throws SQLException {
        var affinity = column.affinity(facts.strict());
        if (facts.strict()) {
            var type = column.type().equalsIgnoreCase("INT") ? "INTEGER"
                    : column.type().equalsIgnoreCase("INTEGER") ? "INT" : column.type();
            type(type, "", 0);
        } else {
            type(RELATED.get(affinity), "", 0);
            type("VARCHAR(2)", "", 2);
        }
        type("INTEGER", "", 0);
        type("TEXT", "", 0);
        type("REAL", "", 0);
        type("TEXT", "CAST(" + name(column.name()) + " AS TEXT) || '!'", 0);
        type("INTEGER", "length(" + name(column.name()) + ")", 0);
        collation();
    }

    private void type(String type, String using, int longest) throws SQLException {
        var text = typed(type);
        var c = Change.of(alter + " TYPE " + type + (using.isEmpty() ? "" : " USING " + using), text);
        boolean same = column.affinity(facts.strict()).equals(new Column("", type, false, "", 0, 0)
                .affinity(facts.strict()));
        c = using.isEmpty()
                ? c.hazard(column.generated() ? Hazard.PERHAPS
                        : values.of(facts.table(), column.name(), type, same, longest))
                : c.value(column.name(), using);
        // What a key refers to has to stay what it was; a single INTEGER PRIMARY KEY is the rowid.
        boolean related = facts.refers(column.name()) || facts.referredTo(column.name());
        boolean rowid = facts.keyColumns().equals(List.of(column.name()))
                && column.type().equalsIgnoreCase("INTEGER") != type.equalsIgnoreCase("INTEGER");
        changes.add(c.may(related, ROWS_IN_THE_WAY).may(related && !using.isEmpty(), DEPENDENTS)
                .may(rowid, CANNOT_ALTER).may(rowid, ROWS_IN_THE_WAY)
                .may(!using.isEmpty() && facts.isReadByIndexes(), CANNOT_ALTER)
                .may(column.generated() && !using.isEmpty(), CANNOT_ALTER).more(related
                        ? Seen.values(facts).with(Fact.Kind.VIOLATIONS, facts.table(), Seen.NOTHING_NEW)
                        : Seen.values(facts)));
    }

    private String typed(String type) {
        return words.type().isEmpty() ? facts.text().inserted(words.nameToken(), type)
                : facts.text().replaced(words.type().get(0), words.type().get(words.type().size() - 1), type);
    }

    private void collation() throws SQLException {
        if (words.clauses().stream().filter(it -> it.word().equals("COLLATE")).count() > 1) {
            return;
        }
        var type = column.type().isEmpty() ? "TEXT" : words.type().isEmpty() ? column.type()
                : facts.text().toString().substring(words.type().get(0).offset(),
                        words.type().get(words.type().size() - 1).end());
        var old = words.clause("COLLATE");
        String text;
        if (old == null) {
            var last = words.type().isEmpty() ? words.nameToken() : words.type().get(words.type().size() - 1);
            text = facts.text().inserted(last, (words.type().isEmpty() ? type + " " : "") + "COLLATE RTRIM");
        } else {
            text = facts.text().replaced(old.last(), old.last(), "RTRIM");
        }
        boolean related = facts.refers(column.name()) || facts.referredTo(column.name());
        boolean same = !column.type().isEmpty();
        changes.add(Change.of(alter + " SET DATA TYPE " + type + " COLLATE RTRIM", text)
                .hazard(values.of(facts.table(), column.name(), column.type().isEmpty() ? "TEXT" : "BLOB", same, 0))
                .may(related, ROWS_IN_THE_WAY).may(related, DEPENDENTS).more(Seen.values(facts)));
    }

    private void defaults() {
        var old = words.clause("DEFAULT");
        boolean twice = words.clauses().stream().filter(it -> it.word().equals("DEFAULT")).count() > 1;
        for (var value : List.of("7", "'it''s'", "(1 + 2)")) {
            String text;
            if (old == null) {
                text = facts.text().inserted(words.last(), "DEFAULT " + value);
            } else {
                var tokens = facts.text().tokens(old.first(), old.last());
                text = facts.text().replaced(tokens.get(old.name() == null ? 1 : 3), old.last(), value);
            }
            if (!twice) {
                changes.add(Change.of(alter + " SET DEFAULT " + value, text));
            }
        }
        if (!twice) {
            changes.add(Change.of(alter + " DROP DEFAULT", old == null ? facts.text().toString()
                    : facts.text().removed(old.first(), old.last())).may(column.generated(), CANNOT_ALTER));
        }
    }

    private void nulls() {
        var old = words.clauses().stream().filter(it -> it.word().equals("NOT")).toList();
        var nothing = words.clause("NULL");
        if (nothing == null) {
            changes.add(Change.of(alter + " SET NOT NULL", old.isEmpty()
                    ? facts.text().inserted(words.last(), "NOT NULL") : facts.text().toString()));
        }
        if (old.size() < 2) {
            var change = Change.of(alter + " DROP NOT NULL", old.isEmpty() ? facts.text().toString()
                    : facts.text().removed(old.get(0).first(), old.get(0).last()));
            changes.add(change.may(old.isEmpty() && column.key() > 0, CANNOT_ALTER));
        }
    }

    /** {@return the columns that are tried: all of a small table, some of a large one} */
    static List<Column> chosen(TableFacts facts, int most) {
        var all = facts.columns();
        if (all.size() <= most) {
            return all;
        }
        var some = new ArrayList<Column>();
        for (int i = 0; i < most; i++) {
            some.add(all.get(i * (all.size() - 1) / (most - 1)));
        }
        return List.copyOf(Set.copyOf(some)).stream().sorted((a, b) -> a.name().compareTo(b.name())).toList();
    }
}

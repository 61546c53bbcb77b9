package tests.alter;

import static tests.alter.Connections.name;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import restrack.ErrorKind;
import restrack.database.sqlite.grammar.SqliteSyntax;
import restrack.sql.Token;
import restrack.sql.Tokens;

/**
 * Renaming. What comes of it is what was there before, but for the name: an inventory is read with the new name taken
 * for the old one, and texts have the new name only where the old one stood.
 */
final class Renames {
    /** A word that is nowhere else. */
    static final String NEW = "zz_renamed";

    private static final List<String> ROWIDS = List.of("rowid", "_rowid_", "oid");

    private final String old;
    private final Inventory before;
    private final Inventory after;

    private Renames(String old, Inventory before, Inventory after) {
        this.old = old;
        this.before = before;
        this.after = after;
    }

    static List<Change> of(TableFacts facts) {
        var changes = new ArrayList<Change>();
        for (var column : ColumnChanges.chosen(facts, 4)) {
            changes.add(change(facts, "COLUMN " + name(column.name()) + " TO " + NEW, column.name()));
        }
        changes.add(change(facts, "TO " + NEW, facts.table()));
        if (facts.columns().size() > 1) {
            changes.add(change(facts, "COLUMN " + name(facts.columns().get(0).name()) + " TO "
                    + name(facts.columns().get(1).name()), "")
                    .may(true, ErrorKind.CANNOT_ALTER).option(true, Change.Option.REFUSED));
        }
        return changes;
    }

    private static Change change(TableFacts facts, String what, String old) {
        boolean virtual = facts.before().names("table").stream().map(it -> facts.before().text("table", it))
                .anyMatch(it -> it.startsWith("CREATE VIRTUAL") && it.contains(old));
        // What takes all columns as they come would be called otherwise too, where others know it by name.
        boolean known = facts.anyStar() && what.startsWith("COLUMN");
        boolean broken = facts.before().facts().entrySet().stream().anyMatch(it -> it.getKey().kind()
                == Fact.Kind.WRITING && facts.before().names("table").contains(it.getKey().name())
                && it.getValue().toString().contains("error: "));
        return Change.of("ALTER TABLE " + name(facts.table()) + " RENAME " + what, null)
                .may(known || broken, ErrorKind.CANNOT_ALTER)
                .value("", old).may(virtual, ErrorKind.DEPENDENTS).may(virtual, ErrorKind.CANNOT_ALTER)
                // SQLite does not rename a column that hides the rowid.
                .may(what.startsWith("COLUMN") && ROWIDS.contains(old), ErrorKind.CANNOT_ALTER);
    }

    /** {@return every difference but the name} */
    static List<String> differences(Change change, Inventory before, Inventory after) {
        return new Renames(change.values().get(""), before, after).differences();
    }

    private List<String> differences() {
        var found = new ArrayList<String>();
        for (var type : List.of("table", "index", "view", "trigger")) {
            for (var object : before.names(type)) {
                var renamed = object.equals(old) && !after.names(type).contains(object) ? NEW : object;
                if (!sameButForTheName(before.text(type, object), after.text(type, renamed))) {
                    found.add("The text of " + type + " " + object + " was " + before.text(type, object)
                            + " and is " + after.text(type, renamed));
                }
            }
        }
        if (after.facts().values().stream().flatMap(List::stream).noneMatch(it -> it.contains(NEW))) {
            found.add("Nothing is called " + NEW);
        }
        found.addAll(Comparison.differences(without(before, ""), without(after, NEW)));
        return found;
    }

    /** An inventory without its texts, in lower case, with the new name taken for the old one. */
    private Inventory without(Inventory inventory, String name) {
        Map<Fact, List<String>> facts = new LinkedHashMap<>();
        inventory.facts().forEach((fact, lines) -> {
            if (fact.kind() != Fact.Kind.TEXT) {
                boolean values = fact.kind() == Fact.Kind.ROWS;
                var with = (values ? old.replace("'", "''") : old).toLowerCase(Locale.ROOT);
                facts.put(new Fact(fact.kind(), name.isEmpty() ? fact.name() : fact.name().replace(name, old)),
                        sorted(fact, lines.stream().map(it -> it.toLowerCase(Locale.ROOT))
                                // Whichever of its names it is that a broken view is missing.
                                .map(it -> it.replaceAll("(?s)no such column: .*", "no such column"))
                                .map(it -> name.isEmpty() ? it : it.replace(name, with)).toList()));
            }
        });
        return new Inventory(facts);
    }

    /** Indexes are read by their names, so that another name is another order. */
    private static List<String> sorted(Fact fact, List<String> lines) {
        return fact.kind() == Fact.Kind.INDEXES ? lines.stream().sorted().toList() : lines;
    }

    private boolean sameButForTheName(String was, String is) {
        var left = Tokens.of(was, SqliteSyntax.SQLITE);
        var right = Tokens.of(is, SqliteSyntax.SQLITE);
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            Token a = left.get(i);
            Token b = right.get(i);
            boolean renamed = a.isName() && b.isName() && a.name().equalsIgnoreCase(old) && b.name().equals(NEW);
            if (!a.text().equals(b.text()) && !renamed) {
                return false;
            }
        }
        return true;
    }
}

package tests.alter;

import static restrack.ErrorKind.CANNOT_ALTER;
import static restrack.ErrorKind.DEPENDENTS;
import static restrack.ErrorKind.HAZARD;
import static restrack.ErrorKind.ROWS_IN_THE_WAY;
import static tests.alter.Connections.name;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tests.alter.Change.Option;
import tests.alter.Fact.Kind;

/** The changes of a table as a whole, and of which columns it has. */
final class TableChanges {
    private final TableFacts facts;
    private final TableText text;
    private final String alter;
    private final List<Change> changes = new ArrayList<>();

    private TableChanges(TableFacts facts) {
        this.facts = facts;
        this.text = facts.text();
        this.alter = "ALTER TABLE " + name(facts.table()) + " ";
    }

    static List<Change> of(TableFacts facts) {
        var all = new TableChanges(facts);
        all.add();
        ColumnChanges.chosen(facts, 4).forEach(all::drop);
        all.strict();
        all.rowids();
        all.autoincrement();
        all.reorder();
        all.several();
        return all.changes;
    }

    private String added(String column) {
        return text.inserted(text.columns().get(text.columns().size() - 1).last(), ", " + column);
    }

    private void add() {
        var first = name(facts.columns().get(0).name());
        for (var column : List.of("zz_new TEXT", "\"zz new\" INT NOT NULL DEFAULT (1 + 1)", "zz_new INT UNIQUE",
                "zz_new REAL DEFAULT 2.5 CHECK (zz_new > 0)",
                "zz_new TEXT AS (coalesce(" + first + ", '') || 'x') STORED",
                "zz_new INT NOT NULL", "zz_new INT PRIMARY KEY", "zz_new TEXT DEFAULT CURRENT_DATE")) {
            boolean dated = column.contains("CURRENT");
            boolean listless = listless();
            if (!dated || !facts.hasRows()) {
                changes.add(Change.of(alter + "ADD COLUMN " + column, added(column)).more(Seen.columns(facts))
                        .may(facts.anyStar() || listless, DEPENDENTS).may(column.contains("PRIMARY"), ROWS_IN_THE_WAY));
            }
        }
        changes.add(Change.of(alter + "ADD COLUMN IF NOT EXISTS " + first + " BLOB", text.toString()));
        changes.add(Change.of("ALTER TABLE IF EXISTS zz_none ADD COLUMN a INT", text.toString()));
        changes.add(Change.of(alter + "DROP COLUMN IF EXISTS zz_none", text.toString()));
        changes.add(Change.of(alter + "ALTER COLUMN zz_none TYPE TEXT", text.toString()).may(true, CANNOT_ALTER)
                .option(true, Option.REFUSED));
    }

    private void drop(TableFacts.Column column) {
        var words = text.column(column.name());
        var without = text.removed(words.nameToken(), words.last());
        var own = text.tokens(words.nameToken(), words.last()).stream()
                .filter(it -> it.isName() && it.name().equalsIgnoreCase(column.name())).count();
        boolean alone = facts.columns().size() == 1;
        boolean elsewhere = facts.mentionsInOwnText(column.name()) > own;
        var users = facts.mentioning(column.name());
        // A column's own PRIMARY KEY or UNIQUE goes with it, unless somebody else needs it.
        boolean key = column.key() > 0 || words.clause("UNIQUE") != null || facts.refers(column.name());
        var change = Change.of(alter + "DROP COLUMN " + name(column.name()), without)
                .more(Seen.columns(facts).with(Kind.VIOLATIONS, facts.table(), Seen.NOTHING_NEW))
                .option(true, Option.COMMENTS_MAY_GO)
                .may(alone, CANNOT_ALTER).may(facts.anyStar(), DEPENDENTS)
                .may(elsewhere || !users.isEmpty() || key || facts.referredTo(column.name()), DEPENDENTS)
                .may(column.key() > 0, CANNOT_ALTER);
        changes.add(change);
    }

    private void strict() {
        if (facts.strict()) {
            changes.add(Change.of(alter + "DROP STRICT", withoutOption("STRICT")).option(true, Option.OTHER_TYPES));
        } else {
            boolean odd = facts.columns().stream().anyMatch(this::holdsOtherTypes)
                    || facts.hasKey() && facts.before().lines(Kind.ROWS, facts.table()).stream()
                            .anyMatch(it -> it.contains("NULL"));
            changes.add(Change.of(alter + "SET STRICT", anyTypes()).option(true, Option.OTHER_TYPES)
                    .may(odd, ROWS_IN_THE_WAY).may(odd, HAZARD).may(odd, CANNOT_ALTER).more(Seen.values(facts)));
        }
    }

    /** The text with ANY for each type, which takes all values as they are. */
    private String anyTypes() {
        var now = withOption("STRICT");
        for (int i = facts.columns().size() - 1; i >= 0; i--) {
            var words = text.columns().get(i);
            boolean rowid = facts.columns().get(i).type().equalsIgnoreCase("INTEGER")
                    && facts.columns().get(i).key() > 0;
            int from = words.type().isEmpty() ? words.nameToken().end() : words.type().get(0).offset();
            int to = words.type().isEmpty() ? from : words.type().get(words.type().size() - 1).end();
            now = rowid ? now : now.substring(0, from) + " ANY " + now.substring(to);
        }
        return now;
    }

    /** Whether a column holds what its affinity does not convert, so that no type of STRICT but ANY would take it. */
    private boolean holdsOtherTypes(TableFacts.Column column) {
        var affinity = column.affinity(false);
        int at = facts.columns().indexOf(column) + (facts.before().lines(Kind.ROWS, facts.table()).stream()
                .anyMatch(it -> it.split(" \\| ").length > facts.columns().size()) ? 1 : 0);
        return facts.before().lines(Kind.ROWS, facts.table()).stream().map(it -> it.split(" \\| "))
                .filter(it -> it.length > at)
                .map(it -> it[at].split(" ")[0])
                .anyMatch(it -> !it.equals("null") && !switch (affinity) {
                    case "INTEGER" -> it.equals("integer");
                    case "TEXT" -> it.equals("text");
                    case "REAL" -> it.equals("real");
                    default -> true;
                }) && !affinity.equals("BLOB") && !affinity.equals("NUMERIC");
    }

    private void rowids() {
        var words = List.of("rowid", "_rowid_", "oid");
        boolean used = words.stream().anyMatch(it -> !facts.mentioning(it).isEmpty())
                || facts.before().names("table").stream()
                        .anyMatch(it -> facts.before().text("table", it).startsWith("CREATE VIRTUAL"));
        if (facts.withoutRowid()) {
            changes.add(Change.of(alter + "DROP WITHOUT ROWID", withoutOption("WITHOUT"))
                    .option(true, Option.OTHER_ROWIDS).option(true, Option.OTHER_NOT_NULL));
        } else {
            changes.add(Change.of(alter + "SET WITHOUT ROWID", withOption("WITHOUT ROWID"))
                    .option(true, Option.OTHER_ROWIDS).option(true, Option.OTHER_NOT_NULL).may(used, DEPENDENTS));
        }
    }

    private String withOption(String option) {
        var tokens = text.tokens();
        boolean last = tokens.get(tokens.size() - 1) == text.close();
        return text.toString() + (last ? " " : ", ") + option;
    }

    private String withoutOption(String option) {
        var tokens = text.tokens();
        int at = tokens.indexOf(text.close()) + 1;
        while (!tokens.get(at).is(option)) {
            at++;
        }
        int end = option.equals("WITHOUT") ? at + 1 : at;
        if (tokens.get(at - 1).isSymbol(',')) {
            at--;
        } else if (end + 1 < tokens.size() && tokens.get(end + 1).isSymbol(',')) {
            end++;
        }
        return text.replaced(tokens.get(at), tokens.get(end), "");
    }

    private void autoincrement() {
        var marks = Expectation.NOTHING.with(Kind.ROWS, "sqlite_sequence", (before, after) -> {
            var others = after.stream().filter(it -> !mark(it)).toList();
            return others.equals(before.stream().filter(it -> !mark(it)).toList()) ? Optional.empty()
                    : Optional.of("marks of other tables are " + others);
        }).with(it -> it.name().equals("sqlite_sequence") || it.name().equals("table sqlite_sequence"),
                Expectation.Check.ANYTHING);
        var word = text.tokens().stream().filter(it -> it.is("AUTOINCREMENT")).findFirst();
        if (word.isPresent()) {
            changes.add(Change.of(alter + "DROP AUTOINCREMENT", text.removed(word.get(), word.get())).more(marks));
            return;
        }
        var clauses = text.columns().stream().map(it -> it.clause("PRIMARY")).filter(it -> it != null).findFirst()
                .or(() -> text.constraints().stream().filter(it -> it.word().equals("PRIMARY")).findFirst());
        if (clauses.isEmpty()) {
            changes.add(Change.of(alter + "SET AUTOINCREMENT", text.toString()).may(true, CANNOT_ALTER)
                    .option(true, Option.REFUSED));
            return;
        }
        var tokens = text.tokens(clauses.get().first(), clauses.get().last());
        var behind = clauses.get().column() != null ? tokens.get(tokens.size() - 1)
                : tokens.get(tokens.indexOf(tokens.stream().filter(it -> it.isSymbol(')')).findFirst().orElseThrow())
                        - 1);
        changes.add(Change.of(alter + "SET AUTOINCREMENT", text.inserted(behind, "AUTOINCREMENT")).more(marks));
    }

    private boolean mark(String line) {
        return line.contains("'" + facts.table().replace("'", "''") + "'");
    }

    private void reorder() {
        var columns = new ArrayList<>(text.columns());
        Collections.reverse(columns);
        var names = columns.stream().map(it -> name(it.name())).toList();
        var body = new StringBuilder();
        for (var column : columns) {
            body.append(body.isEmpty() ? "" : ", ").append(text.toString(), column.nameToken().offset(),
                    column.last().end());
        }
        var first = text.columns().get(0).nameToken();
        var last = text.columns().get(text.columns().size() - 1).last();
        boolean taken = listless();
        changes.add(Change.of(alter + "REORDER COLUMNS (" + String.join(", ", names) + ")",
                text.replaced(first, last, body.toString())).more(Seen.columns(facts))
                .option(true, Option.COMMENTS_MAY_GO).may(taken || facts.anyStar(), DEPENDENTS));
    }

    /** Whether a trigger inserts without saying into which columns. */
    private boolean listless() {
        return facts.before().names("trigger").stream()
                .anyMatch(it -> facts.before().text("trigger", it).toUpperCase(Locale.ROOT)
                        .matches("(?s).*INTO\\s+\\S+\\s+(VALUES|SELECT).*"));
    }

    private void several() {
        var column = facts.columns().get(facts.columns().size() - 1);
        var words = text.column(column.name());
        if (column.generated() || words.clause("DEFAULT") != null) {
            return;
        }
        var one = new TableText(text.inserted(words.last(), "DEFAULT 9"), facts.columns().size());
        var two = new TableText(one.inserted(one.columns().get(facts.columns().size() - 1).last(),
                ", zz_new INT NOT NULL DEFAULT (2 * 3)"), facts.columns().size() + 1);
        changes.add(Change.of(alter + "ALTER " + name(column.name()) + " SET DEFAULT 9, "
                + "ADD zz_new INT NOT NULL DEFAULT (2 * 3), ADD CONSTRAINT zz_several CHECK (zz_new < 100)",
                ConstraintChanges.added(two, "CONSTRAINT zz_several CHECK (zz_new < 100)"))
                .more(Seen.columns(facts)).may(facts.anyStar() || listless(), DEPENDENTS));
    }
}

package restrack.apply;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.Database;
import restrack.sql.Excerpt;
import restrack.sql.Losses;
import restrack.sql.Statement;
import restrack.sql.TableEdit;

/**
 * Looks for statements that would lose rows: in hand-written scripts too, on the way up and on the way down, where
 * the statement is recognised and there are rows to lose.
 */
public final class Hazards {
    /** The hazard that {@code --allow} names. */
    static final String DROP_DATA = "drop-data";
    /** The hazard of a change that gives values another meaning; the database finds it. */
    static final String CHANGE_DATA = "change-data";
    /** The hazard of an UPDATE or DELETE without a condition, which is looked for in what is run ad hoc only. */
    public static final String ALL_ROWS = "all-rows";

    static final String HINT = "Say that the data may go with `--allow " + DROP_DATA
            + "`; `--backup` copies the database first.";

    private final Set<String> allowed;
    private final boolean kept;
    /** The tables that this run has created: what is in them, it has put there itself. */
    private final Set<String> created = new HashSet<>();

    /** @param allowed the hazards that the user accepts */
    public Hazards(Set<String> allowed) {
        this(allowed, false);
    }

    /** @param kept whether what can be kept is no loss, because it is going to be */
    Hazards(Set<String> allowed, boolean kept) {
        this.allowed = allowed;
        this.kept = kept;
    }

    /** {@return whether a script could lose rows at all} Cheap: it looks at the statements alone. */
    static boolean possible(Step step) {
        return step instanceof Step.Sql sql && !Losses.of(sql.statements()).isEmpty();
    }

    /**
     * Refuses a script that would lose rows which are there now.
     *
     * @throws MigrateException {@code hazard}, naming each statement and what it would lose
     */
    public void refuse(Step step, Database database) {
        find(step, database).ifPresent(error -> {
            throw error;
        });
    }

    /** {@return the error of a script that would lose rows which are there now} */
    Optional<MigrateException> find(Step step, Database database) {
        if (allowed.contains(DROP_DATA) || !(step instanceof Step.Sql sql)) {
            return Optional.empty();
        }
        var found = new ArrayList<String>();
        for (var loss : Losses.of(sql.statements())) {
            if (loss.edit() instanceof TableEdit.DeleteAll && allowed.contains(ALL_ROWS)) {
                continue;
            }
            var lost = lost(loss.edit(), database);
            boolean own = created.contains(name(loss.edit().table().table()));
            if (kept && !own && !isBatched(sql, loss.statement())) {
                database.sideTables().taken(Keeping.presentNames(List.of(loss.edit()), loss.statement())).stream()
                        .filter(it -> !it.obstacle().isEmpty())
                        .forEach(it -> found.add(sql.script().file() + ":" + loss.statement().line() + ": "
                                + Keeping.lost(it)));
            } else if (!lost.isEmpty() && !own) {
                found.add(sql.script().file() + ":" + loss.statement().line() + ": `" + Excerpt.of(loss.statement())
                        + "` would lose " + lost + (kept && !own ? ", which are not kept: it runs in batches." : "."));
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(new MigrateException(ErrorKind.HAZARD,
                String.join("\n", found), HINT));
    }

    /** What goes batch by batch is not put aside first. */
    private static boolean isBatched(Step.Sql step, Statement statement) {
        return step.batches().keySet().stream().anyMatch(it -> step.statements().get(it) == statement);
    }

    /** Takes note of a script that has run: a table that it created is not refused to the next ones. */
    public void ran(Step step) {
        if (step instanceof Step.Sql sql) {
            for (var statement : sql.statements()) {
                for (var edit : TableEdit.of(statement)) {
                    note(edit);
                }
            }
        }
    }

    private void note(TableEdit edit) {
        var table = name(edit.table().table());
        if (edit instanceof TableEdit.Create create && !create.ifAbsent()) {
            created.add(table);
        } else if (edit instanceof TableEdit.Drop) {
            created.remove(table);
        } else if (edit instanceof TableEdit.Rename rename) {
            var to = name(rename.to());
            boolean ours = created.remove(table);
            if (ours) {
                created.add(to);
            } else {
                created.remove(to);
            }
        }
    }

    /** What ran was rolled back. */
    void undone() {
        created.clear();
    }

    private static String name(String table) {
        return table.toLowerCase(Locale.ROOT);
    }

    private static String lost(TableEdit edit, Database database) {
        var table = edit.table().table();
        if (edit instanceof TableEdit.DropColumn drop) {
            return database.rows().hasValues(table, drop.column())
                    ? "the values of " + table + "." + drop.column() : "";
        }
        return database.rows().has(table) ? "the rows of " + table : "";
    }

    static List<String> known() {
        return List.of(DROP_DATA, CHANGE_DATA);
    }

    /** Refuses the name of what is no hazard of a plan. */
    static void requireKnown(Set<String> hazards) {
        requireKnown(hazards, known());
    }

    /** Refuses the name of what is no hazard of something that is run ad hoc. */
    public static void requireKnownAdHoc(Set<String> hazards) {
        requireKnown(hazards, List.of(ALL_ROWS, DROP_DATA, CHANGE_DATA));
    }

    /**
     * Refuses the name of what is no hazard.
     *
     * @throws MigrateException {@code usage}
     */
    private static void requireKnown(Set<String> hazards, List<String> known) {
        for (var hazard : hazards) {
            if (!known.contains(hazard)) {
                throw new MigrateException(ErrorKind.USAGE, "There is no hazard '" + hazard + "'.",
                        "The hazards are: " + String.join(", ", known) + ".");
            }
        }
    }
}

package restrack.adopt;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.apply.Project;
import restrack.apply.State;
import restrack.apply.Step;
import restrack.database.Database;
import restrack.schema.HistoryTables;
import restrack.schema.Name;
import restrack.script.SqlScript;
import restrack.sql.TableEdit;

/**
 * Sees that a database is not new, although it has no record: before the first script of an upgrade fails over a table
 * that is there. Databases with records, and new ones, are not even opened.
 */
public final class Unadopted {
    private static final int SHOWN = 5;

    private final Project project;
    private final boolean possible;
    private List<Name> before = List.of();

    private Unadopted(Project project, boolean possible) {
        this.project = project;
        this.possible = possible;
    }

    /**
     * Refuses an upgrade of a database that is not new. One that has tables of somebody else only is.
     *
     * @param state the scripts and the record
     * @param steps what the upgrade is going to run
     * @return what is known of the database, for {@link #explain}
     * @throws MigrateException {@code not_adopted}, where a table is there that a script is going to make, or the
     *                          history of another tool says that some of these scripts ran
     */
    public static Unadopted refuse(Project project, State state, List<Step> steps) {
        var unadopted = new Unadopted(project, isPossible(state) && !steps.isEmpty());
        if (unadopted.possible) {
            unadopted.look(state, steps).ifPresent(error -> {
                throw error;
            });
        }
        return unadopted;
    }

    /** {@return what {@link #refuse} would say of an upgrade to all heads, where that is to be known beforehand} */
    public static Optional<MigrateException> seen(Project project, State state) {
        if (!isPossible(state) || project.read(database -> database.names().isEmpty()).orElse(true)) {
            return Optional.empty();
        }
        // What Java makes cannot be seen without running it, so none is compiled.
        var sql = state.pending().stream().filter(it -> project.script(it, state) instanceof SqlScript).toList();
        return new Unadopted(project, true).look(state, project.planner().up(sql, it -> project.script(it, state)));
    }

    private static boolean isPossible(State state) {
        return state.applied().isEmpty() && state.snapshot().journal().isEmpty();
    }

    private Optional<MigrateException> look(State state, List<Step> steps) {
        return project.read(database -> look(database, state, steps)).flatMap(it -> it);
    }

    private Optional<MigrateException> look(Database database, State state, List<Step> steps) {
        var names = database.names();
        before = names.stream().filter(it -> !HistoryTables.isOneOf(it.text())
                && !project.history(database).tableNames().contains(it.key())).toList();
        var met = met(new HashSet<>(before), steps, false);
        var told = names.stream().anyMatch(it -> HistoryTables.isOneOf(it.text()))
                ? ForeignHistories.in(database, names) : List.<ForeignHistory>of();
        if (met.isEmpty() && told.stream().anyMatch(it -> !Mapping.of(it, state.graph()).revisions().isEmpty())) {
            // CREATE TABLE IF NOT EXISTS would pass over what the other tool has made, and what follows would not.
            met = met(new HashSet<>(before), steps, true);
        }
        if (met.isEmpty() || hasRecords(database)) {
            return Optional.empty();
        }
        var words = new ArrayList<>(List.of("it has tables that these scripts make (" + shown(met) + ")"));
        told.forEach(it -> it.words().ifPresentOrElse(words::add,
                () -> it.doubts().forEach(doubt -> words.add(doubt.substring(0, doubt.length() - 1)))));
        return Optional.of(new MigrateException(ErrorKind.NOT_ADOPTED, "This database has no record of any script, "
                + "and is not new: " + String.join("; ", words) + ". Nothing was changed.",
                "`migrate adopt` finds out which revision it is, and records that; `upgrade` goes on from there."));
    }

    /** {@return whether there are records by now} Another runner may have made the tables since the state was read. */
    private boolean hasRecords(Database database) {
        var snapshot = project.history(database).read();
        return !snapshot.applied().isEmpty() || !snapshot.journal().isEmpty();
    }

    /** {@return the tables that a script makes and that are there then; with IF NOT EXISTS too if asked} */
    private List<Name> met(Set<Name> there, List<Step> steps, boolean ifAbsent) {
        var met = new ArrayList<Name>();
        for (var step : steps) {
            if (step instanceof Step.Sql sql) {
                sql.statements().stream().flatMap(it -> TableEdit.of(it).stream())
                        .filter(it -> ifAbsent || !(it instanceof TableEdit.Create create && create.ifAbsent()))
                        .forEach(it -> meet(it, there, met));
            }
        }
        return met;
    }

    private void meet(TableEdit edit, Set<Name> there, List<Name> met) {
        var table = project.dialect().name(edit.table().table());
        if (edit instanceof TableEdit.Drop || edit instanceof TableEdit.Rename) {
            there.remove(table);
        } else if (edit instanceof TableEdit.Create && there.contains(table)
                && !edit.table().schema().equalsIgnoreCase("temp")) {
            met.add(table);
        }
    }

    /**
     * {@return the error of a script that failed, with what may be behind it where the database was not empty} What a
     * Java script is going to make cannot be known beforehand.
     */
    public MigrateException explain(MigrateException error) {
        if (!possible || before.isEmpty() || error.kind() != ErrorKind.SCRIPT_FAILED) {
            return error;
        }
        return new MigrateException(error.kind(), error.getMessage(), error.hint() + (error.hint().isEmpty() ? "" : " ")
                + "This database had no record of any script, and had tables (" + shown(before)
                + "): if these scripts made them, or another tool did, `migrate adopt` takes it over.", error);
    }

    private static String shown(List<Name> names) {
        return names.stream().limit(SHOWN).map(Name::text).collect(Collectors.joining(", "))
                + (names.size() > SHOWN ? " and " + (names.size() - SHOWN) + " more" : "");
    }
}

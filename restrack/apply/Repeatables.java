package restrack.apply;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.Database;
import restrack.database.Dialect;
import restrack.graph.Revision;
import restrack.history.History;
import restrack.script.Placeholders;
import restrack.script.RepeatableScript;
import restrack.sql.Excerpt;
import restrack.sql.Statement;

/**
 * Runs repeatable scripts whose contents are not what ran last, each in a transaction with its record. Where the
 * database does not undo one as a whole, its record comes when all of it has run; until then all of it is run again.
 */
public final class Repeatables {
    private final Dialect dialect;
    private final Placeholders placeholders;

    /**
     * @param dialect      how the database speaks
     * @param placeholders what to replace in SQL
     */
    public Repeatables(Dialect dialect, Placeholders placeholders) {
        this.dialect = dialect;
        this.placeholders = placeholders;
    }

    /** {@return whether they run after an upgrade that leaves these revisions applied: it has reached a head} */
    public static boolean follow(List<Revision> heads, Collection<String> applied) {
        return heads.stream().anyMatch(it -> applied.contains(it.id()));
    }

    /**
     * {@return those that an upgrade with these revisions is going to run, all their statements allowed} None if it
     * does not reach a head.
     *
     * @throws MigrateException {@code forbidden_statement}
     */
    public static List<RepeatableScript> after(List<Revision> revisions, Project project, State state) {
        var applied = new ArrayList<>(state.applied());
        revisions.forEach(it -> applied.add(it.id()));
        if (!follow(state.heads(), applied)) {
            return List.of();
        }
        var changed = changed(project.repeatables(), state.snapshot().repeatables());
        changed.forEach(new Repeatables(project.dialect(), project.placeholders())::statements);
        return changed;
    }

    /** {@return those that never ran or have changed since, in the order in which they run} */
    public static List<RepeatableScript> changed(List<RepeatableScript> scripts, Map<String, String> recorded) {
        return scripts.stream().filter(it -> !it.checksum().equals(recorded.get(it.name()))).toList();
    }

    /** {@return the statements of a script, all of them allowed} Nothing runs. */
    public List<Statement> statements(RepeatableScript script) {
        var section = script.section().replacing(placeholders);
        var statements = section.statements(dialect.syntax());
        if (!section.batches(statements, dialect.syntax()).isEmpty()) {
            throw new MigrateException(ErrorKind.FORBIDDEN_STATEMENT, script.file() + " has a '-- migrate:batch', and "
                    + "a repeatable script is one transaction.", "Put the statement into a revision of its own.");
        }
        for (var statement : statements) {
            dialect.rules().refusal(statement, true).ifPresent(refusal -> {
                throw new MigrateException(ErrorKind.FORBIDDEN_STATEMENT, script.file() + ":" + statement.line()
                        + ": `" + Excerpt.of(statement) + "` cannot stand in a repeatable script: " + refusal.reason()
                        + ".", "Put it into a revision of its own.");
            });
        }
        return statements;
    }

    /** Runs the scripts one after the other; each is committed before the next begins. */
    public void run(List<RepeatableScript> scripts, Database database, History history, Progress progress) {
        run(scripts, database, history, progress, new Threshold(BeforeFirstChange.NOTHING));
    }

    /**
     * As above.
     *
     * @param threshold is crossed before the first of them, unless it was before
     */
    void run(List<RepeatableScript> scripts, Database database, History history, Progress progress,
             Threshold threshold) {
        for (var script : scripts) {
            boolean crosses = threshold.isAhead();
            while (true) {
                try {
                    run(script, database, history, threshold).ifPresent(done -> {
                        progress.done(done);
                        progress.told();
                    });
                    break;
                } catch (MigrateException e) {
                    boolean whole = isUndoneAsAWhole(script);
                    if (crosses || !whole || !database.mayRunAgain(e)) {
                        throw whole ? Execution.withNothingKept(e) : e;
                    }
                }
            }
        }
    }

    private boolean isUndoneAsAWhole(RepeatableScript script) {
        return dialect.rules().isUndoneAsAWhole(statements(script));
    }

    /** {@return what was done; nothing if somebody else was here meanwhile} When it fails, it is rolled back. */
    private Optional<Done> run(RepeatableScript script, Database database, History history, Threshold threshold) {
        var execution = new Execution(database, Set.of());
        database.begin();
        try {
            if (threshold.isAhead()) {
                database.waitInOneGo();
            }
            history.create();
            history.lastEvent();
            if (changed(List.of(script), history.repeatables()).isEmpty()) {
                database.rollback();
                return Optional.empty();
            }
            threshold.cross(database, history);
            boolean whole = isUndoneAsAWhole(script);
            if (!whole) {
                // They commit by themselves. If they are interrupted, all of them run again.
                database.commit();
            }
            long start = System.nanoTime();
            execution.run(statements(script), script.file().toString());
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            if (!whole) {
                database.begin();
                history.lastEvent();
            }
            new Records(history).write(script, millis);
            execution.commit(List.of(script.file()));
            return Optional.of(new Done("repeatable", asRevision(script), millis, execution.takeNotes(),
                    execution.takeWritten()));
        } catch (RuntimeException | Error e) {
            database.rollback();
            throw e;
        }
    }

    private static Revision asRevision(RepeatableScript script) {
        return new Revision(script.name(), List.of(), List.of(), List.of(), "", "");
    }
}

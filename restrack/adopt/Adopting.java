package restrack.adopt;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.apply.Done;
import restrack.apply.Project;
import restrack.autogenerate.Alignment;
import restrack.database.Database;
import restrack.database.UnderLock;
import restrack.history.Applied;
import restrack.history.Event;
import restrack.history.History;
import restrack.schema.Level;
import restrack.schema.Schema;
import restrack.script.Script;
import restrack.script.Scripts;

/** Writes down what a database is, in one transaction with what is done to it. */
final class Adopting {
    private static final String OPERATION = "adopt";

    private final Project project;
    private final Database database;
    private final History history;

    Adopting(Project project, Database database) {
        this.project = project;
        this.database = database;
        this.history = project.history(database);
    }

    List<Done> run(Verdict.Known known, Set<String> allowed) {
        var scripts = project.scripts();
        return UnderLock.run(database, () -> {
            requireUnchanged(known.seen());
            long start = System.nanoTime();
            known.alignment().ifPresent(it -> it.run(database, allowed));
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            history.create();
            history.lastEvent();
            known.alignment().filter(it -> !it.isEmpty()).ifPresent(it -> history.log(event(known, it, millis)));
            var done = new ArrayList<Done>();
            known.adopted().forEach(it -> done.add(record(it, scripts)));
            return done;
        });
    }

    /** Between the look and the lock somebody else may have been here: the application, its old tool, or we. */
    private void requireUnchanged(Verdict.Seen seen) {
        if (!history.read().applied().isEmpty() || !schema(project, database).equals(seen.schema())
                || !ForeignHistories.in(database, database.names()).equals(seen.histories())) {
            throw new MigrateException(ErrorKind.BUSY, "Somebody else changed this database while it was looked at. "
                    + "Nothing was changed.", "Run the command again.");
        }
    }

    /** {@return the schema without the toolkit's own tables} The lock itself makes one of them on a server. */
    static Schema schema(Project project, Database database) {
        var own = project.history(database).tableNames();
        return database.schema(Level.EXACT).withTables(it -> !own.contains(it.text().toLowerCase(Locale.ROOT)));
    }

    private static Event event(Verdict.Known known, Alignment alignment, long millis) {
        var newest = known.adopted().get(known.adopted().size() - 1).revision();
        return new Event(OPERATION, newest.id(), newest.message(), millis, "aligned", alignment.text(), null);
    }

    /** As with a stamped one, nothing is stored of a text that never ran here, so an edit of it is no edit. */
    private Done record(Verdict.Adopted adopted, Scripts scripts) {
        var revision = adopted.revision();
        var kind = scripts.find(revision.id()).map(Script::kind).orElse("sql");
        history.record(new Applied(revision.id(), revision.revises(), revision.dependsOn(), revision.message(), kind,
                "", "", 0, "", "", adopted.origin()), null);
        history.log(new Event(OPERATION, revision.id(), revision.message(), 0, adopted.origin()));
        return new Done(OPERATION, revision, 0);
    }
}

package restrack.apply;

import java.util.List;
import java.util.Set;
import restrack.database.Database;

/**
 * What scripts make of an empty database: a scratch database in which they have run, recorded as in a real one.
 * Every hazard is accepted there. Scripts that need rows which they do not bring fail.
 */
public final class Rebuilt implements AutoCloseable {
    private final Project project;
    private final Database scratch;

    /** @param project whose settings count; its own database is not looked at */
    public Rebuilt(Project project) {
        this.project = project;
        this.scratch = project.scratch();
    }

    /**
     * Runs steps on what is there by now.
     *
     * @throws restrack.MigrateException of a script that does not run on a database without the user's rows
     */
    public void run(List<Step> steps) {
        var history = project.history(scratch);
        new Runner(scratch, history, new RunOptions(Set.copyOf(Hazards.known()), true), done -> { })
                .run(steps, history.lastEvent());
    }

    /** {@return the database} It is closed with this. */
    public Database database() {
        return scratch;
    }

    @Override
    public void close() {
        scratch.close();
    }
}

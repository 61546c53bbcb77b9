package restrack.copy;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import restrack.MigrateException;
import restrack.apply.BeforeFirstChange;
import restrack.apply.Project;
import restrack.config.BackupRule;
import restrack.database.Database;
import restrack.history.Event;

/** The copy that is made before scripts change a database: under the lock that they take, so that no row is missing. */
public final class BackupBefore implements BeforeFirstChange {
    private final Project project;
    private final BackupTarget target;
    private final Consumer<Backup> told;
    private Backup made;

    /**
     * @param project the project; the copy goes where its settings say
     * @param told    is told of the copy before the first script runs
     * @throws MigrateException {@code usage} for a database in memory
     */
    public BackupBefore(Project project, Consumer<Backup> told) {
        this.project = project;
        this.target = BackupTarget.automatic(project);
        this.told = told;
    }

    /**
     * {@return whether the settings want a copy} A database in memory has none.
     *
     * @param project   the project
     * @param risksData says whether data could be lost by what is going to run; asked only where that matters
     */
    public static boolean isDue(Project project, BooleanSupplier risksData) {
        var rule = project.settings().backup();
        return !project.url().memory()
                && (rule == BackupRule.ALWAYS || rule == BackupRule.HAZARD && risksData.getAsBoolean());
    }

    /** {@return the copy, once it is made} There is none of a database that holds nothing yet. */
    public Optional<Backup> made() {
        return Optional.ofNullable(made);
    }

    @Override
    public Optional<Event> run(Database database) {
        if (Origin.of(project).isEmpty(database)) {
            return Optional.empty();
        }
        made = target.copy(database);
        told.accept(made);
        return Optional.of(new Event("backup", made.path().getFileName().toString(), "", made.millis(),
                made.path().toAbsolutePath().toString()));
    }
}

package restrack.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Option;
import restrack.MigrateException;
import restrack.apply.BeforeFirstChange;
import restrack.apply.Project;
import restrack.copy.Backup;
import restrack.copy.BackupBefore;

/** The copy that a command makes of the database before it changes data: where it is said, or the settings want it. */
final class BackupFirst {
    @Option(names = "--backup", description = "Copy the database first, under the lock that the changes take.")
    boolean wanted;

    @Option(names = "--no-backup", description = "Make no copy, whatever the setting `backup` says.")
    boolean unwanted;

    private Optional<BackupBefore> before = Optional.empty();

    /**
     * {@return whether there is going to be a copy}
     *
     * @param risksData says whether data could be lost; asked only where that matters
     */
    boolean isDue(Project project, BooleanSupplier risksData) {
        return !unwanted && (wanted || BackupBefore.isDue(project, risksData));
    }

    /**
     * {@return what is to be done before the first change} The copy is told when it is made.
     *
     * @throws MigrateException {@code usage} for a database in memory
     */
    BeforeFirstChange prepare(Project project, BooleanSupplier risksData, BaseCommand command) {
        if (!isDue(project, risksData)) {
            return BeforeFirstChange.NOTHING;
        }
        before = Optional.of(new BackupBefore(project, it -> {
            Backups.lines("backup", it, project.settings()).forEach(command::say);
            command.out().flush();
        }));
        return before.get();
    }

    /** Says of a dry run that there would be a copy. */
    void tellIfDue(Project project, BooleanSupplier risksData, BaseCommand command) {
        if (isDue(project, risksData)) {
            command.tell("Would back up the database first.");
        }
    }

    /** {@return the copy, once it is made} */
    Optional<Backup> made() {
        return before.flatMap(BackupBefore::made);
    }

    /** Says where there was nothing to copy, after something has been done. */
    void tellIfNone(BaseCommand command) {
        if (before.isPresent() && made().isEmpty()) {
            command.tell("No copy was made: the database was empty.");
        }
    }

    /** {@return an answer, with the copy if one was made} */
    Map<String, Object> with(Map<String, Object> document, Project project) {
        var whole = new LinkedHashMap<>(document);
        made().ifPresent(it -> whole.put("backup", Backups.document(it, project.settings())));
        return whole;
    }

    /**
     * Ends a command of one transaction, which has left everything as it was.
     *
     * @return the exit code, where the error has been answered together with the copy
     * @throws MigrateException the error, where nothing has to be answered with it
     */
    int stopped(MigrateException error, Project project, BaseCommand command) {
        if (made().isEmpty() || !command.options().json) {
            throw error;
        }
        command.answer(() -> with(Json.error(error), project));
        return error.kind().exitCode();
    }
}

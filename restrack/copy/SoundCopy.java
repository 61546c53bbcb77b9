package restrack.copy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.apply.Direction;
import restrack.apply.Project;
import restrack.apply.State;
import restrack.database.Database;
import restrack.graph.Revision;
import restrack.history.JournalEntry;
import restrack.history.Snapshot;

/**
 * A copy that was looked at: it is a database, and sound.
 *
 * @param file     where it is
 * @param bytes    its size
 * @param made     when it was written last
 * @param current  the revisions that it is at; nothing where this toolkit cannot know
 * @param warnings what makes it a surprising choice, a sentence each
 */
public record SoundCopy(Path file, long bytes, Instant made, Optional<List<Revision>> current, List<String> warnings) {
    public SoundCopy {
        warnings = List.copyOf(warnings);
    }

    /**
     * Looks at a copy.
     *
     * @param project whose database it may be put into
     * @param file    the copy
     * @throws MigrateException {@code file_error} where there is none, {@code not_a_database} also for an encrypted
     *                          one, {@code bad_copy} where SQLite's own check finds something
     */
    static SoundCopy of(Project project, Path file) {
        requireFile(file);
        try (var copy = project.openCopy(file)) {
            var problems = copy.problems();
            if (!problems.isEmpty()) {
                throw new MigrateException(ErrorKind.BAD_COPY, file + " is damaged: " + VerifiedCopy.words(problems)
                        + ". The database was not touched.", "Restore another copy.");
            }
            var warnings = new ArrayList<String>();
            var current = current(project, copy.database(), warnings);
            warnings.addAll(copy.remarks());
            return new SoundCopy(file, Files.size(file), Files.getLastModifiedTime(file).toInstant(), current,
                    warnings);
        } catch (MigrateException e) {
            throw e.kind() != ErrorKind.NOT_A_DATABASE ? e : new MigrateException(e.kind(), file
                    + " is no database, or is encrypted. The database was not touched.", "Restore another copy.", e);
        } catch (IOException e) {
            throw new MigrateException(ErrorKind.FILE_ERROR, file + " cannot be read: " + e.getMessage() + ".",
                    "Check its permissions.", e);
        }
    }

    private static void requireFile(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new MigrateException(ErrorKind.FILE_ERROR, Files.isDirectory(file)
                    ? file + " is a folder, not a copy." : "There is no file " + file + ".",
                    "Name a copy that `migrate backup` has made.");
        }
        try {
            if (Files.size(file) == 0) {
                throw new MigrateException(ErrorKind.BAD_COPY, file + " is empty. The database was not touched.",
                        "Restore another copy.");
            }
        } catch (IOException e) {
            throw new MigrateException(ErrorKind.FILE_ERROR, file + " cannot be read: " + e.getMessage() + ".",
                    "Check its permissions.", e);
        }
    }

    private static Optional<List<Revision>> current(Project project, Database copy, List<String> warnings) {
        Snapshot snapshot;
        try {
            snapshot = project.history(copy).read();
        } catch (MigrateException e) {
            if (e.kind() != ErrorKind.NEWER_LAYOUT) {
                throw e;
            }
            warnings.add("The copy comes from a newer toolkit: this one will refuse to work on the database then.");
            return Optional.empty();
        }
        var scripts = project.scriptsOrNone();
        if (!snapshot.applied().isEmpty()
                && snapshot.ids().stream().noneMatch(it -> scripts.find(it).isPresent())) {
            warnings.add("None of the revisions in the copy is in " + project.settings().dirAsWritten()
                    + ": it may be the copy of another project.");
        }
        if (snapshot.applied().isEmpty() && !scripts.byId().isEmpty()) {
            warnings.add("The copy has no applied revisions: it may be the copy of another project.");
        }
        snapshot.journal().stream().filter(JournalEntry::stands).forEach(it -> warnings.add("In the copy, "
                + it.revision() + " is half applied, on its way " + it.direction() + ": `migrate "
                + (it.direction().equals(Direction.UP.id()) ? "upgrade" : "downgrade") + "` goes on there."));
        return Optional.of(State.of(scripts, snapshot).current());
    }
}

package restrack.apply;

import java.util.Optional;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.Database;
import restrack.history.History;
import restrack.history.JournalEntry;

/**
 * Sees of a Java migration whether the database has committed a part of it by itself, as some do with each change of a
 * schema. An entry of the journal is written first in the transaction of the migration: if that is rolled back, by us
 * or because we were killed, the entry is gone too; if it is there, so is a part of the migration.
 */
final class CommittedPart {
    private final Database database;
    private final History history;

    CommittedPart(Database database, History history) {
        this.database = database;
        this.history = history;
    }

    private boolean isPossible(Step step) {
        return step instanceof Step.Java && !database.dialect().hasTransactionalDdl();
    }

    /** To be called in the transaction of the step, before it runs. */
    void begin(Step step) {
        if (isPossible(step)) {
            history.journal(new JournalEntry(step.revision().id(), step.direction().id(), 0,
                    Fingerprints.of(step).before(1).orElseThrow(), History.now(), "", Optional.of("")));
        }
    }

    /** To be called in the transaction of the record. */
    void end(Step step) {
        if (isPossible(step)) {
            history.endJournal(step.revision().id());
        }
    }

    /** {@return whether a part of a step that failed stands} To be called when it is rolled back. */
    boolean isThere(Step step) {
        return step != null && isPossible(step) && history.journalOf(step.revision().id()).isPresent();
    }

    /** {@return the error that a step failed with, and that was rolled back, saying so if a part of it stands} */
    MigrateException after(Step step, MigrateException error) {
        if (error.kind() == ErrorKind.HALF_APPLIED) {
            return error;
        }
        if (!isPossible(step)) {
            return Execution.withNothingKept(error);
        }
        var hint = error.hint().isEmpty() ? "" : error.hint() + " ";
        try {
            if (!isThere(step)) {
                return Execution.withNothingKept(error);
            }
            hint += "The database has committed a part of it by itself, with a statement that changes the schema. "
                    + settle(step);
        } catch (MigrateException e) {
            hint += "Whether a part of it stands is not known now: `migrate status` says so.";
            error.addSuppressed(e);
        }
        return new MigrateException(error.kind(), error.getMessage(), hint, error);
    }

    /** {@return the error of a step of which a part stands} */
    static MigrateException stands(Step step) {
        return new MigrateException(ErrorKind.HALF_APPLIED, step.script().file() + " stopped half way, and the "
                + "database has committed a part of it by itself. How far it came is not known.", settle(step));
    }

    private static String settle(Step step) {
        return "Bring the database to where it should be by hand, then settle it with `migrate repair "
                + step.revision().id() + " --as applied|pending --reason …`.";
    }
}

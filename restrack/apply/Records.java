package restrack.apply;

import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.history.Applied;
import restrack.history.Event;
import restrack.history.Ledger;
import restrack.script.RepeatableScript;
import restrack.script.Script;

/** Writes down what has run, in the transaction that is open. */
final class Records {
    private final Ledger ledger;

    Records(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Records a step that has run. An error names its script, whose text may be more than a server takes. */
    void write(Step step, long millis) {
        try {
            record(step, millis);
        } catch (MigrateException e) {
            throw e.kind() != ErrorKind.DATABASE_ERROR ? e : new MigrateException(e.kind(),
                    step.script().file() + ": " + e.getMessage(), e.hint(), e);
        }
    }

    private void record(Step step, long millis) {
        if (step.direction() == Direction.UP) {
            ledger.record(of(step.script(), millis), step.script().text());
        } else {
            ledger.forget(step.revision().id());
        }
        ledger.log(new Event(step.direction().id(), step.revision().id(), step.revision().message(), millis, ""));
    }

    /** Records a repeatable script that has run. */
    void write(RepeatableScript script, long millis) {
        ledger.recordRepeatable(script.name(), script.checksum(), script.text());
        ledger.log(new Event("repeatable", script.name(), "", millis, ""));
    }

    /** {@return the record of a script as it stands now} */
    static Applied of(Script script, long millis) {
        var revision = script.revision();
        return new Applied(revision.id(), revision.revises(), revision.dependsOn(), revision.message(), script.kind(),
                script.checksum(), millis);
    }
}

package restrack.apply;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.Database;
import restrack.history.History;
import restrack.history.JournalEntry;

/**
 * Carries a plan out. Each script and its record are one transaction, or look like one: neighbours that cannot
 * disturb one another share a transaction, and when anything goes wrong in it, it is rolled back whole and its
 * scripts run again one by one, so that the outcome is what single transactions would have given.
 */
public final class Runner {
    /** After this time a shared transaction is committed, so that others wait little. */
    private static final long GROUP_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Database database;
    private final History history;
    private final Hazards hazards;
    private final Progress progress;
    private final Execution execution;
    private final Records records;
    private final Threshold threshold;
    private final CommittedPart committedPart;
    private final Renewal session;
    private final Deque<Step> remaining = new ArrayDeque<>();
    private long lastEvent;
    /** The newest event with the record of a script that ran outside a transaction. */
    private long newestOutside;
    /** The next script, where it is begun in the transaction that ends the one before; then where that is committed. */
    private Optional<JournaledScript> ahead = Optional.empty();
    private Optional<JournaledScript> begunAhead = Optional.empty();
    /** So many of the next scripts run in a transaction of their own, because they failed together. */
    private int alone;

    /**
     * @param database the database
     * @param history  its history
     * @param options  what the user allows
     * @param progress is told of each script after its commit
     */
    public Runner(Database database, History history, RunOptions options, Progress progress) {
        this(database, history, options, progress, new Threshold(BeforeFirstChange.NOTHING));
    }

    /** As above, with what comes before the first change. */
    Runner(Database database, History history, RunOptions options, Progress progress, Threshold threshold) {
        this.database = database;
        this.history = history;
        this.hazards = new Hazards(options.allowed(), options.keepData());
        this.alone = options.shareTransactions() ? 0 : Integer.MAX_VALUE;
        this.progress = progress;
        this.execution = new Execution(database, options.allowed(),
                Optional.of(new Keeping(database, history, options.allowed(), options.keepData())));
        this.records = new Records(history);
        this.threshold = threshold;
        this.committedPart = new CommittedPart(database, history);
        this.session = new Renewal(database);
    }

    /**
     * Runs the steps.
     *
     * @param steps     what to run, in order
     * @param lastEvent the newest event when the steps were planned
     * @throws MigrateException where a script fails; what was told to {@code progress} stands, nothing else does
     */
    public void run(List<Step> steps, long lastEvent) {
        this.lastEvent = lastEvent;
        remaining.addAll(steps);
        while (!remaining.isEmpty()) {
            session.before(remaining.element());
            if (remaining.element().transactional()) {
                runTogether();
            } else {
                runOutside(remaining.element());
            }
        }
    }

    /** Runs the next script, with as many of its successors as may share its transaction. */
    private void runTogether() {
        var done = new ArrayList<Done>();
        int tried = 0;
        boolean standsAlone = false;
        boolean crosses = threshold.isAhead();
        long newest;
        if (crosses) {
            alone = Math.max(1, alone);
        }
        try {
            database.begin();
            if (crosses) {
                database.waitInOneGo();
            }
            dropWhatOthersDid();
            if (!remaining.isEmpty() && remaining.element().transactional()) {
                threshold.cross(database, history);
            }
            history.create();
            var underWay = history.journal();
            boolean share = alone == 0 && !remaining.isEmpty()
                    && remaining.element().mayShareTransaction(database.dialect())
                    && !database.hasDeferredConstraints();
            long start = System.nanoTime();
            for (var step : remaining) {
                boolean mayShare = step.mayShareTransaction(database.dialect());
                boolean fits = tried == 0 ? step.transactional()
                        : share && mayShare && tried < database.dialect().rules().mostTogether()
                        && System.nanoTime() - start < GROUP_NANOS;
                if (!fits) {
                    break;
                }
                tried++;
                var half = underWay.stream().filter(it -> it.revision().equals(step.revision().id())).findFirst();
                half.ifPresent(it -> refuseBeginningAnew(step, it));
                done.add(run(step));
                standsAlone = !mayShare;
                share &= mayShare;
            }
            // Read before the commit: what comes behind it may be somebody else's.
            newest = history.lastEvent();
            if (tried == 0) {
                database.commit();
            } else {
                execution.commit(remaining.stream().limit(tried).map(it -> it.script().file()).toList());
            }
        } catch (MigrateException e) {
            database.rollback();
            hazards.undone();
            if (tried > 1 && isWorthAnotherTry(e, tried > done.size())) {
                alone = tried;
                return;
            }
            if (!crosses && !committedPart.isThere(remaining.peek()) && database.mayRunAgain(e)) {
                return;
            }
            throw tried == 0 ? e : committedPart.after(remaining.element(), e);
        } catch (RuntimeException | Error e) {
            database.rollback();
            throw e;
        }
        lastEvent = newest;
        if (standsAlone) {
            // It may have set pragmas, or left temporary tables: the next script finds a session of its own.
            session.after(remaining.element());
        }
        for (var each : done) {
            remaining.remove();
            alone = Math.max(0, alone - 1);
            progress.done(each);
        }
        progress.told();
    }

    /** What stands of a script that was interrupted outside a transaction must not be done again in one. */
    private void refuseBeginningAnew(Step step, JournalEntry half) {
        if (half.stands() && step instanceof Step.Java) {
            throw CommittedPart.stands(step);
        }
        if (half.stands()) {
            throw new MigrateException(ErrorKind.HALF_APPLIED, step.script().file() + " was interrupted when it ran "
                    + "outside a transaction, and was edited since, so that it would begin anew in one.", "Undo the "
                    + "edit. Or bring the database to where it should be by hand, then settle it with `migrate repair "
                    + step.revision().id() + " --as applied|pending --reason …`.");
        }
        history.endJournal(step.revision().id());
    }

    /**
     * {@return whether scripts that failed together should run one by one}
     *
     * @param inScript whether the last of them was under way: those before it need not wait for what it waits for
     */
    private static boolean isWorthAnotherTry(MigrateException e, boolean inScript) {
        return switch (e.kind()) {
            case BUSY -> inScript;
            case INTERRUPTED, CONNECTION_LOST, OVERTAKEN -> false;
            default -> true;
        };
    }

    private Done run(Step step) {
        if (Hazards.possible(step)) {
            hazards.refuse(step, database);
        }
        long start = System.nanoTime();
        refuseHalf(step);
        committedPart.begin(step);
        execution.run(step);
        hazards.ran(step);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        records.write(step, millis);
        committedPart.end(step);
        return new Done(step.direction().id(), step.revision(), millis, execution.takeNotes(),
                execution.takeWritten());
    }

    private void refuseHalf(Step step) {
        if (step instanceof Step.Sql sql) {
            for (int i = 0; i < sql.statements().size(); i++) {
                if (!sql.repeatable().contains(i)) {
                    WithoutTransactions.refuse(database, new Place(sql.script().file().toString(),
                            sql.statements().get(i)));
                }
            }
        }
    }

    private void runOutside(Step step) {
        hazards.refuse(step, database);
        try {
            journaled(step).ifPresent(progress::done);
        } catch (MigrateException e) {
            throw session.after(e);
        }
        hazards.ran(step);
        progress.told();
        session.afterOutside(step);
        remaining.remove(step);
    }

    private Optional<Done> journaled(Step step) {
        Runnable underLock = () -> underLock(step);
        if (!(step instanceof Step.Sql sql)) {
            return new JournaledMigration(database, history, execution, records, (Step.Java) step, underLock,
                    progress).run();
        }
        var script = begunAhead.filter(it -> it.step() == step).orElseGet(() -> script(sql, underLock));
        begunAhead = Optional.empty();
        ahead = Optional.empty();
        var done = script.run();
        begunAhead = ahead;
        if (done.isPresent()) {
            lastEvent = newestOutside;
        }
        return done;
    }

    private JournaledScript script(Step.Sql step, Runnable underLock) {
        return new JournaledScript(database, history, execution, records, step, underLock, () -> withRecord(step),
                progress);
    }

    /** Saves a transaction: that the next script begins is written with the record of this one. */
    private void withRecord(Step step) {
        newestOutside = history.lastKnownEvent();
        var following = remaining.stream().dropWhile(it -> it != step).skip(1).findFirst();
        if (database.dialect().hasTransactionalDdl() || !(following.orElse(null) instanceof Step.Sql next)
                || next.transactional() || Hazards.possible(next)) {
            return;
        }
        var script = script(next, () -> { });
        try {
            ahead = Optional.of(script).filter(JournaledScript::beginAhead);
        } catch (MigrateException e) {
            // It is said when the turn of that script comes. This one is not to suffer from it.
            ahead = Optional.empty();
        }
    }

    private void underLock(Step next) {
        dropWhatOthersDid();
        if (remaining.peek() == next) {
            threshold.cross(database, history);
        }
    }

    /** Under the lock, what somebody else has done since the plan was made is taken out of it. */
    private void dropWhatOthersDid() {
        if (history.lastEvent() == lastEvent) {
            return;
        }
        var snapshot = history.read();
        lastEvent = snapshot.lastEvent();
        var left = Meanwhile.left(remaining, snapshot);
        remaining.clear();
        remaining.addAll(left);
    }
}

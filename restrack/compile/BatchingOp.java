package restrack.compile;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import restrack.AlterTable;
import restrack.Batches;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.Op;
import restrack.sql.BatchLine;

/**
 * {@link Op} for a method that goes through tables in batches. Whatever else it did would be done again when it is
 * resumed, so nothing else is possible.
 */
public final class BatchingOp implements Op {
    private static final int SIZE = 1000;

    /** Goes through a table. */
    @FunctionalInterface
    public interface Source {
        /**
         * @param table the table
         * @param how   how many rows a batch has, by which key it goes, how long the pauses are
         * @param work  what becomes of the rows of a batch
         */
        void run(String table, BatchLine how, Batches.Work work);
    }

    private final Source source;

    /** @param source goes through the tables */
    public BatchingOp(Source source) {
        this.source = source;
    }

    @Override
    public Batches batches(String table, String... key) {
        if (key.length == 0) {
            throw new MigrateException(ErrorKind.CANNOT_BATCH, "op.batches(\"" + table + "\") names no key.",
                    "Name the columns of a unique key: op.batches(\"" + table + "\", \"id\").");
        }
        return new Going(source, table, new BatchLine(SIZE, List.of(key), Duration.ZERO));
    }

    private record Going(Source source, String table, BatchLine how) implements Batches {
        @Override
        public Batches size(int rows) {
            if (rows < 1) {
                throw new MigrateException(ErrorKind.CANNOT_BATCH, "A batch of " + rows + " rows comes to no end.",
                        "Give it one row at least.");
            }
            return new Going(source, table, new BatchLine(rows, how.key(), how.pause()));
        }

        @Override
        public Batches pause(Duration pause) {
            return new Going(source, table, new BatchLine(how.size(), how.key(), pause));
        }

        @Override
        public void run(Work work) {
            source.run(table, how, work);
        }
    }

    @Override
    public Handle handle() {
        throw outside("op.handle()");
    }

    @Override
    public int execute(String sql, Object... arguments) {
        throw outside("op.execute");
    }

    @Override
    public AlterTable alterTable(String name) {
        throw outside("op.alterTable");
    }

    @Override
    public void alterTable(String name, Consumer<AlterTable> actions) {
        throw outside("op.alterTable");
    }

    @Override
    public int bulkInsert(String table, List<? extends Map<String, ?>> rows) {
        throw outside("op.bulkInsert");
    }

    private static MigrateException outside(String what) {
        return new MigrateException(ErrorKind.FORBIDDEN_STATEMENT, what + " stands outside of a batch: when the method "
                + "is resumed, it would be done again.", "Use the batch's own (`batch.execute`, `batch.handle()`), or "
                + "put it into another script, before or behind this one.");
    }
}

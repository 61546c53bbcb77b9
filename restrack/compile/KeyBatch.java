package restrack.compile;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import restrack.Batch;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.Op;

/** One batch of a Java migration. Its keys are read when they are asked for. */
public final class KeyBatch implements Batch {
    private final Op op;
    private final Supplier<List<List<Object>>> reading;
    private final List<Object> last;
    private List<List<Object>> keys;

    /**
     * @param op   what can be done in the batch's transaction
     * @param keys reads the keys of its rows, in order
     * @param last the greatest key that belongs to it
     */
    public KeyBatch(Op op, Supplier<List<List<Object>>> keys, List<Object> last) {
        this.op = op;
        this.reading = keys;
        this.last = last;
    }

    @Override
    public Object from() {
        return single(compositeKeys().get(0));
    }

    @Override
    public Object to() {
        return single(last);
    }

    @Override
    public List<Object> keys() {
        return compositeKeys().stream().map(KeyBatch::single).toList();
    }

    @Override
    public List<List<Object>> compositeKeys() {
        if (keys == null) {
            keys = reading.get();
        }
        return keys;
    }

    private static Object single(List<Object> key) {
        if (key.size() > 1) {
            throw new MigrateException(ErrorKind.CANNOT_BATCH, "The key of this batch has " + key.size() + " columns.",
                    "Take batch.compositeKeys(), which gives the values of all of them.");
        }
        return key.get(0);
    }

    @Override
    public Handle handle() {
        return op.handle();
    }

    @Override
    public int execute(String sql, Object... arguments) {
        return op.execute(sql, arguments);
    }

    @Override
    public int bulkInsert(String table, List<? extends Map<String, ?>> rows) {
        return op.bulkInsert(table, rows);
    }
}

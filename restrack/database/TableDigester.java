package restrack.database;

import java.util.HashMap;
import java.util.List;

/**
 * Makes the digest of a table of its rows, one after the other, in whatever order they come: hashes of 128 bits are
 * added up. No row is kept, and no sorting is needed, so it costs little more than reading the rows.
 */
public final class TableDigester {
    private final List<String> names;
    private final Hash[] columns;
    private final Hash keys = new Hash();
    private final Hash contents = new Hash();
    private final Hash key = new Hash();
    private final Hash content = new Hash();
    private final Hash value = new Hash();
    private long rows;

    /** @param names the names of the columns; two digests compare only if they come in the same order */
    public TableDigester(List<String> names) {
        this.names = List.copyOf(names);
        this.columns = new Hash[names.size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = new Hash();
        }
    }

    /**
     * Takes a row.
     *
     * @param parts  what tells it from other rows; empty if nothing does but its values
     * @param values its values, in the order of the names: null, a whole number, a {@code Double}, a {@code String} or
     *               bytes; the same value of another type is another value
     */
    public void row(Object[] parts, Object[] values) {
        rows++;
        key.clear();
        for (var part : parts.length == 0 ? values : parts) {
            key.append(part);
        }
        keys.add(key);
        content.clear();
        for (int i = 0; i < columns.length; i++) {
            value.clear();
            value.append(values[i]);
            content.append(value);
            value.append(key);
            columns[i].add(value);
        }
        contents.add(content);
    }

    /** {@return the digest of the rows that were taken} */
    public TableDigest digest() {
        var digests = new HashMap<String, String>();
        for (int i = 0; i < columns.length; i++) {
            digests.put(names.get(i), columns[i].toString());
        }
        return new TableDigest(rows, keys.toString(), contents.toString(), digests);
    }

    /** A hash of 128 bits: of what is appended to it, in that order; and a sum of such hashes, in any order. */
    private static final class Hash {
        private long high;
        private long low;

        void clear() {
            high = 0x6a09e667f3bcc908L;
            low = 0xbb67ae8584caa73bL;
        }

        void add(Hash other) {
            high += other.high;
            low += other.low;
        }

        void append(Hash other) {
            append(other.high);
            append(other.low);
        }

        /** The kind of the value goes first, so that 1 and '1' differ. */
        void append(Object value) {
            if (value == null) {
                append(0L);
            } else if (value instanceof Double number) {
                append(2L);
                append(Double.doubleToRawLongBits(number));
            } else if (value instanceof Number number) {
                append(1L);
                append(number.longValue());
            } else if (value instanceof byte[] bytes) {
                append(4L | (long) bytes.length << 3);
                append(bytes);
            } else {
                var text = value.toString();
                append(3L | (long) text.length() << 3);
                append(text);
            }
        }

        private void append(String text) {
            long word = 0;
            for (int i = 0; i < text.length(); i++) {
                word = word << 16 | text.charAt(i);
                if ((i & 3) == 3) {
                    append(word);
                }
            }
            append(word);
        }

        private void append(byte[] bytes) {
            long word = 0;
            for (int i = 0; i < bytes.length; i++) {
                word = word << 8 | bytes[i] & 0xff;
                if ((i & 7) == 7) {
                    append(word);
                }
            }
            append(word);
        }

        private void append(long word) {
            high = mixed(high + 0x9e3779b97f4a7c15L ^ word);
            low = mixed(low * 0xd1342543de82ef95L + word);
        }

        /** The finalizer of SplittableRandom: each bit of the result depends on each bit of the word. */
        private static long mixed(long word) {
            long mixed = (word ^ word >>> 30) * 0xbf58476d1ce4e5b9L;
            mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
            return mixed ^ mixed >>> 31;
        }

        @Override
        public String toString() {
            return String.format("%016x%016x", high, low);
        }
    }
}

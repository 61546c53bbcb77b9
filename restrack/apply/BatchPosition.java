package restrack.apply;

import java.util.List;

/**
 * How far the batches of one statement have come.
 *
 * @param last    the greatest key that is done; empty before the first batch
 * @param end     the greatest key there was at the beginning, with which they end
 * @param rows    how many rows are done
 * @param changed how many of them were changed
 * @param batches how many batches are done
 */
record BatchPosition(List<Object> last, List<Object> end, long rows, long changed, long batches) {
    /** {@return the position before the first batch} */
    static BatchPosition before(List<Object> end) {
        return new BatchPosition(List.of(), end, 0, 0, 0);
    }

    /** {@return the position behind one more batch} */
    BatchPosition behind(KeyRange range, long changedRows) {
        return new BatchPosition(range.upTo(), end, rows + range.rows(), changed + changedRows, batches + 1);
    }

    /** {@return the position as the journal keeps it, a line each} Quotes in a key are doubled, line ends stay. */
    String text() {
        return rows + " " + changed + " " + batches + "\n" + KeyText.of(List.of(KeyText.of(last), KeyText.of(end)));
    }

    /** {@return the position that the journal has kept} */
    static BatchPosition of(String text) {
        int line = text.indexOf('\n');
        var numbers = text.substring(0, line).split(" ");
        var keys = KeyText.read(text.substring(line + 1));
        return new BatchPosition(KeyText.read((String) keys.get(0)), KeyText.read((String) keys.get(1)),
                Long.parseLong(numbers[0]), Long.parseLong(numbers[1]), Long.parseLong(numbers[2]));
    }
}

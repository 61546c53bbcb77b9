package restrack.adhoc;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;

/** Makes rows of what the reader finds. Whether a field was in quotes decides whether it can be NULL. */
final class CsvFields extends AbstractBaseCsvCallbackHandler<CsvRow> {
    private final String nullText;
    private List<String> fields = List.of();
    private long line;

    /** @param nullText what a field without quotes says that has no value */
    CsvFields(String nullText) {
        this.nullText = nullText;
    }

    /** {@return the line on which the row begins that was read last, or is being read} */
    long line() {
        return line;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        line = startingLineNumber;
        fields = new ArrayList<>(fields.size());
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        fields.add(!quoted && isNull(buffer, offset, length) ? null : new String(buffer, offset, length));
    }

    private boolean isNull(char[] buffer, int offset, int length) {
        if (length != nullText.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (buffer[offset + i] != nullText.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    protected CsvRow buildRecord() {
        return new CsvRow(line, fields);
    }
}

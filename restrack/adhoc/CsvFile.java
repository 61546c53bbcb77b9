package restrack.adhoc;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import restrack.ErrorKind;
import restrack.MigrateException;

/** A CSV file that is read row by row: UTF-8, with or without a byte order mark, with any line ends. */
final class CsvFile implements AutoCloseable {
    private static final int BYTE_ORDER_MARK = '\uFEFF';

    /** In characters: what is longer is more likely a quote that somebody forgot to close. */
    private static final int LONGEST = 1 << 24;

    private final Path path;
    private final String shown;
    private final BufferedReader text;
    private final CsvFields fields;
    private final Iterator<CsvRow> rows;

    /**
     * @param path   the file
     * @param shown  the file as the user wrote it, for messages
     * @param format how it is written
     * @throws MigrateException {@code file_error}, {@code bad_data}
     */
    CsvFile(Path path, String shown, CsvFormat format) {
        this.path = path;
        this.shown = shown;
        this.fields = new CsvFields(format.nullText());
        try {
            this.text = Files.newBufferedReader(path, StandardCharsets.UTF_8);
            skipMark();
        } catch (IOException e) {
            throw failed(e);
        }
        this.rows = CsvReader.builder().fieldSeparator(format.delimiter()).maxBufferSize(LONGEST)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE).missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(fields, text).iterator();
    }

    private void skipMark() throws IOException {
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
    }

    /** {@return the next row; none at the end} Lines with nothing on them are passed over. */
    Optional<CsvRow> next() {
        try {
            return rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
        } catch (UncheckedIOException e) {
            throw failed(e.getCause());
        } catch (CsvParseException e) {
            throw unreadable(e);
        }
    }

    private MigrateException failed(IOException error) {
        if (error instanceof CharacterCodingException) {
            return new MigrateException(ErrorKind.BAD_DATA, shown + Utf8.firstError(path).stream()
                    .mapToObj(line -> ":" + line).findFirst().orElse("") + ": The file is not UTF-8.",
                    "Save it as UTF-8. Nothing was loaded.", error);
        }
        var reason = error instanceof NoSuchFileException ? "there is no such file" : error.getMessage();
        return new MigrateException(ErrorKind.FILE_ERROR, shown + " cannot be read: " + reason + ".",
                "Nothing was loaded.", error);
    }

    private MigrateException unreadable(CsvParseException error) {
        var cause = error.getCause() == null ? error : error.getCause();
        if (String.valueOf(cause.getMessage()).contains("maximum buffer size")) {
            return new MigrateException(ErrorKind.BAD_DATA, String.format(Locale.ROOT, "%s:%d: A field of the row that "
                    + "begins here has more than %,d characters, or its quote is not closed.", shown, fields.line(),
                    LONGEST), "Nothing was loaded.", error);
        }
        return new MigrateException(ErrorKind.BAD_DATA, shown + ":" + fields.line() + ": The row that begins here "
                + "cannot be read: " + cause.getMessage() + ".", "A quote inside a field is written twice, and the "
                + "whole field in quotes. Nothing was loaded.", error);
    }

    @Override
    public void close() {
        try {
            text.close();
        } catch (IOException e) {
            throw failed(e);
        }
    }
}

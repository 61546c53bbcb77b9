package restrack.adhoc;

import restrack.ErrorKind;
import restrack.MigrateException;

/**
 * How a CSV file is written (RFC 4180 but for these).
 *
 * @param delimiter what stands between two fields
 * @param nullText  what a field without quotes says that has no value
 */
public record CsvFormat(char delimiter, String nullText) {
    /**
     * {@return the format with these words of the command line}
     *
     * @param delimiter one character, or {@code tab}
     * @param nullText  what stands for NULL; empty for an empty field
     * @throws MigrateException {@code usage}
     */
    public static CsvFormat of(String delimiter, String nullText) {
        var one = delimiter.equals("tab") || delimiter.equals("\\t") ? "\t" : delimiter;
        if (one.length() != 1 || "\"\r\n".contains(one)) {
            throw new MigrateException(ErrorKind.USAGE, "'" + delimiter + "' cannot stand between fields.",
                    "Say one character, `--delimiter ';'` for instance, or `--delimiter tab`.");
        }
        return new CsvFormat(one.charAt(0), nullText);
    }
}

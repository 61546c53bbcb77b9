package restrack.script;

import java.nio.file.Path;
import java.util.Map;
import restrack.ErrorKind;
import restrack.MigrateException;

/**
 * What <code>${name}</code> stands for in SQL scripts. The checksum is of the script as it is written, so a value
 * may differ from one database to the next.
 *
 * @param active whether anything is replaced at all; without it <code>${name}</code> is ordinary text
 * @param values the values by name
 */
public record Placeholders(boolean active, Map<String, String> values) {
    /** Nothing is replaced. */
    public static final Placeholders NONE = new Placeholders(false, Map.of());

    String replaceIn(String text, Path file) {
        if (!active || !text.contains("${")) {
            return text;
        }
        var replaced = new StringBuilder();
        int at = 0;
        for (int open = text.indexOf("${"); open >= 0; open = text.indexOf("${", at)) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                break;
            }
            replaced.append(text, at, open).append(value(text.substring(open + 2, close), file));
            at = close + 1;
        }
        return replaced.append(text, at, text.length()).toString();
    }

    private String value(String name, Path file) {
        var value = values.get(name);
        if (value == null) {
            throw new MigrateException(ErrorKind.BAD_SCRIPT, file + " has the placeholder ${" + name
                    + "}, which stands for nothing.", "Give it a value: `--set " + name + "=…`, or `placeholder."
                    + name + "` in migrate.properties.");
        }
        return value;
    }
}

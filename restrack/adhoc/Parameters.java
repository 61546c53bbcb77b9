package restrack.adhoc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.apply.Place;
import restrack.config.Secrets;
import restrack.sql.Statement;
import restrack.sql.Token;
import restrack.sql.TokenKind;

/**
 * What {@code :name} in SQL stands for. Values are bound, never put into the text of a statement. One that is written
 * as numbers are ({@code 42}, {@code -1.5}) is bound as a number, any other as a text; {@code name:text} makes a text
 * of it in any case, {@code name:null} is NULL.
 */
public final class Parameters {
    private static final Pattern INTEGER = Pattern.compile("0|-?[1-9]\\d{0,17}");
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9]\\d*)\\.\\d+");

    private final Map<String, String> said = new LinkedHashMap<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    /**
     * @param said the values, {@code name=value} each, perhaps with {@code :text} or {@code :null} behind the name
     * @throws MigrateException {@code usage} for another word behind a name, for a name that is given twice, and where
     *                          there is no name
     */
    public Parameters(List<String> said) {
        for (var each : said) {
            int equals = each.indexOf('=');
            if (equals < 1) {
                throw new MigrateException(ErrorKind.USAGE, "'" + each + "' gives no parameter a value.",
                        "Write `--param name=value`.");
            }
            add(each.substring(0, equals), each.substring(equals + 1));
        }
    }

    private void add(String key, String text) {
        int colon = key.indexOf(':');
        var name = colon < 0 ? key : key.substring(0, colon);
        var type = colon < 0 ? "" : key.substring(colon + 1);
        if (values.containsKey(name)) {
            throw new MigrateException(ErrorKind.USAGE, "The parameter " + name + " is given twice.",
                    "Give each parameter one value.");
        }
        values.put(name, switch (type) {
            case "" -> typed(text);
            case "text" -> text;
            case "null" -> null;
            default -> throw new MigrateException(ErrorKind.USAGE, "There is no type '" + type + "' for the parameter "
                    + name + ".", "Write `--param " + name + ":text=…` for a text that looks like a number, `--param "
                    + name + ":null=` for NULL.");
        });
        said.put(name, type.equals("null") ? "NULL" : text);
    }

    /** A number only where its digits are the only way to write it: 007 and 1.50 are more than numbers. */
    private static Object typed(String text) {
        if (INTEGER.matcher(text).matches()) {
            return Long.valueOf(text);
        }
        if (DECIMAL.matcher(text).matches() && Double.toString(Double.parseDouble(text)).equals(text)) {
            return Double.valueOf(text);
        }
        return text;
    }

    /**
     * {@return the statement with its values}
     *
     * @param place the statement
     * @throws MigrateException {@code usage} for a parameter without a value, {@code bad_script} for one of another
     *                          form
     */
    BoundStatement bind(Place place) {
        var sql = new StringBuilder();
        var bound = new ArrayList<Object>();
        for (var token : place.statement().tokens()) {
            if (token.kind() == TokenKind.PARAMETER) {
                bound.add(value(token, place));
                sql.append('?');
            } else {
                sql.append(token.text());
            }
        }
        return new BoundStatement(sql.toString(), bound);
    }

    private Object value(Token token, Place place) {
        var text = token.text();
        if (!text.startsWith(":")) {
            throw new MigrateException(ErrorKind.BAD_SCRIPT, place + ": The parameter " + text + " has no name that "
                    + "could be given a value.", "Write it as `:name`, and give the value with `--param name=…`.");
        }
        var name = text.substring(1);
        if (!values.containsKey(name)) {
            throw new MigrateException(ErrorKind.USAGE, place + ": The parameter " + text + " has no value.",
                    "Give it one: `--param " + name + "=…`.");
        }
        return values.get(name);
    }

    /**
     * Refuses a value that nothing asks for.
     *
     * @param statements all statements that are to run
     * @throws MigrateException {@code usage}
     */
    void requireUsed(List<Statement> statements) {
        var unused = new TreeSet<>(values.keySet());
        statements.stream().flatMap(it -> it.tokens().stream()).filter(it -> it.kind() == TokenKind.PARAMETER)
                .forEach(it -> unused.remove(it.text().substring(1)));
        if (!unused.isEmpty()) {
            throw new MigrateException(ErrorKind.USAGE, "No statement has a parameter :" + unused.first() + ".",
                    "Write `:" + unused.first() + "` where its value belongs, without quotes around it; or leave out "
                    + "`--param " + unused.first() + "`.");
        }
    }

    /** {@return the values as the event log keeps them, a line each} Of secrets the name alone. */
    String recorded() {
        return said.entrySet().stream().map(it -> recorded(it.getKey(), it.getValue()))
                .collect(Collectors.joining("\n"));
    }

    /** {@return a value as the event log keeps it: {@code name = value}} */
    static String recorded(String name, String value) {
        return name + " = " + (Secrets.isSecret(name) ? Secrets.MASK : value);
    }
}

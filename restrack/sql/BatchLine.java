package restrack.sql;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import restrack.ErrorKind;
import restrack.MigrateException;

/**
 * A comment that makes the statement below it run in batches:
 * {@code -- migrate:batch size=1000 key=id pause=100ms}.
 *
 * @param size  how many rows of the table a batch looks at
 * @param key   the columns by which the rows are put in order
 * @param pause how long to let others work after each batch
 */
public record BatchLine(int size, List<String> key, Duration pause) {
    /** What such a comment begins with. */
    public static final String MARKER = "migrate:batch";

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern SIZE = Pattern.compile("[1-9]\\d{0,8}");
    private static final Pattern PAUSE = Pattern.compile("(\\d{1,9})(ms|s|m)");
    private static final Map<String, Long> MILLIS = Map.of("ms", 1L, "s", 1_000L, "m", 60_000L);
    private static final String HINT = "Write '-- migrate:batch size=1000 key=id'; several columns of a key are "
            + "separated by commas, and 'pause=100ms' lets others work in between.";

    /** {@return whether a token is such a comment, alone on its line} */
    public static boolean is(Token token) {
        if (token.kind() != TokenKind.LINE_COMMENT || !token.beginsLine()) {
            return false;
        }
        var content = content(token);
        return content.startsWith(MARKER)
                && (content.length() == MARKER.length() || Character.isWhitespace(content.charAt(MARKER.length())));
    }

    private static String content(Token comment) {
        return comment.commentWords();
    }

    /** {@return what counts of the comment: its words} */
    static String words(Token comment) {
        return SPACE.matcher(content(comment)).replaceAll(" ");
    }

    /**
     * Reads such a comment.
     *
     * @throws MigrateException {@code bad_script}, without its place, for a word that is none of the three, stands
     *                          twice, is missing or makes no sense
     */
    public static BatchLine of(Token comment) {
        int size = 0;
        List<String> key = List.of();
        Duration pause = null;
        var words = List.of(words(comment).split(" "));
        for (var word : words.subList(1, words.size())) {
            int equals = word.indexOf('=');
            var name = equals < 0 ? word : word.substring(0, equals);
            var value = word.substring(equals + 1);
            if (name.equals("size") && size == 0 && SIZE.matcher(value).matches()) {
                size = Integer.parseInt(value);
            } else if (name.equals("key") && key.isEmpty()) {
                key = columns(value, word);
            } else if (name.equals("pause") && pause == null && PAUSE.matcher(value).matches()) {
                pause = pause(value);
            } else {
                throw bad("'" + word + "' makes no sense, or stands twice, in '-- migrate:batch'");
            }
        }
        if (size == 0 || key.isEmpty()) {
            throw bad("'-- migrate:batch' does not say " + (size == 0 ? "how many rows a batch has" : "by which key"));
        }
        return new BatchLine(size, key, pause == null ? Duration.ZERO : pause);
    }

    private static List<String> columns(String value, String word) {
        var columns = new ArrayList<String>();
        for (var column : value.split(",", -1)) {
            if (column.isEmpty() || columns.stream().anyMatch(column::equalsIgnoreCase)) {
                throw bad("'" + word + "' in '-- migrate:batch' is no list of columns");
            }
            columns.add(column);
        }
        return List.copyOf(columns);
    }

    private static Duration pause(String value) {
        var parts = PAUSE.matcher(value);
        parts.matches();
        return Duration.ofMillis(Long.parseLong(parts.group(1)) * MILLIS.get(parts.group(2)));
    }

    private static MigrateException bad(String what) {
        return new MigrateException(ErrorKind.BAD_SCRIPT, what + ".", HINT);
    }
}

package restrack.adopt.scripts;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a revision file of Alembic says of itself. It is read as text: nothing of it is ever run here.
 *
 * @param source    the file
 * @param id        its id
 * @param revises   its parents, as they are written
 * @param labels    its branch labels
 * @param dependsOn what it depends on, as it is written
 * @param docstring the lines at its top
 */
record PythonRevision(Source source, String id, List<String> revises, List<String> labels, List<String> dependsOn,
                      List<String> docstring) {
    private static final Pattern STRING = Pattern.compile("(['\"])(.*?)\\1");
    private static final Pattern DOCSTRING =
            Pattern.compile("\\A(?:\\s|#[^\\n]*\\n)*[rRuU]?(\"\"\"|''')(.*?)\\1", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("(Revision ID|Revises|Create Date):(.*)");
    /** What can do something else, or nothing, where no database is connected. */
    private static final Pattern CONNECTED = Pattern.compile("\\b(get_bind|get_context|is_offline_mode|Session|"
            + "sessionmaker|inspect|connection|conn|open|environ|if|try)\\b");

    private static final Pattern DEFINITION = Pattern.compile("\\Adef \\w+\\s*\\([^)]*\\)[^:\\n]*:");
    private static final Pattern FUNCTION = Pattern.compile("(?m)^def (\\w+)");
    private static final Pattern QUOTES = Pattern.compile("\"\"\"|'''");
    private static final Pattern LONG_STRING = Pattern.compile("(\"\"\"|''')(.*?)\\1", Pattern.DOTALL);
    /** A docstring. */
    private static final Pattern ALONE =
            Pattern.compile("\\A\\s*(\"\"\"|'''|\"|')(.*?)\\1\\s*?(?=\\R|\\z)", Pattern.DOTALL);
    private static final Pattern COMMENT = Pattern.compile("#[^\\n]*");

    /** {@return whether a file is a revision} */
    static boolean recognises(Source source) {
        return assignment(source, "down_revision").isPresent();
    }

    /**
     * {@return what a file says}
     *
     * @throws restrack.MigrateException {@code bad_script} where an id is computed instead of written
     */
    static PythonRevision of(Source source) {
        var ids = strings(source, "revision");
        if (ids.size() != 1) {
            throw source.bad(0, "It has no 'revision = \"…\"'.", "Write its id there.");
        }
        var docstring = DOCSTRING.matcher(source.text());
        return new PythonRevision(source, ids.get(0), strings(source, "down_revision"),
                strings(source, "branch_labels"), strings(source, "depends_on"),
                docstring.find() ? docstring.group(2).strip().lines().map(String::strip).toList() : List.of());
    }

    private static Optional<String> assignment(Source source, String name) {
        var found = Pattern.compile("(?m)^" + name + "(?:\\s*:[^=\\n]+)?\\s*=\\s*([(\\[{][^)\\]}]*[)\\]}]|[^\\n#]*)")
                .matcher(source.text());
        return found.find() ? Optional.of(found.group(1).strip()) : Optional.empty();
    }

    private static List<String> strings(Source source, String name) {
        var value = assignment(source, name).orElse("None");
        var strings = new ArrayList<String>();
        STRING.matcher(value).results().forEach(it -> strings.add(it.group(2)));
        if (strings.isEmpty() && !value.matches("None|[(\\[{]\\s*[)\\]}]|set\\(\\)|\"\"|''")) {
            throw source.bad(0, "Its " + name + " is '" + value + "', which is no id.", "Write the id itself there.");
        }
        return strings;
    }

    /** {@return the first line of what its author wrote} */
    String message() {
        return docstring.isEmpty() || FIELD.matcher(docstring.get(0)).matches() ? "" : docstring.get(0);
    }

    /** {@return what else its author wrote, as comments} */
    String comments() {
        var text = new StringBuilder();
        docstring.stream().skip(1).filter(it -> !it.isBlank() && !FIELD.matcher(it).matches())
                .forEach(it -> text.append("-- ").append(it).append('\n'));
        return text.toString();
    }

    /** {@return when it was written; a time without a zone is taken for UTC} */
    Optional<Instant> created() {
        for (var line : docstring) {
            var field = FIELD.matcher(line);
            if (field.matches() && field.group(1).equals("Create Date")) {
                return time(field.group(2).strip().replace(' ', 'T')).map(it -> it.truncatedTo(ChronoUnit.SECONDS));
            }
        }
        return Optional.empty();
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$") ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** {@return the function of that name, as it is written; empty if there is none} */
    String function(String name) {
        var text = new StringBuilder();
        boolean inside = false;
        var quote = "";
        for (var line : source.lines()) {
            boolean inString = !quote.isEmpty();
            for (var quotes = QUOTES.matcher(line); quotes.find();) {
                quote = quote.isEmpty() ? quotes.group() : quote.equals(quotes.group()) ? "" : quote;
            }
            if (!inString && line.matches("(?s)def " + name + "\\s*\\(.*")) {
                inside = true;
            } else if (inside && !inString && !line.isBlank() && !Character.isWhitespace(line.charAt(0))
                    && line.charAt(0) != '#' && line.charAt(0) != ')') {
                break;
            }
            text.append(inside ? line : "");
        }
        return text.toString().strip();
    }

    /** {@return whether a function does nothing} */
    static boolean isEmpty(String function) {
        return words(function).lines().map(String::strip).allMatch(it -> it.isEmpty() || it.equals("pass"));
    }

    /**
     * {@return whether a function has what only a connected database could answer, as far as its words tell} The other
     * functions of the file count as well, since it may call them.
     */
    boolean needsConnection(String name) {
        return FUNCTION.matcher(source.text()).results().map(it -> it.group(1))
                .filter(it -> it.equals(name) || !it.equals("upgrade") && !it.equals("downgrade"))
                .anyMatch(it -> CONNECTED.matcher(words(function(it))).find());
    }

    /** {@return the body of a function without strings that say nothing here, and comments} */
    private static String words(String function) {
        var body = DEFINITION.matcher(function).replaceFirst("");
        var code = ALONE.matcher(body).replaceFirst("");
        return COMMENT.matcher(STRING.matcher(LONG_STRING.matcher(code).replaceAll("''")).replaceAll("''"))
                .replaceAll("");
    }
}

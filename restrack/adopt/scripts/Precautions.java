package restrack.adopt.scripts;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.sql.Excerpt;
import restrack.sql.Statement;
import restrack.sql.Statements;
import restrack.sql.Token;
import restrack.sql.TokenKind;
import restrack.sql.Tokens;
import restrack.sql.TransactionControl;
import restrack.sql.UnclosedException;

/** Sees to it that nothing in the text of another tool means something else here without anybody noticing. */
final class Precautions {
    private static final Pattern MARKER = Pattern.compile("--\\s*migrate:.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)\\}");

    private final Tool tool;
    private final Destination destination;
    private final List<Note> notes;

    Precautions(Tool tool, Destination destination, List<Note> notes) {
        this.tool = tool;
        this.destination = destination;
        this.notes = notes;
    }

    /**
     * {@return a way that runs here as it ran there, or says what is left to do}
     *
     * @param way    the way
     * @param origin the file that it is from
     * @throws MigrateException {@code bad_script} where its statements cannot be told apart
     */
    Way of(Way way, String origin) {
        var own = placeholders(withoutMarkers(withoutTransaction(way, origin), origin));
        for (var statement : statements(own, origin)) {
            destination.dialect().rules().refusal(statement, own.transactional()).ifPresent(it -> notes.add(new Note(
                    origin, "`" + Excerpt.of(statement) + "` will be refused: " + it.reason() + ". " + it.hint(),
                    false)));
        }
        return own;
    }

    private List<Statement> statements(Way way, String origin) {
        try {
            return Statements.of(way.text(), destination.dialect().syntax());
        } catch (UnclosedException e) {
            throw new MigrateException(ErrorKind.BAD_SCRIPT, origin + ": " + e.getMessage()
                    + " The line is counted from where this part of the file begins.", e.hint(), e);
        }
    }

    /** A script and its record are one transaction here, so one of its own around everything is left out. */
    private Way withoutTransaction(Way way, String origin) {
        var statements = statements(way, origin);
        var last = statements.size() - 1;
        boolean enclosed = last > 0 && is(statements.get(0), TransactionControl.BEGIN)
                && is(statements.get(last), TransactionControl.COMMIT)
                && statements.subList(1, last).stream().allMatch(it -> TransactionControl.of(it).isEmpty());
        if (!enclosed || !way.transactional()) {
            return way;
        }
        notes.add(new Note(origin, "BEGIN and COMMIT around everything are left out: each script is a transaction.",
                false));
        return way.text(without(without(way.text(), statements.get(last)), statements.get(0)));
    }

    private static boolean is(Statement statement, TransactionControl control) {
        return TransactionControl.of(statement).filter(it -> it == control).isPresent();
    }

    private static String without(String text, Statement statement) {
        var after = text.substring(statement.offset() + statement.text().length());
        return text.substring(0, statement.offset()) + after.replaceFirst("^\\s*;[ \\t]*\\R?", "");
    }

    /** A comment that happens to look like one of our markers would cut the script somewhere else. */
    private Way withoutMarkers(Way way, String origin) {
        if (!way.text().toLowerCase(Locale.ROOT).contains("migrate:")) {
            return way;
        }
        var text = new StringBuilder();
        boolean found = false;
        for (var token : Tokens.of(way.text(), destination.dialect().syntax())) {
            boolean marker = token.kind() == TokenKind.LINE_COMMENT && MARKER.matcher(token.text().strip()).matches();
            text.append(marker ? "-- was:" + token.text().substring(2) : token.text());
            found |= marker;
        }
        if (found) {
            notes.add(new Note(origin, "A comment that looks like a marker of ours has got a `was:` in front.", false));
        }
        return way.text(text.toString());
    }

    private Way placeholders(Way way) {
        var names = new TreeSet<String>();
        var plain = Tokens.of(way.text(), destination.dialect().syntax()).stream().filter(it -> !it.isComment())
                .map(Token::text).collect(Collectors.joining());
        PLACEHOLDER.matcher(plain).results().forEach(it -> names.add(it.group(1)));
        if (names.isEmpty()) {
            return way;
        }
        var shown = names.stream().map(it -> "${" + it + "}").collect(Collectors.joining(", "));
        if (!way.substituted()) {
            return destination.placeholders()
                    ? way.todo(shown + " is ordinary text to " + tool.title() + ", and would be replaced here.") : way;
        }
        boolean special = names.stream().anyMatch(it -> !it.matches("[\\w.-]+"));
        if (destination.placeholders() && !special) {
            return way;
        }
        return way.todo(tool.title() + " replaced " + shown + ": " + (special ? "write what it stands for."
                : "set `placeholders = true` in migrate.properties and say what it stands for."));
    }
}

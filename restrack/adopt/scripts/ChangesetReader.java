package restrack.adopt.scripts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import restrack.sql.Statements;
import restrack.sql.Syntax;

/** Cuts a formatted SQL file of Liquibase into changesets, by its comment lines, in upper or lower case. */
final class ChangesetReader {
    private static final Pattern FIRST = pattern("\\s*--\\s*liquibase\\s+formatted\\s+sql.*");
    private static final Pattern CHANGESET =
            pattern("\\s*--\\s*changeset\\s+(\"[^\"]+\"|[^\\s:]+):(\"[^\"]+\"|[^\\s:]+)(.*)");
    private static final Pattern ANY_CHANGESET = pattern("\\s*--\\s*changeset\\b.*");
    private static final Pattern ATTRIBUTE = Pattern.compile("(\\w+):(\"[^\"]*\"|'[^']*'|\\S+)");
    private static final Pattern ROLLBACK = pattern("\\s*--\\s*rollback(\\s.*)?");
    private static final Pattern ROLLBACK_BLOCK = pattern("\\s*/\\*\\s*liquibase\\s+rollback\\s*");
    private static final Pattern COMMENT = pattern("\\s*--\\s*comment:?\\s+(.*)");
    private static final Pattern PRECONDITION = pattern("\\s*--\\s*(precondition.*)");
    private static final Pattern PROPERTY = pattern("\\s*--\\s*(property\\s.*)");
    private static final Pattern IGNORE = pattern("\\s*--\\s*ignorelines:\\s*(\\w+)\\s*");

    private final Source source;
    private final Syntax syntax;
    private final List<Note> notes;
    private final List<Changeset> found = new ArrayList<>();
    /** The changeset that is being read; before the first one, a place for its comments. */
    private Draft draft = new Draft("", "", Map.of());
    private boolean inRollback;
    private boolean ignoring;
    private int ignored;

    /** What is known of a changeset so far. */
    private static final class Draft {
        private final String author;
        private final String id;
        private final Map<String, String> attributes;
        private final List<String> preconditions = new ArrayList<>();
        private final StringBuilder up = new StringBuilder();
        private StringBuilder down;
        private String comment = "";

        Draft(String author, String id, Map<String, String> attributes) {
            this.author = author;
            this.id = id;
            this.attributes = attributes;
        }

        StringBuilder down() {
            down = down == null ? new StringBuilder() : down;
            return down;
        }
    }

    ChangesetReader(Source source, Syntax syntax, List<Note> notes) {
        this.source = source;
        this.syntax = syntax;
        this.notes = notes;
    }

    /** {@return whether a file is one of Liquibase's} */
    static boolean recognises(Source source) {
        return source.lines().stream().filter(it -> !it.isBlank()).findFirst()
                .filter(it -> FIRST.matcher(it).matches()).isPresent();
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    /** {@return the changesets in order} What stands before the first is at the top of its text. */
    List<Changeset> read() {
        int number = 0;
        for (var line : source.lines()) {
            number++;
            if (ANY_CHANGESET.matcher(line).matches()) {
                begin(line, number);
            } else if (!FIRST.matcher(line).matches() && !isIgnored(line)) {
                take(line);
            }
        }
        end();
        return found;
    }

    private void begin(String line, int number) {
        var changeset = CHANGESET.matcher(line);
        if (!changeset.matches()) {
            throw source.bad(number, "'" + line.strip() + "' names no changeset.", "Write '--changeset author:id'.");
        }
        var before = end();
        if (!Statements.of(before, syntax).isEmpty()) {
            throw source.bad(number, "Statements stand before the first changeset.", "Move them into a changeset.");
        }
        var attributes = new HashMap<String, String>();
        var attribute = ATTRIBUTE.matcher(changeset.group(3));
        while (attribute.find()) {
            attributes.put(attribute.group(1).toLowerCase(Locale.ROOT), unquoted(attribute.group(2)));
        }
        draft = new Draft(unquoted(changeset.group(1)), unquoted(changeset.group(2)), attributes);
        draft.up.append(before).append(line);
    }

    /** Ends the changeset that is being read, and returns what stands before the first one. */
    private String end() {
        inRollback = false;
        if (draft.id.isEmpty()) {
            return draft.up.toString();
        }
        found.add(new Changeset(source.name(), draft.author, draft.id, draft.attributes, draft.comment,
                draft.preconditions, draft.up.toString(),
                Optional.ofNullable(draft.down).map(StringBuilder::toString)));
        return "";
    }

    private boolean isIgnored(String line) {
        var ignore = IGNORE.matcher(line);
        if (ignore.matches()) {
            var what = ignore.group(1).toLowerCase(Locale.ROOT);
            ignoring = what.equals("start");
            ignored = what.matches("\\d{1,6}") ? Integer.parseInt(what) : 0;
            notes.add(new Note(source.name(), "The lines that Liquibase ignores are left out.", true));
            return true;
        }
        return ignoring || ignored-- > 0;
    }

    private void take(String line) {
        if (inRollback) {
            inRollback = !line.strip().endsWith("*/");
            var text = inRollback ? line : line.substring(0, line.lastIndexOf("*/")) + "\n";
            draft.down().append(text.isBlank() ? "" : text);
            return;
        }
        var rollback = ROLLBACK.matcher(line);
        if (rollback.matches()) {
            draft.down().append(rollback.group(1) == null ? "" : rollback.group(1).stripLeading());
            return;
        }
        if (ROLLBACK_BLOCK.matcher(line).matches()) {
            inRollback = true;
            draft.down();
            return;
        }
        var comment = COMMENT.matcher(line);
        if (comment.matches() && draft.comment.isEmpty()) {
            draft.comment = comment.group(1).strip();
        }
        var precondition = PRECONDITION.matcher(line);
        if (precondition.matches()) {
            draft.preconditions.add(precondition.group(1).strip());
        }
        var property = PROPERTY.matcher(line);
        if (property.matches()) {
            notes.add(new Note(source.name(), "`" + property.group(1).strip() + "`: here it is a placeholder in "
                    + "migrate.properties.", true));
        }
        draft.up.append(line);
    }

    private static String unquoted(String word) {
        return word.length() > 1 && (word.charAt(0) == '"' || word.charAt(0) == '\'')
                ? word.substring(1, word.length() - 1) : word;
    }
}

package restrack.adopt.scripts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import restrack.sql.Statement;
import restrack.sql.Statements;
import restrack.sql.Syntax;
import restrack.sql.TokenKind;
import restrack.sql.TransactionControl;

/** What {@code alembic … --sql} prints, revision by revision, without what it says about its own table. */
final class AlembicOutput {
    private static final Pattern HEADER = Pattern.compile("(?m)^-- Running (upgrade|downgrade) (.*) -> (.*)$\\R?");

    private final Set<String> ids;
    private final Syntax syntax;

    /** @param ids the ids of all revisions */
    AlembicOutput(Set<String> ids, Syntax syntax) {
        this.ids = ids;
        this.syntax = syntax;
    }

    /** {@return what was printed for each revision; the last one not, if the program failed in it} */
    static Map<String, String> portions(AlembicProgram.Answer answer) {
        var portions = new LinkedHashMap<String, String>();
        var header = HEADER.matcher(answer.out());
        String id = null;
        int start = 0;
        while (header.find()) {
            if (id != null) {
                portions.put(id, answer.out().substring(start, header.start()));
            }
            id = header.group(header.group(1).equals("upgrade") ? 3 : 2).strip();
            start = header.end();
        }
        if (id != null && answer.exitCode() == 0) {
            portions.put(id, answer.out().substring(start));
        }
        return portions;
    }

    /** {@return whether the program came as far as a revision} */
    static boolean hasBegun(AlembicProgram.Answer answer) {
        return answer.exitCode() == 0 || HEADER.matcher(answer.out()).find();
    }

    /**
     * {@return what a revision does}
     *
     * @throws restrack.sql.UnclosedException where the statements cannot be told apart
     */
    Way way(String portion) {
        var statements = Statements.of(portion, syntax);
        var text = new StringBuilder();
        int at = 0;
        int kept = 0;
        boolean ended = false;
        boolean outside = false;
        Optional<String> table = Optional.empty();
        for (var statement : statements) {
            var record = recordTable(statement);
            table = record.isPresent() ? record : table;
            var control = TransactionControl.of(statement).filter(TransactionControl::isBoundary);
            // It commits and begins again around what has to run outside a transaction.
            outside |= ended && control.isEmpty() && kept > 0 && record.isEmpty();
            ended |= control.isPresent() && kept > 0;
            if (record.isPresent() || control.isPresent() || drops(statement, table)) {
                text.append(portion, at, statement.offset());
                at = behind(portion, statement);
            } else {
                kept++;
            }
        }
        return Way.of(text.append(portion.substring(at)).toString().replaceAll("(?m)(^[ \\t]*\\R){2,}", "\n").strip())
                .outside(outside);
    }

    private static int behind(String portion, Statement statement) {
        int end = statement.offset() + statement.text().length();
        var rest = Pattern.compile("\\s*;").matcher(portion).region(end, portion.length());
        return rest.lookingAt() ? rest.end() : end;
    }

    /** {@return the table in which Alembic records, if that is what the statement does} */
    private Optional<String> recordTable(Statement statement) {
        int name = statement.starts("UPDATE") ? 1 : statement.starts("INSERT", "INTO")
                || statement.starts("DELETE", "FROM") ? 2 : 0;
        var strings = statement.significant().stream().filter(it -> it.kind() == TokenKind.STRING).toList();
        boolean records = name > 0 && statement.significant().stream().anyMatch(it -> it.isName()
                && it.name().equals("version_num")) && !strings.isEmpty()
                && strings.stream().allMatch(it -> ids.contains(it.name()));
        return records ? statement.cursor().rest().stream().skip(name).findFirst().map(it -> it.name())
                : Optional.empty();
    }

    private static boolean drops(Statement statement, Optional<String> table) {
        List<String> words = statement.significant().stream().map(it -> it.name()).toList();
        return statement.starts("DROP", "TABLE") && table.isPresent() && words.size() == 3
                && words.get(2).equals(table.get());
    }
}

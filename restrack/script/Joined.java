package restrack.script;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.sql.TokenKind;

/**
 * Several SQL scripts as one: their ways up one behind the other, their ways down in the opposite order. Nothing is
 * left out and nothing is changed; a comment says where each part comes from.
 *
 * @param up     the way up
 * @param down   the way down, if each of them has one
 * @param oneWay those that have none
 */
public record Joined(String up, Optional<String> down, List<Script> oneWay) {
    /**
     * {@return scripts joined}
     *
     * @param scripts the scripts in the order in which they run
     * @throws MigrateException {@code cannot_squash}, naming all Java scripts, or all that do not run in a transaction,
     *                          or the line of a marker inside of a script
     */
    public static Joined of(List<Script> scripts) {
        refuse(scripts, it -> !(it instanceof SqlScript), "Java cannot be joined with other scripts",
                "Squash what comes before and what comes behind");
        var all = scripts.stream().map(SqlScript.class::cast).toList();
        refuse(all, it -> !isTransactional((SqlScript) it), "What runs outside a transaction cannot be joined with "
                + "other scripts", "Squash what comes before and what comes behind");
        var oneWay = all.stream().filter(it -> it.down().isEmpty()).map(Script.class::cast).toList();
        var down = new ArrayList<String>();
        if (oneWay.isEmpty()) {
            all.forEach(it -> down.add(part(it, it.down().orElseThrow())));
            Collections.reverse(down);
        }
        return new Joined(all.stream().map(it -> part(it, it.up())).collect(Collectors.joining("\n\n")),
                oneWay.isEmpty() ? Optional.of(String.join("\n\n", down)) : Optional.empty(), oneWay);
    }

    private static void refuse(List<? extends Script> scripts, Function<Script, Boolean> condition, String why,
                               String hint) {
        var files = scripts.stream().filter(condition::apply).map(it -> it.file().toString()).toList();
        if (!files.isEmpty()) {
            throw new MigrateException(ErrorKind.CANNOT_SQUASH, why + ": " + String.join(", ", files)
                    + ". Nothing was written.", hint + (files.size() == 1 ? " it." : " them."));
        }
    }

    private static boolean isTransactional(SqlScript script) {
        return script.up().transactional() && script.down().map(Section::transactional).orElse(true);
    }

    /** A way of a script below a comment that names it. The last statement may lack its semicolon at the end only. */
    private static String part(SqlScript script, Section way) {
        var title = "-- From " + title(script);
        var text = way.text().strip();
        if (text.isEmpty()) {
            return title;
        }
        boolean open = false;
        for (var token : way.tokens(script.syntax())) {
            if (token.kind() == TokenKind.LINE_COMMENT && token.beginsLine()
                    && SqlScriptReader.beginsAsMarker(SqlScriptReader.content(token))) {
                throw new MigrateException(ErrorKind.CANNOT_SQUASH, script.file() + ":" + token.line() + ": `"
                        + token.text().strip() + "` counts for one script and cannot be joined with others. Nothing "
                        + "was written.", "Squash what comes before and what comes behind it.");
            }
            open = token.isSpaceOrComment() ? open : !token.endsStatement();
        }
        return title + "\n" + text + (open ? "\n;" : "");
    }

    /** What looks like a placeholder would be replaced in a comment too. */
    private static String title(SqlScript script) {
        var revision = script.revision();
        return revision.message().isEmpty() || revision.message().contains("${") ? revision.id()
                : revision.id() + ": " + revision.message();
    }
}

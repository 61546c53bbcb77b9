package restrack.apply;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.script.RepeatableScript;
import restrack.script.Section;
import restrack.sql.Syntax;

/** Finds what a person still has to write into the scripts of a plan. */
public final class Unfinished {
    private final Syntax syntax;
    private final List<MigrateException> found = new ArrayList<>();

    private Unfinished(Syntax syntax) {
        this.syntax = syntax;
    }

    /** {@return an error for each line {@code -- migrate:todo} of what is to run, in order} */
    static List<MigrateException> in(List<Step> steps, List<RepeatableScript> repeatables, Syntax syntax) {
        var unfinished = new Unfinished(syntax);
        for (var step : steps) {
            if (step instanceof Step.Sql sql) {
                unfinished.look(sql.script().file(), sql.section());
            }
        }
        repeatables.forEach(it -> unfinished.look(it.file(), it.section()));
        return unfinished.found;
    }

    /**
     * Refuses what is not finished.
     *
     * @throws MigrateException {@code unfinished}
     */
    public static void refuse(List<Step> steps, List<RepeatableScript> repeatables, Syntax syntax) {
        in(steps, repeatables, syntax).stream().findFirst().ifPresent(error -> {
            throw error;
        });
    }

    private void look(Path file, Section section) {
        for (var todo : section.todos(syntax)) {
            var sentence = todo.sentence().isEmpty() ? "" : ": " + todo.sentence();
            found.add(new MigrateException(ErrorKind.UNFINISHED, file + ":" + todo.line() + ": Not finished" + sentence
                    + (sentence.endsWith(".") || sentence.endsWith("?") || sentence.endsWith("!") ? "" : "."),
                    "Fill it in, then remove the line `-- migrate:todo …`."));
        }
    }
}

package restrack.adopt.scripts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import restrack.MigrateException;
import restrack.sql.Statements;
import restrack.sql.Syntax;

/** Reads a SQL file of goose by its annotations, which stand alone on their lines, in upper or lower case. */
final class GooseScript {
    private static final Pattern ANNOTATION = Pattern.compile("--\\s\\+goose\\s+(.*)", Pattern.DOTALL);

    private final Source source;
    private final Syntax syntax;
    private final Part up = new Part();
    private final Part down = new Part();
    private final StringBuilder block = new StringBuilder();
    /** Where lines go; the way up, until something else is said. */
    private Part current = up;
    private boolean inBlock;
    private boolean begun;
    private boolean outside;
    private boolean substituting;
    private int number;

    private static final class Part {
        private final StringBuilder text = new StringBuilder();
        private String todo = "";
    }

    GooseScript(Source source, Syntax syntax) {
        this.source = source.requireClosed(syntax);
        this.syntax = syntax;
    }

    Carried read(NumberedName version) {
        for (var line : source.lines()) {
            number++;
            var annotation = ANNOTATION.matcher(line);
            if (annotation.matches()) {
                obey(annotation.group(1).strip().toUpperCase(Locale.ROOT).replaceAll("\\s+", " "));
            } else {
                current.text.append(line);
                if (inBlock) {
                    block.append(line);
                }
                if (substituting && line.contains("$")) {
                    current.todo = "goose replaced environment variables in here; write what they stand for, or use "
                            + "placeholders.";
                }
            }
        }
        if (!begun || inBlock) {
            throw bad(begun ? "'-- +goose StatementBegin' is not closed." : "There is no '-- +goose Up' in it.");
        }
        return Carried.linear(version.digits(), ScriptText.message(version.words(), source.name()), version.created(),
                List.of(source.name()), way(up),
                current == down ? Optional.of(way(down)) : Optional.empty());
    }

    private void obey(String annotation) {
        switch (annotation) {
            case "UP" -> {
                require(!begun, annotation);
                if (!Statements.of(up.text.toString(), syntax).isEmpty()) {
                    throw bad("A statement stands before '-- +goose Up'.");
                }
                begun = true;
            }
            case "DOWN" -> {
                require(begun && current == up && !inBlock, annotation);
                current = down;
            }
            case "STATEMENTBEGIN" -> {
                require(begun && !inBlock, annotation);
                inBlock = true;
                block.setLength(0);
            }
            case "STATEMENTEND" -> {
                require(inBlock, annotation);
                inBlock = false;
                int statements = Statements.of(block.toString(), syntax).size();
                if (statements > 1) {
                    current.todo = "goose sent what stood between StatementBegin and StatementEnd as one; here it is "
                            + statements + " statements.";
                }
            }
            case "NO TRANSACTION" -> outside = true;
            case "ENVSUB ON" -> substituting = true;
            case "ENVSUB OFF" -> substituting = false;
            default -> throw bad("'" + annotation + "' is no annotation of goose's.");
        }
    }

    private void require(boolean inPlace, String annotation) {
        if (!inPlace) {
            throw bad("'" + annotation + "' is not where it belongs.");
        }
    }

    private Way way(Part part) {
        var way = Way.of(part.text.toString()).outside(outside);
        return part.todo.isEmpty() ? way : way.todo(part.todo);
    }

    private MigrateException bad(String what) {
        return source.bad(number, what, "goose does not run it either: mend it, or move it away.");
    }
}

package restrack.cli;

import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import restrack.ErrorKind;
import restrack.MigrateException;

/** Tells errors: a sentence and what to do, or a JSON document. A stack trace only with {@code -v}. */
final class Errors implements IParameterExceptionHandler, IExecutionExceptionHandler {
    @Override
    public int handleParseException(ParameterException error, String[] arguments) {
        return tell(WrongUsage.explain(error), error.getCommandLine(), List.of(arguments).contains("--json"), false);
    }

    @Override
    public int handleExecutionException(Exception error, CommandLine line, ParseResult result) {
        if (error instanceof ParameterException wrong) {
            return handleParseException(wrong, result.originalArgs().toArray(String[]::new));
        }
        var options = ((Root) line.getCommandSpec().root().userObject()).globalOptions();
        return tell(explain(error), line, options.json, options.verbose);
    }

    private static MigrateException explain(Exception error) {
        if (error instanceof MigrateException known) {
            return known;
        }
        if (error instanceof InvalidPathException path) {
            return new MigrateException(ErrorKind.FILE_ERROR, "'" + path.getInput() + "' cannot name a file here: "
                    + path.getReason() + ".", "Where it is the locale that cannot spell it, set LC_ALL=C.UTF-8.",
                    error);
        }
        return new MigrateException(ErrorKind.INTERNAL, "Something unexpected happened: " + error + ".",
                "This is a defect of the toolkit. With `-v` the command shows where.", error);
    }

    private static int tell(MigrateException error, CommandLine line, boolean json, boolean trace) {
        if (json) {
            line.getOut().println(Json.text(Json.error(error)));
        } else {
            line.getOut().flush();
            PrintWriter err = line.getErr();
            err.println("Error: " + error.getMessage());
            if (!error.hint().isEmpty()) {
                err.println("Hint:  " + error.hint());
            }
        }
        if (trace) {
            error.printStackTrace(line.getErr());
        }
        line.getOut().flush();
        line.getErr().flush();
        return error.kind().exitCode();
    }
}

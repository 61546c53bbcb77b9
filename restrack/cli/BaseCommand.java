package restrack.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.apply.Project;
import restrack.config.Settings;

/** What all commands share: the settings, the project, and where their words go. */
abstract class BaseCommand implements Callable<Integer> {
    /** Exit code: done, or nothing to do. */
    static final int DONE = 0;
    /** Exit code: a check found something. */
    static final int FOUND = 3;

    @Spec
    CommandSpec spec;

    @Override
    public final Integer call() {
        try {
            return run();
        } catch (StackOverflowError | LinkageError | AssertionError e) {
            // Not for picocli, which would let it end the process with a stack trace.
            throw new MigrateException(ErrorKind.INTERNAL, "Something unexpected happened: " + e + ".",
                    "This is a defect of the toolkit. With `-v` the command shows where.", e);
        } finally {
            out().flush();
        }
    }

    /** {@return the exit code} */
    abstract int run();

    /** {@return what was said with the command as with every other} */
    final GlobalOptions options() {
        return root().globalOptions();
    }

    final Surroundings surroundings() {
        return root().around();
    }

    private Root root() {
        return (Root) spec.root().userObject();
    }

    /** {@return the settings as they count here} */
    final Settings settings() {
        return Settings.load(options().asSettings(), surroundings().environment(), surroundings().workingDirectory());
    }

    /** {@return the project that the settings name; to be closed} */
    final Project project() {
        return new Project(settings(), holders -> tell("Waiting for the database, which is in use"
                + (holders.isEmpty() ? "" : " by " + holders) + " …"));
    }

    /** {@return where results go} */
    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** Prints a line of the result, unless the answer is JSON. */
    final void say(String line) {
        if (!options().json) {
            out().println(line);
        }
    }

    /** Prints what is no result: it goes to standard error, and nowhere with {@code -q} or {@code --json}. */
    final void tell(String line) {
        if (!options().json && !options().quiet) {
            out().flush();
            spec.commandLine().getErr().println(line);
        }
    }

    /** Prints the answer where it is asked for as JSON. */
    final void answer(Supplier<Object> document) {
        if (options().json) {
            out().println(Json.text(document.get()));
        }
    }

    /** {@return how words are coloured here} */
    final Style style() {
        return Style.of(options().noColor || options().json, surroundings());
    }
}

package restrack.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/** {@code migrate}: its subcommands do the work. */
@Command(name = "migrate", description = "Applies migration scripts to a database.",
        footerHeading = "%n", footer = {"Exit codes: 0 done or nothing to do, 1 failed, 2 wrong usage, 3 a check found",
            "something, 4 refused for safety, 5 the database is busy."})
final class MigrateRoot extends BaseCommand implements Root {
    private final Surroundings surroundings;

    @Mixin
    GlobalOptions options = new GlobalOptions();

    @Mixin
    Completion completion = new Completion();

    MigrateRoot(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    int run() {
        if (completion.wanted) {
            return completion.print(this);
        }
        throw new ParameterException(spec.commandLine(), "Say what to do, `migrate upgrade` for instance.");
    }

    @Override
    public GlobalOptions globalOptions() {
        return options;
    }

    @Override
    public Surroundings around() {
        return surroundings;
    }
}

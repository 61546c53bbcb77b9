package restrack.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code migrate}: its subcommands do the work. */
@Command(name = "migrate", description = "Applies migration scripts to a database.",
        versionProvider = VersionProvider.class)
final class MigrateRoot extends BaseCommand implements Root {
    private final Surroundings surroundings;

    @Mixin
    GlobalOptions options = new GlobalOptions();

    @Option(names = "--generate-completion", description = "Print a completion script for bash and zsh.")
    boolean completion;

    MigrateRoot(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    int run() {
        if (!completion) {
            throw new ParameterException(spec.commandLine(), "Say what to do.");
        }
        out().print(AutoComplete.bash("migrate", spec.commandLine()));
        out().flush();
        return DONE;
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

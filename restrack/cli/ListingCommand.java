package restrack.cli;

import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;
import restrack.apply.Project;
import restrack.graph.Graph;
import restrack.graph.Revision;
import restrack.script.Scripts;

/** What commands share that list revisions. The database is asked only where the answer tells what is applied. */
abstract class ListingCommand extends BaseCommand {
    @Option(names = {"-i", "--indicate-current"}, description = "Mark what the database has as current.")
    boolean indicateCurrent;

    /** {@return the ids that are applied, if they are to be shown} */
    final Set<String> applied(Project project, Scripts scripts) {
        return indicateCurrent || options().json ? project.applied(scripts) : Set.of();
    }

    /** Tells that there is nothing to list, which is no result. */
    final void tellIfNone(List<Revision> revisions) {
        if (revisions.isEmpty()) {
            tell("There are no scripts here; `revision -m \"…\"` writes one.");
        }
    }

    /** Prints revisions, one a line. */
    final int list(List<Revision> revisions, Graph graph, Set<String> current) {
        for (var revision : revisions) {
            say(Flags.line(revision, graph, current)
                    + (options().verbose && !revision.message().isEmpty() ? ", " + revision.message() : ""));
        }
        tellIfNone(revisions);
        answer(() -> Json.revisions(revisions, graph, current));
        return DONE;
    }
}

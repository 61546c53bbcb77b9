package restrack.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import restrack.apply.State;
import restrack.graph.Revision;
import restrack.history.JournalEntry;

/** {@code migrate current}. */
@Command(name = "current", description = "Show what the database is at.")
final class CurrentCommand extends BaseCommand {
    @Option(names = "--check-heads", description = "Exit with 3 unless the database is at all heads.")
    boolean checkHeads;

    @Override
    int run() {
        try (var project = project()) {
            var state = project.state();
            var current = state.current();
            var ids = current.stream().map(Revision::id).collect(Collectors.toSet());
            for (var revision : current) {
                boolean known = state.scripts().find(revision.id()).isPresent();
                say(revision.id() + (!known ? " (not in this folder)"
                        : state.graph().children(revision.id()).isEmpty() ? " (head)" : "")
                        + (options().verbose && !revision.message().isEmpty() ? ", " + revision.message() : ""));
            }
            if (current.isEmpty()) {
                tell("Nothing is applied.");
            }
            for (var entry : state.snapshot().journal()) {
                say(entry.revision() + " (half applied, " + entry.direction() + ": " + entry.done()
                        + " statements done)");
            }
            answer(() -> document(state, ids));
            boolean atHeads = ids.equals(state.heads().stream().map(Revision::id)
                    .collect(Collectors.toSet()));
            return checkHeads && !atHeads ? FOUND : DONE;
        }
    }

    private static Map<String, Object> document(State state, Set<String> ids) {
        var document = new LinkedHashMap<>(Json.revisions(state.current(), state.graph(), ids));
        var half = state.snapshot().journal().stream().map(JournalEntry::revision).toList();
        if (!half.isEmpty()) {
            document.put("halfApplied", half);
        }
        return document;
    }
}

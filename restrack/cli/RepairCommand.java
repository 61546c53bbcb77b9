package restrack.cli;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import restrack.apply.Repair;

/** {@code migrate repair}. */
@Command(name = "repair", description = "Accept an edited script, or settle one that stopped half way.")
final class RepairCommand extends ChangingCommand {
    private static final int CONTEXT_LINES = 3;

    @Parameters(paramLabel = "REV", description = "The revision; one at a time.")
    String target;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; kept in the event log.")
    String reason;

    @Option(names = "--as", paramLabel = "applied|pending",
            description = "What a script that stopped half way counts as from now on.")
    Repair.Outcome outcome;

    @Option(names = "--statement", paramLabel = "done|undone",
            description = "Whether the statement has happened at which a script stopped; it goes on from there.")
    Repair.Interrupted interrupted;

    @Override
    int run() {
        try (var project = project()) {
            var repair = new Repair(project, target);
            repair.requireSense(reason, outcome, interrupted);
            var text = repair.edit().map(edit -> difference(edit, repair.file())).orElse(List.of());
            text.forEach(this::say);
            confirm(project);
            var what = repair.run(reason, outcome, interrupted);
            say(what);
            answer(() -> Map.of("repaired", repair.revision().id(), "message", what, "difference", text));
            return DONE;
        }
    }

    private static List<String> difference(Repair.Edit edit, String file) {
        var before = edit.applied().lines().toList();
        var after = edit.present().lines().toList();
        return UnifiedDiffUtils.generateUnifiedDiff(file + " as applied", file, before, DiffUtils.diff(before, after),
                CONTEXT_LINES);
    }
}

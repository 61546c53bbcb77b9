package restrack.script;

import java.util.LinkedHashMap;
import java.util.Map;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.graph.Replacements;

/** A folder in which some scripts replace others that are not in it any more. */
final class Replaced {
    private Replaced() {
    }

    /**
     * {@return the scripts, each of which names, where it names what was squashed, the script that it was squashed
     * into}
     *
     * @throws MigrateException {@code duplicate_id} for a script that is still there, or that two others replace
     */
    static Map<String, Script> in(Map<String, Script> byId) {
        if (byId.values().stream().allMatch(it -> it.revision().replaces().isEmpty())) {
            return byId;
        }
        byId.values().forEach(it -> refuseBoth(it, byId));
        var replacements = Replacements.of(byId.values().stream().map(Script::revision).toList());
        var squashed = new LinkedHashMap<String, Script>();
        byId.forEach((id, script) -> squashed.put(id, script.at(replacements.in(script.revision()))));
        return squashed;
    }

    private static void refuseBoth(Script squash, Map<String, Script> byId) {
        for (var replaced : squash.revision().replaces()) {
            var still = byId.get(replaced);
            if (still != null) {
                throw new MigrateException(ErrorKind.DUPLICATE_ID, squash.file() + " replaces " + replaced + ", and "
                        + still.file() + " is still there.", "Remove one of the two: the script of the squash, or all "
                        + "that it replaces.");
            }
        }
    }
}

package restrack.adopt.scripts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import restrack.ErrorKind;
import restrack.MigrateException;

/**
 * What was found in a folder of another tool.
 *
 * @param scripts     the scripts, each behind its parents
 * @param repeatables the repeatable scripts
 * @param notes       what is not carried over, or not as it was
 */
record Harvest(List<Carried> scripts, List<Repeated> repeatables, List<Note> notes) {
    Harvest {
        scripts = List.copyOf(scripts);
        repeatables = List.copyOf(repeatables);
        notes = List.copyOf(notes);
    }

    /**
     * {@return scripts of a tool without branches: each revises the one before it}
     *
     * @throws MigrateException {@code duplicate_id} if two have one id
     */
    static Harvest chain(List<Carried> scripts, List<Repeated> repeatables, List<Note> notes) {
        var chained = new ArrayList<Carried>();
        Map<String, Carried> byId = new HashMap<>();
        String previous = null;
        for (var script : scripts) {
            var other = byId.putIfAbsent(script.id(), script);
            if (other != null) {
                throw twice(script.id(), other.origins().get(0), script.origins().get(0));
            }
            chained.add(script.following(previous == null ? List.of() : List.of(previous)));
            previous = script.id();
        }
        return new Harvest(chained, repeatables, notes);
    }

    static MigrateException twice(String version, String one, String other) {
        return new MigrateException(ErrorKind.DUPLICATE_ID, "Two scripts are " + version + ": " + one + " and " + other
                + ". Nothing was written.", "Remove the one that never ran, or give it another version.");
    }
}

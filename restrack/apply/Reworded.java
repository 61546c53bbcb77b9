package restrack.apply;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import restrack.history.History;
import restrack.script.Script;
import restrack.script.Section;
import restrack.script.SqlScript;

/**
 * A script that was squashed, and that a database ran in other words than those which the squash has of it: it was
 * edited in between. Nobody would see that any more once the squash is recorded, and its way down may not fit.
 *
 * @param revision the script that was squashed
 * @param squash   the script that replaces it
 */
public record Reworded(String revision, Script squash) {
    /**
     * {@return what a database ran in other words} What it never ran, because it was stamped, is not compared.
     *
     * @param due     the squashes that it counts as having
     * @param history its record, which has the texts as they ran
     */
    static List<Reworded> in(List<Script> due, History history) {
        var found = new ArrayList<Reworded>();
        for (var script : due) {
            if (script instanceof SqlScript squash) {
                for (var replaced : squash.revision().replaces()) {
                    history.script(replaced).map(squash::reading)
                            .filter(it -> !isPart(it, squash))
                            .ifPresent(it -> found.add(new Reworded(replaced, squash)));
                }
            }
        }
        return found;
    }

    private static boolean isPart(SqlScript ran, SqlScript squash) {
        var down = statements(squash.down(), squash);
        return holds(statements(Optional.of(squash.up()), squash), statements(Optional.of(ran.up()), squash))
                && (squash.down().isEmpty() || holds(down, statements(ran.down(), squash)));
    }

    private static boolean holds(List<String> all, List<String> some) {
        return Collections.indexOfSubList(all, some) >= 0;
    }

    private static List<String> statements(Optional<Section> way, SqlScript squash) {
        return way.map(it -> it.statements(squash.syntax()).stream().map(statement -> statement.text()).toList())
                .orElse(List.of());
    }
}

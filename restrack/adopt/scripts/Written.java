package restrack.adopt.scripts;

import java.util.List;
import java.util.Optional;
import restrack.graph.Revision;

/**
 * A script of ours that was made of another tool's.
 *
 * @param path       its file, as the user would name it
 * @param revision   its place in the graph; none for a repeatable script
 * @param origins    the files that it is made of, relative to the folder that was imported
 * @param wayDown    whether it has a way down
 * @param unfinished whether it has lines {@code -- migrate:todo}, so that it cannot run yet
 */
public record Written(String path, Optional<Revision> revision, List<String> origins, boolean wayDown,
                      boolean unfinished) {
    public Written {
        origins = List.copyOf(origins);
    }
}

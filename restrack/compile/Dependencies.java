package restrack.compile;

import java.nio.file.Path;
import java.util.List;

/** Where the libraries come from that a script asks for with {@code //DEPS}. */
@FunctionalInterface
public interface Dependencies {
    /**
     * Finds libraries and all that they need in turn.
     *
     * @param coordinates what the script's {@code //DEPS} lines say, {@code group:artifact:version} each; not empty
     * @return the jar files, in class path order
     * @throws restrack.MigrateException of kind {@code DEPENDENCY_NOT_FOUND}
     */
    List<Path> resolve(List<String> coordinates);
}

package restrack.database.server;

import java.util.List;
import restrack.database.Database;
import restrack.database.OpenedCopy;

/**
 * A copy that was loaded into a database of its own, which proves that it can be.
 *
 * @param spare    that database
 * @param database the same, opened
 */
public record SpareCopy(SpareDatabase spare, Database database) implements OpenedCopy {
    @Override
    public List<String> problems() {
        return List.of();
    }

    @Override
    public List<String> remarks() {
        return List.of();
    }

    @Override
    public void close() {
        try {
            database.close();
        } finally {
            spare.close();
        }
    }
}

package restrack.adhoc;

import java.util.ArrayList;
import java.util.List;
import restrack.ErrorKind;
import restrack.MigrateException;

/** Collects what is wrong with files, so that several mistakes can be mended at once. */
final class Problems {
    private static final int ENOUGH = 10;
    private static final String HINT = "Nothing was loaded. Mend the lines, then run the command again.";

    private final List<String> found = new ArrayList<>();

    /**
     * Takes note of something that is wrong.
     *
     * @param problem where and what, as a sentence
     * @throws MigrateException {@code bad_data} when there are enough of them
     */
    void add(String problem) {
        found.add(problem);
        if (found.size() == ENOUGH) {
            throw new MigrateException(ErrorKind.BAD_DATA, String.join("\n", found) + "\nThere may be more: the first "
                    + ENOUGH + " are shown.", HINT);
        }
    }

    /** {@return the error that ends the reading of a file, after what was found before it} */
    MigrateException with(MigrateException error) {
        return found.isEmpty() ? error : new MigrateException(error.kind(), String.join("\n", found) + "\n"
                + error.getMessage(), error.hint(), error);
    }

    /**
     * Ends what has gone wrong.
     *
     * @throws MigrateException {@code bad_data} if there is any
     */
    void refuse() {
        if (!found.isEmpty()) {
            throw new MigrateException(ErrorKind.BAD_DATA, String.join("\n", found), HINT);
        }
    }
}

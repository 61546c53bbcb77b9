package restrack.database.mariadb.render;

import java.util.List;
import restrack.database.mariadb.read.MariaNames;
import restrack.schema.Renaming;

/** New names. The server keeps up keys, checks and generated columns; views and routines keep the old name. */
public final class Renames {
    private Renames() {
    }

    /** {@return the statement that gives something another name} */
    public static List<String> of(Renaming renaming) {
        if (renaming instanceof Renaming.OfColumn it) {
            return List.of("ALTER TABLE " + MariaNames.quoted(it.table()) + " RENAME COLUMN "
                    + MariaNames.quoted(it.from()) + " TO " + MariaNames.quoted(it.to()));
        }
        return List.of("ALTER TABLE " + MariaNames.quoted(renaming.from()) + " RENAME TO "
                + MariaNames.quoted(renaming.to()));
    }
}

package restrack.database.server;

import java.util.List;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.Home;
import restrack.database.Parcel;
import restrack.database.Returned;
import restrack.database.SideTables;
import restrack.database.Taken;
import restrack.sql.TableEdit;

/** The side tables of a database that has none: what is to be kept is refused before anything is taken away. */
public final class NothingKept implements SideTables {
    private static MigrateException refused() {
        return new MigrateException(ErrorKind.UNSUPPORTED_DATABASE, "`--keep-data` cannot keep rows and values on "
                + "this database. Nothing was changed.",
                "`--backup` copies the database first, and `--allow drop-data` lets the data go.");
    }

    @Override
    public List<Taken> taken(List<TableEdit> edits) {
        throw refused();
    }

    @Override
    public Parcel put(Taken taken, Home home, String side) {
        throw refused();
    }

    @Override
    public List<Returned> bringBack(List<Parcel> parcels) {
        throw refused();
    }

    @Override
    public void drop(String side) {
        throw refused();
    }
}

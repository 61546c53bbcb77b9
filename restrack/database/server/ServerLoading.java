package restrack.database.server;

import java.util.Optional;
import restrack.database.BrokenKey;
import restrack.database.Loading;
import restrack.database.RowForm;

/** What writing many rows has in common on servers. */
public interface ServerLoading extends Loading {
    /** {@return the database} */
    ServerDatabase database();

    @Override
    default Optional<RowForm> form(String table) {
        return database().ask("The table " + table + " cannot be read",
                () -> database().tables().find(table).map(StoredTable::form));
    }

    @Override
    default String words(BrokenKey broken) {
        return BrokenReferences.words(broken);
    }
}

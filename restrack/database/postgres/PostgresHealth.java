package restrack.database.postgres;

import java.util.ArrayList;
import java.util.List;
import restrack.database.Health;

/**
 * Whether a database is sound. PostgreSQL checks pages as it reads them, and references as they are written, so nothing
 * is left to be looked for but what was left half done.
 *
 * @param database the database
 */
record PostgresHealth(PostgresDatabase database) implements Health {
    @Override
    public List<String> problems() {
        return List.of();
    }

    @Override
    public List<String> remarks() {
        return database.ask("The database cannot be checked", () -> {
            var catalog = new PostgresCatalog(database.connection());
            var remarks = new ArrayList<>(halfDone(catalog.invalidIndexes()));
            catalog.unchecked().forEach(it -> remarks.add("The constraint " + it + " was never held against the rows "
                    + "that were there before it (NOT VALID): ALTER TABLE … VALIDATE CONSTRAINT does it."));
            return remarks;
        });
    }

    @Override
    public String rescue() {
        return "save what can be read with `pg_dump`, table by table";
    }

    /** {@return a sentence for each index} */
    static List<String> halfDone(List<String> invalid) {
        return invalid.stream().map(PostgresHealth::halfDone).toList();
    }

    /** {@return what should be known of an index that is not valid} */
    static String halfDone(String index) {
        return "The index " + index + " is INVALID: what made it was interrupted or failed. It costs with every write, "
                + "and no query uses it. " + remedy(index);
    }

    /** {@return what to do about it} */
    static String remedy(String index) {
        return "`DROP INDEX CONCURRENTLY " + index + ";` removes it; then it can be made again.";
    }
}

package restrack.database.postgres;

import java.util.regex.Pattern;

/**
 * Which server answers: PostgreSQL, or one that speaks its protocol and does some things otherwise. Of the others, only
 * what their documentation says is known here; no test has run on them.
 *
 * @param name             what it is called
 * @param major            the number of its version, as far as that is PostgreSQL's; 0 elsewhere
 * @param transactionalDdl whether a rollback undoes what changes the schema, whatever the statements are
 * @param tellsOfCommits   whether it can be asked later whether a transaction was committed
 * @param namesBlockers    whether it tells who is in the way
 */
public record ServerKind(String name, int major, boolean transactionalDdl, boolean tellsOfCommits,
                         boolean namesBlockers) {
    private static final Pattern MAJOR = Pattern.compile("PostgreSQL (\\d+)");
    private static final Pattern YUGABYTE = Pattern.compile("-YB-|Yugabyte", Pattern.CASE_INSENSITIVE);

    /** PostgreSQL itself, in a version that is not known yet. */
    public static final ServerKind POSTGRES = new ServerKind("PostgreSQL", 0, true, true, true);

    /** {@return the server that says this of itself} See {@code SELECT version()}. */
    public static ServerKind of(String version) {
        if (version.startsWith("CockroachDB")) {
            return new ServerKind("CockroachDB", 0, false, false, false);
        }
        if (YUGABYTE.matcher(version).find()) {
            return new ServerKind("YugabyteDB", 0, false, false, false);
        }
        var major = MAJOR.matcher(version);
        return new ServerKind("PostgreSQL", major.find() ? Integer.parseInt(major.group(1)) : 0, true, true, true);
    }
}

package restrack.database.postgres;

import restrack.config.DatabaseUrl;

/** What a database is called. */
final class PostgresName {
    private PostgresName() {
    }

    /** {@return the name of the database that a URL names} */
    static String ofDatabase(DatabaseUrl url) {
        var path = url.jdbc().split("[?]")[0];
        return path.substring(path.lastIndexOf('/') + 1);
    }
}

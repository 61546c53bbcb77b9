package restrack.database.server;

import java.util.regex.Pattern;
import restrack.config.DatabaseUrl;

/** Other databases on the same server. */
public final class Beside {
    private static final Pattern JDBC = Pattern.compile("(jdbc:\\w+:(?://[^/]*/)?)([^?;]*)(.*)");

    private Beside() {
    }

    /** {@return another database on the server of this one, opened with the same properties} */
    public static DatabaseUrl of(DatabaseUrl url, String database) {
        var parts = JDBC.matcher(url.jdbc());
        if (!parts.matches()) {
            throw new IllegalArgumentException(url.display());
        }
        return new DatabaseUrl(url.kind(), parts.group(1) + database + parts.group(3), url.properties(), url.file(),
                url.memory(), database + " (made beside " + url.display() + " to try something)");
    }
}

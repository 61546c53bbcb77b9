package bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tools that are measured on servers, and how they are started. */
final class Peers {
    static final String OURS = "migrate";
    static final String PLAIN = "plain JDBC";
    static final String FLYWAY = "Flyway";
    static final String ALEMBIC = "Alembic";
    /** All there are, in the table's order. */
    static final List<String> NAMES = List.of(OURS, PLAIN, FLYWAY, ALEMBIC);

    private final Map<String, List<String>> commands;
    private final Optional<Path> alembic;

    Peers(Path repository, Work work) throws IOException, InterruptedException {
        commands = Map.of(OURS, Ours.direct(repository, work), PLAIN, Ours.script(repository, work, "plain"), FLYWAY,
                Ours.script(repository, work, "flyway"));
        // Debian's alembic runs with Debian's Python.
        boolean driver = work.command("sh", "-c", "/usr/bin/python3 -c 'import psycopg2'").run().code() == 0;
        alembic = Programs.find("alembic").filter(it -> driver);
    }

    /** {@return the command of a tool for a database, in the folder of its scripts; none if it is not there} */
    Optional<List<String>> command(String tool, ServerUrl server, String database) {
        var url = server.of(database);
        return switch (tool) {
            case OURS -> Optional.of(with(tool, "upgrade", "-q", "--url", url));
            case PLAIN -> Optional.of(with(tool, "run", url, "all.sql"));
            case FLYWAY -> Optional.of(with(tool, url, "flyway"));
            default -> alembic.filter(it -> server.isPostgres()).map(it -> List.of(it.toString(), "upgrade", "head"));
        };
    }

    /** {@return what makes an empty database} */
    List<String> fresh(ServerUrl server, String database) {
        return with(PLAIN, "fresh", server.jdbc(), database);
    }

    /** {@return what counts what is in a database} */
    List<String> count(ServerUrl server, String database, String query) {
        return with(PLAIN, "count", server.of(database), query);
    }

    private List<String> with(String tool, String... words) {
        var all = new ArrayList<>(commands.get(tool));
        all.addAll(List.of(words));
        return all;
    }
}

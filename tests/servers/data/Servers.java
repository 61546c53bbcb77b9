package tests.servers.data;

import java.util.stream.Stream;
import tests.servers.Server;

/** The servers on which each of these tests runs. */
final class Servers {
    private Servers() {
    }

    static Stream<Server> all() {
        return Stream.of(Server.POSTGRES, Server.MARIADB);
    }
}

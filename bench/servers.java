///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//COMPILE_OPTIONS -encoding UTF-8
//SOURCES package-info.java
package bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * Prints how long `migrate upgrade` takes on servers, beside plain JDBC and other tools. README.md says how to run it.
 */
public class servers {
    private static final String USAGE =
            "Usage: ./jbang bench/servers.java [--runs 5] [--scripts 1000] [--seed N] NAME=JDBC-URL...";

    public static void main(String... arguments) throws IOException, InterruptedException {
        try {
            run(arguments);
        } catch (Stopped e) {
            System.err.println("servers: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void run(String... arguments) throws IOException, InterruptedException {
        int runs = 5;
        int scripts = 1_000;
        long seed = System.currentTimeMillis() % 1_000_000;
        try (var work = Work.in(Path.of(System.getProperty("java.io.tmpdir")))) {
            var peers = new Peers(Path.of("").toAbsolutePath(), work);
            System.out.println(Machine.describe(work) + "\n");
            System.out.println("| server | each script | " + String.join(" | ", Peers.NAMES) + " |");
            System.out.println("| --- | --- |" + " ---: |".repeat(Peers.NAMES.size()));
            for (var words = new Words(List.of(arguments), USAGE); words.hasNext();) {
                var word = words.next();
                switch (word) {
                    case "--runs" -> runs = words.number(word);
                    case "--scripts" -> scripts = words.number(word);
                    case "--seed" -> seed = words.number(word);
                    default -> {
                        var server = ServerUrl.of(word, words);
                        for (var kind : ServerScripts.Kind.values()) {
                            var race = new ServerRace(peers, work, server, new ServerScripts(kind, scripts));
                            System.out.println(race.row(runs, new Random(seed)));
                        }
                    }
                }
            }
        }
    }
}

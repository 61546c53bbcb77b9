///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//COMPILE_OPTIONS -encoding UTF-8
//SOURCES package-info.java
package bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;

/** Prints how long `migrate upgrade` takes, beside other tools, as a Markdown table. README.md says how to run it. */
public class bench {
    public static void main(String... arguments) throws IOException, InterruptedException {
        try {
            run(Options.of(arguments));
        } catch (Stopped e) {
            System.err.println("bench: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void run(Options options) throws IOException, InterruptedException {
        try (var work = Work.in(options.folder())) {
            var field = Field.find(options, Path.of("").toAbsolutePath(), work);
            var race = new Race(field, work, options.runs(), new Random(options.seed()));
            System.out.println(Machine.describe(work));
            System.out.println(field.describe());
            System.out.println();
            System.out.printf("Rounds: %d, in an order drawn from the seed %d.%n", options.runs(), options.seed());
            System.out.println();
            var table = new Table(field.tools());
            System.out.println(table.head());
            for (var scenario : options.scenarios()) {
                System.out.println(table.row(scenario, race.run(scenario)));
            }
        }
    }
}

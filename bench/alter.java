///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//COMPILE_OPTIONS -encoding UTF-8
//SOURCES package-info.java
package bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/** Prints how long changes of a big table take, beside other ways to make them. README.md says how to run it. */
public class alter {
    public static void main(String... arguments) throws IOException, InterruptedException {
        try {
            run(AlterOptions.of(arguments));
        } catch (Stopped e) {
            System.err.println("alter: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void run(AlterOptions options) throws IOException, InterruptedException {
        try (var work = Work.in(options.folder())) {
            var sqlite3 = Programs.find("sqlite3").orElseThrow(() -> new Stopped("There is no sqlite3 in the PATH."));
            var ours = Ours.direct(Path.of("").toAbsolutePath(), work);
            var tools = AlterTool.find(options, ours, sqlite3, work);
            var table = BigTable.create(work.newFolder("big"), options.rows(), ours, sqlite3, work);
            System.out.println(Machine.describe(work));
            System.out.printf(Locale.ROOT, "%,d rows, %,.0f MB.", options.rows(), table.megabytes());
            tools.stream().filter(it -> !it.version().isEmpty())
                    .forEach(it -> System.out.print(" " + it.name() + ": " + it.version() + "."));
            System.out.printf(" Rounds: %d, in an order drawn from the seed %d.%n%n", options.runs(), options.seed());
            var results = new AlterTable(tools);
            System.out.println(results.head());
            var race = new AlterRace(table, tools, ours, sqlite3, work, options.runs(), new Random(options.seed()));
            for (var change : options.wanted()) {
                System.out.println(results.row(change, race.run(change)));
            }
        }
    }
}

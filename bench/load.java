///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//COMPILE_OPTIONS -encoding UTF-8
//SOURCES package-info.java
package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints how long it takes to load a CSV file, beside the sqlite3 program. README.md says how to run it. */
public class load {
    private static final int RUNS = 3;
    private static final int ROWS = 1_000_000;
    private static final String EMPTY = "empty.db";

    public static void main(String... arguments) throws IOException, InterruptedException {
        try {
            run(arguments.length > 0 ? Integer.parseInt(arguments[0]) : ROWS);
        } catch (Stopped e) {
            System.err.println("load: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void run(int rows) throws IOException, InterruptedException {
        var sqlite3 = Programs.find("sqlite3").orElseThrow(() -> new Stopped("sqlite3 is not installed.")).toString();
        try (var work = Work.in(Path.of(System.getProperty("java.io.tmpdir")))) {
            var ours = Ours.direct(Path.of("").toAbsolutePath(), work);
            var folder = new CsvTable(rows).write(work.newFolder("table"));
            work.command(folder, with(ours, "upgrade", "-q")).expect(0);
            Files.move(folder.resolve(Form.DATABASE), folder.resolve(EMPTY));
            System.out.println(Machine.describe(work));
            System.out.printf(Locale.ROOT, "%,d rows, %,.0f MB of CSV. Pairs: %d.%n%n", rows,
                    Files.size(folder.resolve("item.csv")) / 1e6, RUNS);
            var start = new ArrayList<Double>();
            var load = new ArrayList<Double>();
            var theirs = new ArrayList<Double>();
            var whole = List.of(sqlite3, Form.DATABASE, ".mode csv", ".import --skip 1 item.csv item");
            // The first pair fills caches. Which comes first changes, so that neither always has the other's heat.
            for (int pair = 0; pair <= RUNS; pair++) {
                System.err.println("pair " + pair + " of " + RUNS);
                double nothing = time(work, folder, sqlite3, with(ours, "load", "nothing.csv", "--table", "item"), 0);
                double first = pair % 2 == 0 ? 0 : time(work, folder, sqlite3, whole, rows);
                double mine = time(work, folder, sqlite3, with(ours, "load", "item.csv"), rows);
                double other = pair % 2 == 0 ? time(work, folder, sqlite3, whole, rows) : first;
                if (pair > 0) {
                    start.add(nothing);
                    load.add(mine);
                    theirs.add(other);
                }
            }
            print(new Times(load), new Times(start), new Times(theirs));
        }
    }

    /** Runs a command on a fresh copy of the empty table, and stops everything unless all rows are there. */
    private static double time(Work work, Path folder, String sqlite3, List<String> command, int rows)
            throws IOException, InterruptedException {
        for (var suffix : List.of("-journal", "-wal", "-shm")) {
            Files.deleteIfExists(folder.resolve(Form.DATABASE + suffix));
        }
        Files.copy(folder.resolve(EMPTY), folder.resolve(Form.DATABASE), StandardCopyOption.REPLACE_EXISTING);
        double time = work.command(folder, command).expect(0);
        var count = work.command(folder, List.of(sqlite3, "-readonly", Form.DATABASE,
                "SELECT count(*) || ' ' || coalesce(sum(id), 0) FROM item"));
        count.expect(0);
        var expected = rows + " " + rows * (rows + 1L) / 2;
        if (!count.output().equals(expected)) {
            throw new Stopped(String.join(" ", command) + "\nleft " + count.output() + ", not " + expected + ".");
        }
        return time;
    }

    private static List<String> with(List<String> command, String... words) {
        var all = new ArrayList<>(command);
        all.addAll(List.of(words));
        all.addAll(List.of("--url", "sqlite:///" + Form.DATABASE));
        return all;
    }

    private static void print(Times load, Times start, Times theirs) {
        System.out.println("| what | milliseconds | ratio |\n| --- | ---: | ---: |");
        row("`migrate load`, the whole process", load, load.ratio(theirs));
        row("the same without what a file without rows takes", load.less(start), load.less(start).ratio(theirs));
        row("`.import` of `sqlite3`", theirs, 1);
    }

    private static void row(String what, Times times, double ratio) {
        System.out.printf(Locale.ROOT, "| %s | %,.0f (%,.0f) | %.2f× |%n", what, times.median(), times.least(), ratio);
    }
}

///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//COMPILE_OPTIONS -encoding UTF-8
//SOURCES package-info.java
package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Prints how long it takes to compare models with a large schema. README.md says how to run it. */
public class check {
    private static final int RUNS = 7;
    private static final int TABLES = 500;

    public static void main(String... arguments) throws IOException, InterruptedException {
        try {
            run(arguments.length > 0 ? Integer.parseInt(arguments[0]) : TABLES);
        } catch (Stopped e) {
            System.err.println("check: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void run(int tables) throws IOException, InterruptedException {
        try (var work = Work.in(Path.of(System.getProperty("java.io.tmpdir")))) {
            var schema = new WideSchema(tables);
            var ours = Ours.direct(Path.of("").toAbsolutePath(), work);
            var folder = schema.writeOurs(work.newFolder("ours"));
            work.command(folder, with(ours, "upgrade", "-q")).expect(0);
            var alembic = alembic(schema, work);
            System.out.println(Machine.describe(work));
            System.out.printf(Locale.ROOT, "%d tables, %,d columns. Rounds: %d.%n%n", tables, schema.columns(), RUNS);
            var start = new ArrayList<Double>();
            var check = new ArrayList<Double>();
            var theirs = new ArrayList<Double>();
            for (int round = 0; round <= RUNS; round++) {
                System.err.println("round " + round + " of " + RUNS);
                double heads = work.command(folder, with(ours, "heads")).expect(0);
                double whole = work.command(folder, with(ours, "check")).expect(0);
                Optional<Double> other = alembic.isEmpty() ? Optional.empty()
                        : Optional.of(work.command(alembic.get(), draft()).expect(0));
                // The first round fills caches.
                if (round > 0) {
                    start.add(heads);
                    check.add(whole);
                    other.ifPresent(theirs::add);
                }
            }
            System.out.println("| what | milliseconds |\n| --- | ---: |");
            print("`migrate check`, the whole process", new Times(check));
            print("the same without what `migrate heads` takes", new Times(check).less(new Times(start)));
            if (!theirs.isEmpty()) {
                print("`alembic revision --autogenerate`, the whole process", new Times(theirs));
            }
        }
    }

    private static List<String> with(List<String> command, String... words) {
        var all = new ArrayList<>(command);
        all.addAll(List.of(words));
        all.addAll(List.of("--url", "sqlite:///" + Form.DATABASE));
        return all;
    }

    private static List<String> draft() {
        return List.of("alembic", "revision", "--autogenerate", "-m", "nothing");
    }

    private static Optional<Path> alembic(WideSchema schema, Work work) throws IOException {
        if (Programs.find("alembic").isEmpty()) {
            return Optional.empty();
        }
        var folder = schema.writeAlembic(work.newFolder("alembic"));
        Files.createDirectories(folder.resolve("alembic/versions"));
        return Optional.of(folder);
    }

    private static void print(String what, Times times) {
        System.out.printf(Locale.ROOT, "| %s | %,.0f (%,.0f) |%n", what, times.median(), times.least());
    }
}

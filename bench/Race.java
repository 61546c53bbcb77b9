package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Runs a scenario in rounds: in each round every tool once, in an order that changes, so that what disturbs the machine
 * disturbs them all.
 *
 * @param field  the tools
 * @param work   where they run
 * @param runs   how many rounds are measured
 * @param random for the order within a round
 */
record Race(Field field, Work work, int runs, Random random) {
    /** {@return the times of each tool that the scenario means something to} */
    Map<Tool, Times> run(Scenario scenario) throws IOException, InterruptedException {
        var tools = field.tools().stream().filter(it -> it.knows(scenario)).toList();
        say(scenario, "writing scripts, and one run ahead of each tool");
        for (var tool : tools) {
            tool.form().write(work.newFolder(tool.name()), scenario.scripts());
        }
        Map<Tool, List<Double>> times = new LinkedHashMap<>();
        for (var tool : tools) {
            start(tool, scenario);
            times.put(tool, new ArrayList<>());
        }
        for (int round = 1; round <= runs; round++) {
            List<Tool> order = new ArrayList<>(tools);
            Collections.shuffle(order, random);
            say(scenario, "round " + round + " of " + runs);
            for (var tool : order) {
                if (scenario.task() == Scenario.Task.APPLY) {
                    removeDatabase(tool);
                }
                times.get(tool).add(start(tool, scenario));
            }
        }
        for (var tool : tools) {
            Work.delete(folder(tool));
        }
        Map<Tool, Times> results = new LinkedHashMap<>();
        times.forEach((tool, list) -> results.put(tool, new Times(list)));
        return results;
    }

    /** Starts a tool, and stops everything unless it has done all it should. */
    private double start(Tool tool, Scenario scenario) throws IOException, InterruptedException {
        double time = work.command(folder(tool), tool.command()).expect(0);
        if (field.sqlite3().isPresent()) {
            var count = work.command(folder(tool), List.of(field.sqlite3().get().toString(), "-readonly",
                    Form.DATABASE, "SELECT count(*) FROM item"));
            count.expect(0);
            var expected = String.valueOf(SmallScript.rows(scenario.scripts()));
            if (!count.output().equals(expected)) {
                throw new Stopped(tool.name() + " ended with 0, but left " + count.output() + " rows, not " + expected
                        + " (" + scenario.title() + ").");
            }
        }
        return time;
    }

    private void removeDatabase(Tool tool) throws IOException {
        for (var suffix : List.of("", "-journal", "-wal", "-shm")) {
            Files.deleteIfExists(folder(tool).resolve(Form.DATABASE + suffix));
        }
    }

    private Path folder(Tool tool) {
        return work.folder().resolve(tool.name());
    }

    private static void say(Scenario scenario, String what) {
        System.err.println(scenario.title() + ": " + what);
    }
}

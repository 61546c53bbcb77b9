package bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes a change in rounds: in each round every tool once, on a copy of the same database, in an order that changes.
 *
 * @param table   the database
 * @param tools   who changes it
 * @param ours    how the toolkit is started
 * @param sqlite3 the program that looks at what was done
 * @param work    where they run
 * @param runs    how many rounds are measured
 * @param random  for the order within a round
 */
record AlterRace(BigTable table, List<AlterTool> tools, List<String> ours, Path sqlite3, Work work, int runs,
        Random random) {
    /** What the toolkit takes for a script that does nothing, as if it were a tool. */
    static final String START = "start";

    /** {@return the times of each tool that can do it, by name} */
    Map<String, Times> run(Change change) throws IOException, InterruptedException {
        Map<String, List<Double>> times = new LinkedHashMap<>();
        List<AlterTool> able = new ArrayList<>();
        for (var tool : tools) {
            if (tool.preparation().write(work.newFolder(tool.name()), change)) {
                able.add(tool);
                times.put(tool.name(), new ArrayList<>());
            }
        }
        times.put(START, new ArrayList<>());
        for (int round = 1; round <= runs; round++) {
            Collections.shuffle(able, random);
            System.err.println(change.title() + ": round " + round + " of " + runs);
            for (var tool : able) {
                table.copyTo(folder(tool));
                times.get(tool.name()).add(work.command(folder(tool), tool.command()).expect(0));
                requireDone(change, tool);
                if (tool.name().equals(AlterTool.DIRECT)) {
                    times.get(START).add(work.command(folder(tool),
                            AlterTool.upgrade(ours, AlterTool.NOTHING)).expect(0));
                }
            }
        }
        for (var tool : tools) {
            Work.delete(folder(tool));
        }
        Map<String, Times> results = new LinkedHashMap<>();
        times.forEach((name, list) -> results.put(name, new Times(list)));
        return results;
    }

    /** Stops everything unless the change is there, and with it all rows and indexes, and nothing is left behind. */
    private void requireDone(Change change, AlterTool tool) throws IOException, InterruptedException {
        var query = """
                SELECT (%s), (SELECT count(*) FROM item), (SELECT count(*) FROM part),
                (SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = 'item'),
                (SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name LIKE '%%item_%%')"""
                .formatted(change.proof());
        var asked = work.command(folder(tool), List.of(sqlite3.toString(), Form.DATABASE, query));
        asked.expect(0);
        var expected = "1|%d|%d|%d|0".formatted(table.rows(), table.rows() / 5, BigTable.INDEXES.size());
        if (!asked.output().equals(expected)) {
            throw new Stopped(tool.name() + " ended with 0, but left " + asked.output() + ", not " + expected + " ("
                    + change.title() + ").");
        }
    }

    private Path folder(AlterTool tool) {
        return work.folder().resolve(tool.name());
    }
}

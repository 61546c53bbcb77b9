package bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Runs the same scripts on one server with each tool, in rounds whose order changes.
 *
 * @param peers   the tools
 * @param work    where they run
 * @param server  the server
 * @param scripts what they run
 */
record ServerRace(Peers peers, Work work, ServerUrl server, ServerScripts scripts) {
    private static final String DATABASE = "migrate_bench";

    /** {@return a row of the table; the first round is not counted} */
    String row(int runs, Random random) throws IOException, InterruptedException {
        var folder = work.newFolder(server.name() + "-" + scripts.kind());
        scripts.write(folder, server.sqlAlchemy(DATABASE));
        var tools = Peers.NAMES.stream().filter(it -> peers.command(it, server, DATABASE).isPresent()).toList();
        Map<String, List<Double>> times = new LinkedHashMap<>();
        tools.forEach(it -> times.put(it, new ArrayList<>()));
        for (int round = 0; round <= runs; round++) {
            System.err.println(server.name() + ", " + scripts.kind().words() + ": round " + round + " of " + runs);
            var order = new ArrayList<>(tools);
            Collections.shuffle(order, random);
            for (var tool : order) {
                work.command(folder, peers.fresh(server, DATABASE)).expect(0);
                double time = work.command(folder, peers.command(tool, server, DATABASE).orElseThrow()).expect(0);
                requireAll(tool);
                if (round > 0) {
                    times.get(tool).add(time);
                }
            }
        }
        Work.delete(folder);
        Map<String, Times> results = new LinkedHashMap<>();
        times.forEach((tool, list) -> results.put(tool, new Times(list)));
        return "| " + server.name() + " | " + scripts.kind().words() + " | " + Peers.NAMES.stream()
                .map(it -> results.containsKey(it) ? cell(results.get(it), results.get(Peers.PLAIN)) : "–")
                .collect(Collectors.joining(" | ")) + " |";
    }

    /** Stops everything unless a tool has done all it should. */
    private void requireAll(String tool) throws IOException, InterruptedException {
        var query = scripts.query(server.isPostgres());
        var count = work.command(peers.count(server, DATABASE, query).toArray(String[]::new));
        count.expect(0);
        if (!count.output().equals(String.valueOf(scripts.count()))) {
            throw new Stopped(tool + " ended with 0 on " + server.name() + ", but left " + count.output() + " of "
                    + scripts.count() + ".");
        }
    }

    private static String cell(Times times, Times plain) {
        var cell = String.format(Locale.ROOT, "%,.0f (%,.0f)", times.median(), times.least());
        return times == plain ? cell : String.format(Locale.ROOT, "%s %.2f×", cell, times.ratio(plain));
    }
}

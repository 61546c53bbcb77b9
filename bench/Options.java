package bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the command line asks for.
 *
 * @param runs      how often each tool is measured in each scenario
 * @param scenarios the rows of the table, in order
 * @param names     the tools to measure; empty: all that are installed
 * @param seed      for the order of the tools within a round
 * @param dbmate    where dbmate is, if that was said
 * @param folder    where the folder for scripts and databases is made
 */
record Options(int runs, List<Scenario> scenarios, Set<String> names, long seed, Optional<String> dbmate,
        Path folder) {
    private static final String USAGE = """
            Usage: ./jbang bench/bench.java [--runs 7] [--sizes 1,1000,10000] [--seed N] [--dbmate PATH] \
            [--in FOLDER] [NAME...]
            NAME is one of""";

    static Options of(String... arguments) {
        int runs = 7;
        List<Integer> sizes = List.of();
        long seed = System.currentTimeMillis() % 1_000_000;
        Optional<String> dbmate = Optional.empty();
        var folder = Path.of(System.getProperty("java.io.tmpdir"));
        Set<String> names = new TreeSet<>();
        for (var words = new Words(List.of(arguments), usage()); words.hasNext();) {
            var word = words.next();
            switch (word) {
                case "--runs" -> runs = words.number(word);
                case "--sizes" -> sizes = Stream.of(words.value(word).split(","))
                        .map(it -> words.number(word, it)).toList();
                case "--seed" -> seed = words.number(word);
                case "--dbmate" -> dbmate = Optional.of(words.value(word));
                case "--in" -> folder = Path.of(words.value(word));
                default -> {
                    if (!Tool.NAMES.contains(word)) {
                        throw words.wrong("There is no tool or option '" + word + "'.");
                    }
                    names.add(word);
                }
            }
        }
        return new Options(runs, scenarios(sizes), names, seed, dbmate, folder);
    }

    /** {@return whether a tool is to be measured} */
    boolean wants(String tool) {
        return names.isEmpty() || names.contains(tool);
    }

    private static List<Scenario> scenarios(List<Integer> sizes) {
        List<Scenario> scenarios = new ArrayList<>();
        for (int size : sizes.isEmpty() ? List.of(1, 1_000, 10_000) : sizes) {
            scenarios.add(new Scenario(Scenario.Task.NOTHING, size));
        }
        for (int size : sizes.isEmpty() ? List.of(100, 1_000, 10_000) : sizes) {
            scenarios.add(new Scenario(Scenario.Task.APPLY, size));
        }
        return List.copyOf(scenarios);
    }

    private static String usage() {
        return USAGE + " " + String.join(", ", Tool.NAMES) + ".";
    }
}

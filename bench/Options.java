package bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
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
        for (var words = Arrays.asList(arguments).iterator(); words.hasNext();) {
            var word = words.next();
            switch (word) {
                case "--runs" -> runs = (int) number(word, value(word, words));
                case "--sizes" -> sizes = Stream.of(value(word, words).split(","))
                        .map(it -> (int) number(word, it)).toList();
                case "--seed" -> seed = number(word, value(word, words));
                case "--dbmate" -> dbmate = Optional.of(value(word, words));
                case "--in" -> folder = Path.of(value(word, words));
                default -> names.add(name(word));
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

    private static String value(String option, Iterator<String> words) {
        if (!words.hasNext()) {
            throw new Stopped(option + " needs a value.\n" + usage());
        }
        return words.next();
    }

    private static long number(String option, String word) {
        try {
            long number = Long.parseLong(word.strip());
            if (number >= 1 && number <= Integer.MAX_VALUE) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new Stopped(option + " takes numbers from 1 on, not '" + word + "'.\n" + usage());
    }

    private static String name(String word) {
        if (!Tool.NAMES.contains(word)) {
            throw new Stopped("There is no tool or option '" + word + "'.\n" + usage());
        }
        return word;
    }

    private static String usage() {
        return USAGE + " " + String.join(", ", Tool.NAMES) + ".";
    }
}

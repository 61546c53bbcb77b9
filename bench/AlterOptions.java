package bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the command line asks for.
 *
 * @param runs    how often each tool is measured with each change
 * @param rows    how many rows the table has
 * @param changes parts of the titles of the changes to measure; empty: all
 * @param names   the tools to measure; empty: all that are installed
 * @param seed    for the order of the tools within a round
 * @param folder  where the folder for databases is made
 */
record AlterOptions(int runs, int rows, Set<String> changes, Set<String> names, long seed, Path folder) {
    private static final String USAGE = """
            Usage: ./jbang bench/alter.java [--runs 5] [--rows 1000000] [--change TITLE]... [--seed N] [--in FOLDER] \
            [NAME...]
            NAME is one of\s""" + String.join(", ", AlterTool.NAMES) + ".";

    static AlterOptions of(String... arguments) {
        int runs = 5;
        int rows = 1_000_000;
        long seed = System.currentTimeMillis() % 1_000_000;
        var folder = Path.of(System.getProperty("java.io.tmpdir"));
        Set<String> changes = new TreeSet<>();
        Set<String> names = new TreeSet<>();
        for (var words = new Words(List.of(arguments), USAGE); words.hasNext();) {
            var word = words.next();
            switch (word) {
                case "--runs" -> runs = words.number(word);
                case "--rows" -> rows = words.number(word);
                case "--change" -> changes.add(words.value(word));
                case "--seed" -> seed = words.number(word);
                case "--in" -> folder = Path.of(words.value(word));
                default -> {
                    if (!AlterTool.NAMES.contains(word)) {
                        throw words.wrong("There is no tool or option '" + word + "'.");
                    }
                    names.add(word);
                }
            }
        }
        return new AlterOptions(runs, rows, changes, names, seed, folder);
    }

    /** {@return whether a tool is to be measured} */
    boolean wants(String tool) {
        return names.isEmpty() || names.contains(tool);
    }

    /** {@return the rows of the table of results} */
    List<Change> wanted() {
        return Change.all().stream()
                .filter(it -> changes.isEmpty() || changes.stream().anyMatch(it.title()::contains)).toList();
    }
}

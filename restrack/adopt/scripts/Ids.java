package restrack.adopt.scripts;

import java.util.Set;

/** Ids of other tools as ids of ours. */
public final class Ids {
    private static final Set<String> WORDS = Set.of("head", "heads", "base", "current");

    private Ids() {
    }

    /**
     * {@return an id that targets and file names can hold} What is neither a letter, a digit, an underscore nor a full
     * stop becomes an underscore; words that mean something in targets get one behind them.
     *
     * @param foreign the id as another tool has it
     */
    public static String legal(String foreign) {
        var id = foreign.replaceAll("[^\\p{L}\\p{N}_.]", "_");
        return WORDS.contains(id) || id.isEmpty() ? id + "_" : id;
    }
}

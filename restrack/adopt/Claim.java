package restrack.adopt;

import java.util.List;

/** One thing that another tool's history says is applied. */
public sealed interface Claim {
    /** {@return what the tool calls it, best name first} */
    List<String> names();

    /** {@return the name as the tool's own users know it} */
    default String name() {
        return names().get(0);
    }

    /** One script, and nothing of others. */
    record Only(List<String> names) implements Claim {
        /** The list is copied. */
        public Only {
            names = List.copyOf(names);
        }
    }

    /** A script and all that comes before it: the tool keeps the newest ones only. */
    record UpTo(List<String> names) implements Claim {
        /** The list is copied. */
        public UpTo {
            names = List.copyOf(names);
        }
    }

    /**
     * All that has this version or a lower one, whether or not there is a script of it: what a database had before the
     * tool came.
     */
    record Baseline(String version) implements Claim {
        @Override
        public List<String> names() {
            return List.of(version);
        }
    }
}

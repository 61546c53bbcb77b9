package restrack.lease;

import restrack.Who;

/** What a runner calls itself, so that people find it. */
final class Self {
    private static final int LONGEST = 200;

    private Self() {
    }

    /** {@return {@code user@host (process 4711)}} */
    static String name() {
        var name = Who.current() + " (process " + ProcessHandle.current().pid() + ")";
        return name.length() > LONGEST ? name.substring(name.length() - LONGEST) : name;
    }
}

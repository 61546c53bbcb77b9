package bench;

import java.util.Locale;

/**
 * A row of the table.
 *
 * @param task    what is left to do when a tool starts
 * @param scripts how many small scripts are in its folder
 */
record Scenario(Task task, int scripts) {
    enum Task {
        /** Every script has been applied. */
        NOTHING,
        /** There is no database yet. */
        APPLY
    }

    /** {@return its words in the table} */
    String title() {
        var scripts = String.format(Locale.ROOT, "%,d %s", this.scripts, this.scripts == 1 ? "script" : "scripts");
        return switch (task) {
            case NOTHING -> "nothing to do, " + scripts;
            case APPLY -> scripts + " applied";
        };
    }
}

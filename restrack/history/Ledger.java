package restrack.history;

/** Takes down what has run: a database's own tables, or a script that will fill them. */
public interface Ledger {
    /**
     * Records a revision as applied. An event that tells of it follows with {@link #log}.
     *
     * @param record what is known of it; when, by whom and with what is filled in here
     * @param script the script as it ran, or null for one that did not run
     */
    void record(Applied record, String script);

    /** Forgets that a revision is applied. */
    void forget(String revision);

    /** Records a repeatable script as it ran. */
    void recordRepeatable(String name, String checksum, String script);

    /** Adds to the event log. */
    void log(Event event);
}
